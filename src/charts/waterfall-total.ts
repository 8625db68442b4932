import type { Metric } from '../content/types.ts';

/**
 * The series of a waterfall that is its total: the one whose parts, for the period or for all, are exactly the others.
 * @returns undefined when there is none
 */
export function totalSeries(metrics: readonly Metric[], period: string): Metric | undefined {
  const ids = new Set(metrics.map(({ id }) => id));
  return metrics.find(({ id, parts }) =>
    parts.some(
      ({ period: of, items }) =>
        (of === undefined || of === period) &&
        items.length === metrics.length - 1 &&
        items.every((item) => item !== id && ids.has(item)),
    ),
  );
}
