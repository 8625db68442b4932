export { dataCsv } from './data-csv.ts';
export { type ChangeKind, type DataChange, diffData } from './data-diff.ts';
export { dataSchemaJson } from './data-schema.ts';
export type { DataMetric, DataSource, DataText, DataValue, ReportData } from './data-types.ts';
export { type EarlierValue, earlierFigures } from './earlier-figures.ts';
export { type ChainSource, type ChainWaiver, type FigureChain, figureChain } from './figure-chain.ts';
export { type PrintedPlace, placesOfValue, placesOnPage } from './printed-places.ts';
export { readReportData } from './read-data.ts';
export { dataJson, reportData } from './report-data.ts';
