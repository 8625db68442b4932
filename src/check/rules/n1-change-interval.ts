import type { Diagnostic } from '../../core/index.ts';
import { diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { isPointsSlip } from '../points-slip.ts';
import { agrees, impliedLater, looksAhead, rangeText, type StatedCase, statedCases } from '../stated-change.ts';

/**
 * N1: a change that a source states agrees with the two values it joins, within what their last places leave open.
 * A change whose earlier value is not given is told as unchecked, one in a unit of something else as N12. Changes of
 * periods beyond the report are for N2.
 */
export function changeInterval(facts: CheckFacts): readonly Diagnostic[] {
  const { report, book } = facts;
  if (book === undefined) return [];
  return statedCases(report).flatMap((one): readonly Diagnostic[] => {
    const strange = strangeUnit(facts, book, one);
    if (strange !== undefined) return [strange];
    if (looksAhead(report, one) || isPointsSlip(book, one)) return [];
    const verdict = agrees(book, one);
    if (verdict === true) return [];
    return [verdict === undefined ? unchecked(facts, one) : disagreement(facts, book, one)];
  });
}

/** A change that is stated in a unit of something else can be held against nothing. */
function strangeUnit(
  { report }: CheckFacts,
  book: MetricBook,
  { metric, later, stated }: StatedCase,
): Diagnostic | undefined {
  if (stated.in === 'percent') return undefined;
  const [unit, own] = [book.unit(stated.in), book.unit(metric.unit)];
  if (own === undefined || unit?.dimension === own.dimension) return undefined;
  const span = report.origins.spanOf(`${stated.origin}/in`);
  const about = { ...(span === undefined ? {} : { span }), item: `${metric.id}@${later.period}` };
  if (unit === undefined) {
    return diagnose('D1', `${stated.in} is no unit`, {
      ...about,
      hints: ['use percent, percentage_points or a unit id'],
    });
  }
  return diagnose('N12', `${metric.id} is in ${metric.unit}; ${stated.in} measures another thing`, {
    ...about,
    expected: `percent, or a unit of ${own.dimension}`,
    found: `${stated.in}, a unit of ${unit.dimension}`,
  });
}

function unchecked({ report }: CheckFacts, { metric, later, earlier, stated }: StatedCase): Diagnostic {
  const span = report.origins.spanOf(stated.origin);
  const why =
    earlier === undefined || earlier.value === null
      ? `${stated.from} has no value`
      : `nothing is relative to ${earlier.value} in ${stated.from}`;
  return diagnose('N1', `the change stated for ${metric.id} in ${later.period} stays unchecked: ${why}`, {
    severity: 'info',
    ...(span === undefined ? {} : { span }),
    item: `${metric.id}@${later.period}`,
  });
}

function disagreement({ report }: CheckFacts, book: MetricBook, one: StatedCase): Diagnostic {
  const { metric, later, earlier, stated } = one;
  const span = report.origins.spanOf(`${later.origin}/value`);
  const earlierSpan = earlier === undefined ? undefined : report.origins.spanOf(`${earlier.origin}/value`);
  const statedSpan = report.origins.spanOf(stated.origin);
  const unit = later.in ?? metric.unit;
  const value = later.value ?? '';
  const base = `${earlier?.value ?? ''} ${earlier?.in ?? metric.unit}`;
  const expected = impliedLater(book, one);
  return diagnose('N1', `${value} ${unit} does not agree with ${changeText(one)} on ${base}`, {
    ...(span === undefined ? {} : { span }),
    item: `${metric.id}@${later.period}`,
    ...(expected === undefined ? {} : { expected: rangeText(book, metric.id, expected, value, unit) }),
    found: `${value} ${unit}`,
    related: [
      ...(earlierSpan === undefined ? [] : [{ span: earlierSpan, note: `${stated.from} is ${base}` }]),
      ...(statedSpan === undefined ? [] : [{ span: statedSpan, note: `${changeText(one)} is stated here` }]),
    ],
    hints: [...restatedHint(book, one), 'check the sources, or set `status: disputed` and record the alternatives'],
  });
}

/** A change was often stated before the earlier value was restated. */
function restatedHint(book: MetricBook, one: StatedCase): readonly string[] {
  const old = one.metric.restatements.find(({ period }) => period === one.stated.from)?.old;
  if (old === undefined || old === null || agrees(book, one, { earlier: old }) !== true) return [];
  return [`it agrees with ${old}, the value of ${one.stated.from} before its restatement`];
}

/** A stated change as a message says it: `+45.5%`, `−5.0%`, `+11.8 percentage_points`. */
export function changeText({ stated }: StatedCase): string {
  const sign = stated.value.startsWith('-') ? '' : '+';
  return `${sign}${stated.value}${stated.in === 'percent' ? '%' : ` ${stated.in}`}`;
}
