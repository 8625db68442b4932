import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { type Split, splitSum, splitsOf, splitValues, surelyAdds } from '../parts-total.ts';
import type { Range } from '../range.ts';
import { rangeText } from '../stated-change.ts';

/**
 * N3: complete parts add up to their whole within what the last places leave open; parts that are not complete do not
 * exceed it. Complete parts of a named period all have values.
 */
export function total(facts: CheckFacts): readonly Diagnostic[] {
  const { report, book } = facts;
  if (book === undefined) return [];
  return splitsOf(report).flatMap((split) => {
    const absent = splitValues(report, split).filter(({ value }) => value === undefined || value.value === null);
    if (absent.length > 0) {
      const ids = absent.map(({ id }) => id);
      return split.parts.complete && split.parts.period !== undefined ? [incomplete(facts, split, ids)] : [];
    }
    if (surelyAdds(report, book, split)) return [];
    const made = splitSum(report, book, split);
    return made === undefined || made.agrees ? [] : [mismatch(facts, book, split, made.sum)];
  });
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

function mismatch({ report }: CheckFacts, book: MetricBook, split: Split, sum: Range): Diagnostic {
  const { metric, parts, period } = split;
  const [first, ...pieces] = splitValues(report, split);
  const whole = first?.value;
  const unit = whole?.in ?? metric.unit;
  const text = whole?.value ?? '';
  const span = whole === undefined ? undefined : report.origins.spanOf(`${whole.origin}/value`);
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
