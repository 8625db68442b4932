import type { Diagnostic } from '../../core/index.ts';
import { diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { agrees, impliedEarlier, looksAhead, rangeText, type StatedCase, statedCases } from '../stated-change.ts';
import { changeText } from './n1-change-interval.ts';

/** N2: what a later report states of its value and its growth implies the value of this report. */
export function forwardChange({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return statedCases(report).flatMap((one): readonly Diagnostic[] => {
    const { metric, earlier } = one;
    if (!looksAhead(report, one) || earlier === undefined || agrees(book, one) !== false) return [];
    const span = report.origins.spanOf(`${earlier.origin}/value`);
    const laterSpan = report.origins.spanOf(`${one.later.origin}/value`);
    const later = `${one.later.value ?? ''} ${one.later.in ?? metric.unit}`;
    return [
      diagnose('N2', message(book, one), {
        ...(span === undefined ? {} : { span }),
        item: `${metric.id}@${earlier.period}`,
        expected: expectedText(book, one),
        found: `${earlier.value ?? ''} ${earlier.in ?? metric.unit}`,
        related: laterSpan === undefined ? [] : [{ span: laterSpan, note: `${one.later.period} is ${later}` }],
        hints: ['check the sources, or set `status: disputed` and record the alternatives'],
      }),
    ];
  });
}

function message(book: MetricBook, one: StatedCase): string {
  const { later, earlier, metric } = one;
  const source = `${later.value ?? ''} ${later.in ?? metric.unit} and ${changeText(one)} for ${later.period}`;
  return `${source} imply ${expectedText(book, one)} for ${one.stated.from}, not ${earlier?.value ?? ''}`;
}

function expectedText(book: MetricBook, one: StatedCase): string {
  const { metric, earlier } = one;
  const range = impliedEarlier(book, one);
  const unit = earlier?.in ?? metric.unit;
  return range === undefined ? 'another value' : rangeText(book, metric.id, range, earlier?.value ?? '0', unit);
}
