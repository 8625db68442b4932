import type { Metric, MetricValue, Report, StatedChange } from '../content/index.ts';
import { Decimal, decimalPlaces } from '../core/index.ts';
import type { MetricBook } from '../metrics/index.ts';
import { overlap, ownRange, type Range } from './range.ts';
import { roughly, roughRange, sizeOf, surelyOverlap } from './rough-range.ts';

/** A change that a source states, with the two values that it joins. */
export interface StatedCase {
  readonly metric: Metric;
  readonly later: MetricValue;
  readonly earlier: MetricValue | undefined;
  readonly stated: StatedChange;
}

/** Every change that is stated for a value that is given. */
export function statedCases(report: Report): readonly StatedCase[] {
  const known = CASES.get(report) ?? casesOf(report);
  CASES.set(report, known);
  return known;
}

/** A report never changes, and four checks ask for its stated changes. */
const CASES = new WeakMap<Report, readonly StatedCase[]>();

function casesOf(report: Report): readonly StatedCase[] {
  return [...report.metrics.values()].flatMap((metric) =>
    metric.values.flatMap((later) =>
      later.value === null
        ? []
        : later.statedChanges.map((stated) => {
            const earlier = metric.values.find((value) => value.period === stated.from);
            return { metric, later, earlier, stated };
          }),
    ),
  );
}

/** Whether the later value lies beyond the reporting period: then it is the earlier one that is judged by it. */
export function looksAhead(report: Report, { later }: StatedCase): boolean {
  const at = (id: string): number => report.periods.findIndex((period) => period.id === id);
  return at(later.period) > at(report.period);
}

/** The range of a given decimal in canonical units of a metric. */
export function rangeOf(book: MetricBook, metric: string, value: string, unit: string | undefined): Range | undefined {
  const interval = book.interval(metric, { value, in: unit });
  return interval === null ? undefined : { low: new Decimal(interval.low), high: new Decimal(interval.high) };
}

/** Ranges of both ends of a stated case; undefined where one is not given or the base of a percentage is not above zero. */
function endsOf(
  book: MetricBook,
  { metric, later, earlier, stated }: StatedCase,
  instead: { readonly later?: string; readonly earlier?: string } = {},
): { readonly later: Range; readonly earlier: Range } | undefined {
  const laterText = instead.later ?? later.value;
  const earlierText = instead.earlier ?? earlier?.value ?? null;
  if (laterText === null || earlierText === null) return undefined;
  const laterRange = rangeOf(book, metric.id, laterText, later.in);
  const earlierRange = rangeOf(book, metric.id, earlierText, earlier?.in);
  if (laterRange === undefined || earlierRange === undefined) return undefined;
  if (stated.in === 'percent' && earlierRange.low.lte(0)) return undefined;
  return { later: laterRange, earlier: earlierRange };
}

/** The change that two ranges leave open: in percent of the earlier one, or in canonical units. */
export function changeRange(later: Range, earlier: Range, unit: string): Range {
  if (unit !== 'percent') return { low: later.low.minus(earlier.high), high: later.high.minus(earlier.low) };
  const corners = [later.low, later.high].flatMap((to) =>
    [earlier.low, earlier.high].map((from) => to.div(from).minus(1).times(100)),
  );
  return { low: Decimal.min(...corners), high: Decimal.max(...corners) };
}

/**
 * Whether the change agrees by so much that it needs no decimals to tell: most do. What is near an end of a range, and what
 * disagrees, is for `agrees` to work out.
 */
function surelyAgrees(
  book: MetricBook,
  { metric, later, earlier, stated }: StatedCase,
  laterText: string | null,
  earlierText: string | null,
): boolean {
  const to = roughRange(book, metric.id, laterText, later.in);
  const from = roughRange(book, metric.id, earlierText, earlier?.in);
  const isRelative = stated.in === 'percent';
  const said = isRelative ? roughly(stated.value, 1) : roughRange(book, metric.id, stated.value, stated.in);
  if (to === undefined || from === undefined || said === undefined) return false;
  if (!isRelative) {
    return surelyOverlap({ low: to.low - from.high, high: to.high - from.low }, said, sizeOf(to, from, said));
  }
  if (!(from.low > 0 && to.low > 0)) return false;
  const [least, most] = [(to.low / from.high) * 100, (to.high / from.low) * 100];
  return surelyOverlap({ low: least - 100, high: most - 100 }, said, Math.max(most, 100, sizeOf(said)));
}

/** The range of the stated change itself, in what `changeRange` answers in. */
function statedRange(book: MetricBook, { metric, stated }: StatedCase): Range | undefined {
  return stated.in === 'percent' ? ownRange(stated.value) : rangeOf(book, metric.id, stated.value, stated.in);
}

/** Whether the stated change agrees with its two values; undefined where that cannot be told. */
export function agrees(
  book: MetricBook,
  one: StatedCase,
  instead: { readonly later?: string; readonly earlier?: string } = {},
): boolean | undefined {
  if (surelyAgrees(book, one, instead.later ?? one.later.value, instead.earlier ?? one.earlier?.value ?? null)) {
    return true;
  }
  const ends = endsOf(book, one, instead);
  const stated = statedRange(book, one);
  if (ends === undefined || stated === undefined) return undefined;
  return overlap(changeRange(ends.later, ends.earlier, one.stated.in), stated);
}

/** What the stated change makes of the earlier value. */
export function impliedLater(book: MetricBook, one: StatedCase): Range | undefined {
  const ends = endsOf(book, one);
  const stated = statedRange(book, one);
  if (ends === undefined || stated === undefined) return undefined;
  if (one.stated.in !== 'percent') {
    return { low: ends.earlier.low.plus(stated.low), high: ends.earlier.high.plus(stated.high) };
  }
  const [least, most] = [factor(stated.low), factor(stated.high)];
  return { low: ends.earlier.low.times(least), high: ends.earlier.high.times(most) };
}

/** What the stated change and the later value make of the earlier one. */
export function impliedEarlier(book: MetricBook, one: StatedCase): Range | undefined {
  const ends = endsOf(book, one);
  const stated = statedRange(book, one);
  if (ends === undefined || stated === undefined) return undefined;
  if (one.stated.in !== 'percent') {
    return { low: ends.later.low.minus(stated.high), high: ends.later.high.minus(stated.low) };
  }
  const [least, most] = [factor(stated.low), factor(stated.high)];
  return least.lte(0) ? undefined : { low: ends.later.low.div(most), high: ends.later.high.div(least) };
}

function factor(percent: Decimal): Decimal {
  return percent.div(100).plus(1);
}

/** A range in the unit that a value is given in, one place finer than the value, for a message. */
export function rangeText(book: MetricBook, metric: string, range: Range, value: string, unit: string): string {
  const places = decimalPlaces(value) + 1;
  const text = (end: Decimal): string =>
    new Decimal(book.inUnit(metric, end.toFixed(), unit) ?? end.toFixed()).toFixed(places);
  return `${text(range.low)} to ${text(range.high)} ${unit}`;
}
