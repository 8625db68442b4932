export { resolveMetrics } from './book.ts';
export { dateText, MONTHS } from './date-text.ts';
export { type PeriodOrder, periodBefore } from './periods.ts';
export type {
  CellFigure,
  ChangeFigure,
  ChangeSense,
  GivenAmount,
  MetricBook,
  Quantity,
  QuantityPart,
  QuantityStyle,
  ReadFigure,
  Series,
  TargetProgress,
  TypedUnit,
} from './types.ts';
export { openUnits, type UnitBook } from './units.ts';
