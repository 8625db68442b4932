import type { Metric, Period, Report, SeriesBreak } from '../content/types.ts';

/**
 * Where a run of periods must not be joined: the indices of periods with a break, of the report or of one of the
 * metrics, between them and the next.
 */
export function breaksAfter(
  periods: readonly Period[],
  report: Report,
  metrics: readonly Metric[],
): ReadonlySet<number> {
  const order = new Map(report.periods.map((period, index) => [period.id, index]));
  const all: readonly SeriesBreak[] = [...report.breaks, ...metrics.flatMap(({ breaks }) => breaks)];
  const found = new Set<number>();
  for (let i = 0; i + 1 < periods.length; i += 1) {
    const here = order.get(periods[i]?.id ?? '');
    const next = order.get(periods[i + 1]?.id ?? '');
    if (here === undefined || next === undefined) continue;
    const broken = all.some(({ between: [from, to] }) => {
      const before = order.get(from);
      const after = order.get(to);
      return before !== undefined && after !== undefined && here <= before && after <= next;
    });
    if (broken) found.add(i);
  }
  return found;
}

/** An index, or a pure ratio such as a multiple: not an amount that begins at zero. */
export function isIndex({ nature, unit }: Metric): boolean {
  return nature === 'index' || (nature === 'ratio' && (unit === 'ratio' || unit === 'multiple'));
}
