export { type ChartBookInput, createChartBook } from './chart-book.ts';
export { matrixThreshold } from './chart-tokens.ts';
export { type RasterChart, rasterCharts } from './raster-charts.ts';
export type { Goal } from './sdg-map.ts';
export type * from './types.ts';
export { validateCharts } from './validate-charts.ts';
