export { type ChartBookInput, createChartBook } from './chart-book.ts';
export type * from './types.ts';
export { validateCharts } from './validate-charts.ts';
