import type { Inline, Metric, MetricValue } from '../../content/index.ts';
import { Decimal, type Diagnostic, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { evaluateFormula, type FormulaPiece } from '../formula.ts';
import { overlap, ownRange, type Range, rangeOf } from '../stated-change.ts';

/**
 * N3 for derived values: a formula of numbers, references and signs gives the value. Typed numbers and the value are in
 * the unit that the value is given in; what is no such formula is a description and is not computed.
 */
export function derivedFormula({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [...report.metrics.values()].flatMap((metric) =>
    metric.values.flatMap((value): readonly Diagnostic[] => {
      if (value.derived === undefined || value.value === null) return [];
      const pieces = piecesOf(book, metric, value, value.derived.zh.inlines);
      const result = pieces === undefined ? undefined : evaluateFormula(pieces);
      if (result === undefined || overlap(result, ownRange(value.value))) return [];
      const span = report.origins.spanOf(`${value.origin}/value`);
      const formulaSpan = report.origins.spanOf(`${value.origin}/derived`);
      return [
        diagnose('N3', `${value.value} is not what its formula gives`, {
          ...(span === undefined ? {} : { span }),
          item: `${metric.id}@${value.period}`,
          expected: resultText(result),
          found: value.value,
          related: formulaSpan === undefined ? [] : [{ span: formulaSpan, note: 'the formula' }],
          hints: ['correct the value or `derived:`'],
        }),
      ];
    }),
  );
}

/** Undefined when a reference stands for anything else than a value in a unit of the derived value’s dimension. */
function piecesOf(
  book: MetricBook,
  metric: Metric,
  value: MetricValue,
  inlines: readonly Inline[],
): readonly FormulaPiece[] | undefined {
  const pieces: FormulaPiece[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'chars') {
      pieces.push(inline.text);
      continue;
    }
    if (inline.kind !== 'ref' || inline.ref.target.kind !== 'm') return undefined;
    const range = referenceRange(book, inline.ref.target, value.in ?? metric.unit);
    if (range === undefined) return undefined;
    pieces.push(range);
  }
  return pieces;
}

function referenceRange(
  book: MetricBook,
  target: { readonly metric: string; readonly period: string },
  unit: string,
): Range | undefined {
  const given = book.metric(target.metric)?.values.find(({ period }) => period === target.period);
  if (given === undefined || given.value === null) return undefined;
  const range = rangeOf(book, target.metric, given.value, given.in);
  if (range === undefined) return undefined;
  const low = book.inUnit(target.metric, range.low.toFixed(), unit);
  const high = book.inUnit(target.metric, range.high.toFixed(), unit);
  return low === null || high === null ? undefined : { low: new Decimal(low), high: new Decimal(high) };
}

function resultText({ low, high }: Range): string {
  const [least, most] = [low.toSignificantDigits(6).toFixed(), high.toSignificantDigits(6).toFixed()];
  return least === most ? least : `${least} to ${most}`;
}
