import type { ReportData } from './data-types.ts';

/** A value as an earlier report gave it: a decimal and its unit. */
export interface EarlierValue {
  readonly metric: string;
  readonly period: string;
  readonly value: string;
  readonly unit: string;
}

/** The values of an earlier report that a later one may not change in silence: all that it disclosed. */
export function earlierFigures({ metrics }: Pick<ReportData, 'metrics'>): readonly EarlierValue[] {
  return metrics.flatMap(({ id, values }) =>
    values.flatMap(({ period, given }) =>
      given.value === null ? [] : [{ metric: id, period, value: given.value, unit: given.unit }],
    ),
  );
}
