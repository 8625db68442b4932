import type { Metric, MetricValue, Report } from '../../content/index.ts';
import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';

/** How far from a power of ten the quotient of two years may lie, as a logarithm: a growth of 30% either way. */
const NEAR = 0.115;
/** Fewer digits are small counts, which do grow tenfold. */
const DIGITS = 2;

/**
 * N17: a value that is ten, a thousand or ten thousand times its neighbours, give or take what a year changes, was often
 * taken in another unit: 万吨 for Mt, 亿 for million. So is a share that is twenty times its neighbour, or a twentieth.
 */
export function magnitude({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [...report.metrics.values()].flatMap((metric) => jumps(report, book, metric));
}

interface Point {
  readonly value: MetricValue;
  /** In canonical units; told to a third of its digits, so that a double is fine enough. */
  readonly size: number;
  readonly isShare: boolean;
}

function jumps(report: Report, book: MetricBook, metric: Metric): readonly Diagnostic[] {
  const order = new Map(report.periods.map(({ id }, at) => [id, at]));
  const points = metric.values
    .flatMap((value): readonly Point[] => {
      const canonical = book.canonical(metric.id, value.period);
      const size = canonical === null ? 0 : Math.abs(Number(canonical));
      return size === 0 ? [] : [{ value, size, isShare: metric.unit === 'percent' }];
    })
    .sort((a, b) => (order.get(a.value.period) ?? 0) - (order.get(b.value.period) ?? 0));
  const between = points.map((point, at) => powerToBoth(point, points[at - 1], points[at + 1]));
  return points.flatMap((point, at): readonly Diagnostic[] => {
    const [before, after] = [points[at - 1], points[at + 1]];
    const other = before ?? after;
    if (other === undefined || significantDigits(point.value.value ?? '') < DIGITS) return [];
    // The first and the last have one neighbour, which may be the slip itself. Of two values alone the later one is told.
    const isEnd = before === undefined || after === undefined;
    const told = points.length === 2 ? before !== undefined : between[before === undefined ? at + 1 : at - 1] === 0;
    const power = isEnd ? (told ? powerBetween(point, other) : 0) : (between[at] ?? 0);
    return power === 0 ? [] : [jump(report, metric, point, other)];
  });
}

/** The power of ten that a value is of both its neighbours, 0 for the first and the last. */
function powerToBoth(point: Point, before: Point | undefined, after: Point | undefined): number {
  if (before === undefined || after === undefined) return 0;
  const power = powerBetween(point, before);
  if (power !== 0 && power === powerBetween(point, after)) return power;
  // A hundred times both of them, or a hundredth, needs no whole power to be a slip.
  const [first, second] = [before, after].map((one) => Math.log10(point.size / one.size));
  const isFar = Math.min(Math.abs(first ?? 0), Math.abs(second ?? 0)) > FAR;
  return isFar && Math.sign(first ?? 0) === Math.sign(second ?? 0) ? Math.round(second ?? 0) : 0;
}

/** So many powers of ten away from both neighbours. */
const FAR = 1.9;

/** So many powers of ten apart, a year's change is no explanation, however far from a whole power. */
const BEYOND = 3;

/** The same for shares, which are small and move by more of themselves: by a half. */
const NEAR_SHARE = 0.18;
/** How far from a hundredth a share below one may lie of another, as a logarithm, to be a fraction typed for a percentage. */
const NEAR_FRACTION = 0.5;

/** A share of a tenth or more that is twenty times another has gained a digit, or the other has lost one. */
const FAR_SHARE = 1.3;
const LARGE_SHARE = 10;

/** The power of ten that a value is of another, 0 when they are not near one. */
function powerBetween(one: Point, other: Point): number {
  const log = Math.log10(one.size / other.size);
  const isFraction = one.isShare && Math.min(one.size, other.size) < 1;
  if (isFraction && Math.abs(Math.abs(log) - 2) <= NEAR_FRACTION) return Math.round(log);
  const power = Math.round(log);
  const near = one.isShare ? NEAR_SHARE : NEAR;
  if (one.isShare && Math.abs(log) >= FAR_SHARE && Math.max(one.size, other.size) >= LARGE_SHARE) return Math.sign(log);
  return Math.abs(log) >= BEYOND || Math.abs(log - power) <= near ? power : 0;
}

/** 10 and 10^4 near a power of ten, 25 between. */
function timesOf(log: number): string {
  const power = Math.round(log);
  if (power > 0 && Math.abs(log - power) < NEAR_SHARE) return power === 1 ? '10' : `10^${power}`;
  return log < 3 ? String(Math.round(10 ** log)) : `10^${power}`;
}

function significantDigits(text: string): number {
  return text.replace('-', '').replace('.', '').replace(/^0+/, '').length;
}

function jump(report: Report, metric: Metric, { value, size }: Point, other: Point): Diagnostic {
  const span = report.origins.spanOf(`${value.origin}/value`);
  const otherSpan = report.origins.spanOf(`${other.value.origin}/value`);
  const log = Math.log10(size / other.size);
  const what = log > 0 ? `about ${timesOf(log)} times` : `about one in ${timesOf(-log)} of`;
  const near = `${other.value.period} is ${other.value.value ?? ''} ${other.value.in ?? metric.unit}`;
  return diagnose('N17', `${metric.id} for ${value.period} is ${what} its value for ${other.value.period}`, {
    ...(span === undefined ? {} : { span }),
    item: `${metric.id}@${value.period}`,
    found: `${value.value ?? ''} ${value.in ?? metric.unit}`,
    related: otherSpan === undefined ? [] : [{ span: otherSpan, note: near }],
    hints: ['check the value and its unit; waive the item if both are right'],
  });
}
