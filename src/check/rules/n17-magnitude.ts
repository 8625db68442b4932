import type { Metric, MetricValue, Report } from '../../content/index.ts';
import { Decimal, type Diagnostic, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';

/** How far from a power of ten the quotient of two years may lie, as a logarithm: a growth of 30% either way. */
const NEAR = 0.115;
/** Fewer digits are small counts, which do grow tenfold. */
const DIGITS = 2;

/**
 * N17: a value that is ten, a thousand or ten thousand times its neighbours, give or take what a year changes, was often
 * taken in another unit: 万吨 for Mt, 亿 for million.
 */
export function magnitude({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [...report.metrics.values()].flatMap((metric) => jumps(report, book, metric));
}

interface Point {
  readonly value: MetricValue;
  readonly size: Decimal;
}

function jumps(report: Report, book: MetricBook, metric: Metric): readonly Diagnostic[] {
  const order = new Map(report.periods.map(({ id }, at) => [id, at]));
  const points = metric.values
    .flatMap((value): readonly Point[] => {
      const canonical = book.canonical(metric.id, value.period);
      const size = canonical === null ? undefined : new Decimal(canonical).abs();
      return size === undefined || size.isZero() ? [] : [{ value, size }];
    })
    .sort((a, b) => (order.get(a.value.period) ?? 0) - (order.get(b.value.period) ?? 0));
  return points.flatMap((point, at): readonly Diagnostic[] => {
    const [before, after] = [points[at - 1], points[at + 1]];
    const neighbours = [before, after].filter((one) => one !== undefined);
    const powers = neighbours.map((other) => powerBetween(point, other));
    const [power] = powers;
    if (power === undefined || power === 0 || powers.some((one) => one !== power)) return [];
    // Of two values alone, either may be the slip; the later one is told.
    if (before === undefined && after !== undefined && points.length === 2) return [];
    if (significantDigits(point.value.value ?? '') < DIGITS) return [];
    return [told(report, metric, point, before ?? after, power)];
  });
}

/** The power of ten that a value is of another, 0 when they are not near one. */
function powerBetween(one: Point, other: Point): number {
  const log = one.size.div(other.size).log(10).toNumber();
  const power = Math.round(log);
  return Math.abs(log - power) <= NEAR ? power : 0;
}

function significantDigits(text: string): number {
  return text.replace('-', '').replace('.', '').replace(/^0+/, '').length;
}

function told(report: Report, metric: Metric, { value }: Point, other: Point | undefined, power: number): Diagnostic {
  const span = report.origins.spanOf(`${value.origin}/value`);
  const otherSpan = other === undefined ? undefined : report.origins.spanOf(`${other.value.origin}/value`);
  const times = `10${power === 1 || power === -1 ? '' : `^${Math.abs(power)}`} times`;
  const what = power > 0 ? `about ${times}` : `about one in ${times.replace(' times', '')} of`;
  const near = other?.value.period ?? '';
  return diagnose('N17', `${metric.id} for ${value.period} is ${what} its value for ${near}`, {
    ...(span === undefined ? {} : { span }),
    item: `${metric.id}@${value.period}`,
    found: `${value.value ?? ''} ${value.in ?? metric.unit}`,
    related:
      otherSpan === undefined
        ? []
        : [{ span: otherSpan, note: `${near} is ${other?.value.value ?? ''} ${other?.value.in ?? metric.unit}` }],
    hints: ['check the value and its unit; waive the item if both are right'],
  });
}
