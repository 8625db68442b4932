import type { Metric, MetricValue, Parts, Report } from '../content/index.ts';
import { Decimal } from '../core/index.ts';
import type { MetricBook } from '../metrics/index.ts';
import { addRanges, exactly, type Range } from './range.ts';
import { type RoughRange, roughRange, sizeOf, surelyOverlap } from './rough-range.ts';
import { rangeOf } from './stated-change.ts';

/** One whole with its parts in one period. */
export interface Split {
  readonly metric: Metric;
  readonly parts: Parts;
  readonly period: string;
}

/** A value of a split: the whole first, then the parts in order. */
export interface SplitValue {
  readonly id: string;
  readonly value: MetricValue | undefined;
}

/** Every whole with its parts, for each period that the parts hold for. */
export function splitsOf(report: Report): readonly Split[] {
  return [...report.metrics.values()].flatMap((metric) =>
    metric.parts.flatMap((parts) => {
      const periods = parts.period === undefined ? metric.values.map(({ period }) => period) : [parts.period];
      return periods.map((period) => ({ metric, parts, period }));
    }),
  );
}

/** The whole and the parts of a split, with the values that they have in its period. */
export function splitValues(report: Report, { metric, parts, period }: Split): readonly SplitValue[] {
  return [metric.id, ...parts.items].map((id) => ({
    id,
    value: report.metrics.get(id)?.values.find((value) => value.period === period),
  }));
}

/**
 * Whether the parts of a split surely go with the whole; what is not sure is for `splitSum` to work out.
 * @param instead  decimals to take for some of the ids
 */
export function surelyAdds(
  report: Report,
  book: MetricBook,
  split: Split,
  instead: ReadonlyMap<string, string> = new Map(),
): boolean {
  const [whole, ...parts] = splitValues(report, split).map(({ id, value }) =>
    value === undefined
      ? undefined
      : roughRange(
          book,
          split.metric.id,
          value.value === null ? null : (instead.get(id) ?? value.value),
          value.in ?? book.metric(id)?.unit,
        ),
  );
  let sum: RoughRange = { low: 0, high: 0 };
  let size = 0;
  for (const part of parts) {
    if (part === undefined) return false;
    sum = { low: sum.low + part.low, high: sum.high + part.high };
    size += sizeOf(part);
  }
  return whole !== undefined && surelyOverlap(sum, whole, size + sizeOf(whole));
}

/**
 * What the parts of a split come to, and whether that goes with the whole: complete parts add up to it, others do not
 * exceed it, within what the last places leave open.
 * @param instead  decimals to take for some of the ids
 * @returns undefined where a value is missing or has no unit of the whole's dimension
 */
export function splitSum(
  report: Report,
  book: MetricBook,
  split: Split,
  instead: ReadonlyMap<string, string> = new Map(),
): { readonly sum: Range; readonly agrees: boolean } | undefined {
  const ranges = splitValues(report, split).map(({ id, value }) =>
    value === undefined || value.value === null
      ? undefined
      : rangeOf(book, split.metric.id, instead.get(id) ?? value.value, value.in ?? book.metric(id)?.unit),
  );
  const [whole, ...pieces] = ranges;
  if (whole === undefined || pieces.some((piece) => piece === undefined)) return undefined;
  const none = exactly(new Decimal(0));
  const sum = pieces.reduce<Range>((all, piece) => (piece === undefined ? all : addRanges(all, piece)), none);
  const fallsShort = split.parts.complete && sum.high.lt(whole.low);
  return { sum, agrees: !sum.low.gt(whole.high) && !fallsShort };
}
