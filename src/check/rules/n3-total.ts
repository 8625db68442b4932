import type { Metric, MetricValue, Parts } from '../../content/index.ts';
import { Decimal, type Diagnostic, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import type { Range } from '../range.ts';
import { rangeOf, rangeText } from '../stated-change.ts';

/** One whole with its parts in one period. */
interface Split {
  readonly metric: Metric;
  readonly parts: Parts;
  readonly period: string;
}

/**
 * N3: complete parts add up to their whole within what the last places leave open; parts that are not complete do not
 * exceed it. Complete parts of a named period all have values.
 */
export function total(facts: CheckFacts): readonly Diagnostic[] {
  const { report, book } = facts;
  if (book === undefined) return [];
  return [...report.metrics.values()].flatMap((metric) =>
    metric.parts.flatMap((parts) => {
      const periods = parts.period === undefined ? metric.values.map(({ period }) => period) : [parts.period];
      return periods.flatMap((period) => checkSplit(facts, book, { metric, parts, period }));
    }),
  );
}

function checkSplit(facts: CheckFacts, book: MetricBook, split: Split): readonly Diagnostic[] {
  const { metric, parts, period } = split;
  const values = [metric.id, ...parts.items].map((id) => ({ id, value: valueIn(facts, id, period) }));
  const absent = values.filter(({ value }) => value === undefined || value.value === null);
  if (absent.length > 0) {
    if (!parts.complete || parts.period === undefined) return [];
    return [
      incomplete(
        facts,
        split,
        absent.map(({ id }) => id),
      ),
    ];
  }
  const [whole, ...pieces] = values.map(({ id, value }) => canonicalRange(book, metric.id, id, value));
  if (whole === undefined || pieces.some((piece) => piece === undefined)) return [];
  const sum = pieces.reduce<Range>(
    (all, piece) => (piece === undefined ? all : { low: all.low.plus(piece.low), high: all.high.plus(piece.high) }),
    { low: new Decimal(0), high: new Decimal(0) },
  );
  const exceeds = sum.low.gt(whole.high);
  const fallsShort = parts.complete && sum.high.lt(whole.low);
  return exceeds || fallsShort ? [mismatch(facts, book, split, sum)] : [];
}

/** A part’s range in canonical units of the whole: 13.85 GWh within a whole in MJ. */
function canonicalRange(
  book: MetricBook,
  whole: string,
  part: string,
  value: MetricValue | undefined,
): Range | undefined {
  if (value === undefined || value.value === null) return undefined;
  return rangeOf(book, whole, value.value, value.in ?? book.metric(part)?.unit);
}

function valueIn({ report }: CheckFacts, id: string, period: string): MetricValue | undefined {
  return report.metrics.get(id)?.values.find((value) => value.period === period);
}

function incomplete({ report }: CheckFacts, { metric, parts, period }: Split, absent: readonly string[]): Diagnostic {
  const span = report.origins.spanOf(parts.origin);
  return diagnose(
    'N3',
    `the parts of ${metric.id} in ${period} are said to be complete, but ${absent.join(', ')} has no value`,
    {
      ...(span === undefined ? {} : { span }),
      item: `${metric.id}@${period}`,
      hints: ['write `complete: false`, or give the value'],
    },
  );
}

function mismatch(facts: CheckFacts, book: MetricBook, split: Split, sum: Range): Diagnostic {
  const { report } = facts;
  const { metric, parts, period } = split;
  const whole = valueIn(facts, metric.id, period);
  const unit = whole?.in ?? metric.unit;
  const text = whole?.value ?? '';
  const span = whole === undefined ? undefined : report.origins.spanOf(`${whole.origin}/value`);
  const pieces = parts.items.map((id) => ({ id, value: valueIn(facts, id, period) }));
  const disputed = pieces.find(({ value }) => value?.status === 'disputed');
  const item = whole?.status !== 'disputed' && disputed !== undefined ? disputed.id : metric.id;
  return diagnose('N3', `${text} ${unit} is not the total of the parts of ${metric.id} in ${period}`, {
    ...(span === undefined ? {} : { span }),
    item: `${item}@${period}`,
    expected: `${parts.complete ? '' : 'at least '}${rangeText(book, metric.id, sum, text, unit)}`,
    found: `${text} ${unit}`,
    related: pieces.flatMap(({ id, value }) => {
      const at = value === undefined ? undefined : report.origins.spanOf(`${value.origin}/value`);
      return at === undefined || value === undefined
        ? []
        : [{ span: at, note: `${id} is ${value.value ?? ''} ${value.in ?? ''}` }];
    }),
    hints: ['check the whole and its parts, or set `status: disputed` and record the alternatives'],
  });
}
