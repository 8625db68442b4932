import type { Inline, Metric, MetricValue } from '../../content/index.ts';
import { Decimal, type Diagnostic, diagnose, type OriginId } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { type Formula, operandsOf, parseFormula } from '../formula-syntax.ts';
import {
  dimensionsText,
  evaluateFormula,
  type FormulaFault,
  type FormulaTerm,
  isFormulaFault,
  sameDimensions,
} from '../formula-value.ts';
import { overlap, ownRange, type Range, scaleRange } from '../range.ts';
import { rangeOf } from '../stated-change.ts';
import { dimensionsOf, isShareUnit } from '../unit-dimensions.ts';

/**
 * N3 for derived values: a formula of numbers, references and signs gives the value. Totals, shares, weighted means and
 * compound growth are such formulas; what is no formula is a description and is not computed.
 * Also emits N12 and S1 for a formula that breaks the algebra of units and scopes.
 */
export function derivedFormula({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [...report.metrics.values()].flatMap((metric) =>
    metric.values.flatMap((value): readonly Diagnostic[] => {
      const pieces = value.derived === undefined ? undefined : piecesOf(book, value.derived.zh.inlines);
      const formula = pieces === undefined ? undefined : parseFormula(pieces);
      if (formula === undefined || value.value === null) return [];
      const result = compute(book, formula, metric, value);
      if (result === undefined || 'agrees' in result) return [];
      const at = (key: string): OriginId => `${value.origin}/${key}`;
      const fault = 'code' in result;
      const span = report.origins.spanOf(at(fault ? 'derived' : 'value'));
      const formulaSpan = fault ? undefined : report.origins.spanOf(at('derived'));
      return [
        diagnose(fault ? result.code : 'N3', fault ? result.message : `${value.value} is not what its formula gives`, {
          ...(span === undefined ? {} : { span }),
          item: `${metric.id}@${value.period}`,
          ...(fault ? {} : { expected: result.expected, found: value.value }),
          related: formulaSpan === undefined ? [] : [{ span: formulaSpan, note: 'the formula' }],
          hints: [fault ? 'correct the formula: amounts that are put together share unit and scope' : HINT],
        }),
      ];
    }),
  );
}

const HINT = 'correct the value or `derived:`';

/** A value that a formula cites. */
interface Cited {
  readonly metric: Metric;
  readonly value: MetricValue & { readonly value: string };
}

/** Undefined when a reference stands for anything else than a value that is given. */
function piecesOf(book: MetricBook, inlines: readonly Inline[]): readonly (Cited | string)[] | undefined {
  const pieces: (Cited | string)[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'chars') {
      pieces.push(inline.text);
      continue;
    }
    if (inline.kind !== 'ref' || inline.ref.target.kind !== 'm') return undefined;
    const { target } = inline.ref;
    const metric = book.metric(target.metric);
    const value = metric?.values.find(({ period }) => period === target.period);
    if (metric === undefined || value === undefined || value.value === null) return undefined;
    pieces.push({ metric, value: { ...value, value: value.value } });
  }
  return pieces;
}

type Result = { readonly agrees: true } | { readonly expected: string } | FormulaFault | undefined;

function compute(book: MetricBook, formula: Formula<Cited>, metric: Metric, value: MetricValue): Result {
  const unit = value.in ?? metric.unit;
  const plain = operandsOf(formula).every((cited) => plainRange(book, cited, unit) !== undefined);
  return plain
    ? asNumbers(book, formula, unit, value.value ?? '0')
    : asAmounts(book, formula, unit, value.value ?? '0');
}

/** References in the unit of the value, or shares of one: typed numbers are in that unit too. */
function asNumbers(book: MetricBook, formula: Formula<Cited>, unit: string, value: string): Result {
  const result = evaluateFormula(formula, (cited) => {
    const range = plainRange(book, cited, unit);
    return range === undefined ? undefined : termOf(cited, range, {});
  });
  if (result === undefined || isFormulaFault(result)) return result;
  const readings = isShareUnit(book, unit) ? [result.range, scaleRange(result.range, 100)] : [result.range];
  return readings.some((range) => overlap(range, ownRange(value)))
    ? { agrees: true }
    : { expected: `${rangeText(result.range)} ${unit}` };
}

/** A cited value as a number: in the unit of the derived one, or a share of one as a fraction. */
function plainRange(book: MetricBook, { metric, value }: Cited, unit: string): Range | undefined {
  const range = rangeOf(book, metric.id, value.value, value.in);
  if (range === undefined) return undefined;
  const low = book.inUnit(metric.id, range.low.toFixed(), unit);
  const high = book.inUnit(metric.id, range.high.toFixed(), unit);
  if (low !== null && high !== null) return { low: new Decimal(low), high: new Decimal(high) };
  return isShareUnit(book, metric.unit) ? scaleRange(range, book.unit(metric.unit)?.factor ?? 1, 100) : undefined;
}

/** References as amounts of their dimensions: typed numbers are pure. */
function asAmounts(book: MetricBook, formula: Formula<Cited>, unit: string, value: string): Result {
  const result = evaluateFormula(formula, (cited) => {
    const own = dimensionsOf(book, cited.metric.unit);
    const range = rangeOf(book, cited.metric.id, cited.value.value, cited.value.in);
    return own === undefined || range === undefined
      ? undefined
      : termOf(cited, scaleRange(range, own.factor), own.dimensions);
  });
  if (result === undefined || isFormulaFault(result)) return result;
  const own = dimensionsOf(book, unit);
  if (own === undefined) return undefined;
  const inUnit = scaleRange(result.range, 1, own.factor);
  if (sameDimensions(result.dimensions, own.dimensions)) {
    // A share may be written as the quotient itself, or times a hundred.
    const readings = isShareUnit(book, unit) ? [inUnit, scaleRange(inUnit, 1, 100)] : [inUnit];
    const agrees = readings.some((range) => overlap(range, ownRange(value)));
    return agrees ? { agrees } : { expected: `${rangeText(inUnit)} ${unit}` };
  }
  if (!own.custom) {
    const gives = `the formula gives ${dimensionsText(result.dimensions)}, and the value is in ${unit}`;
    return { code: 'N12', message: gives };
  }
  // A project's own unit does not tell how it is made of others: its scale is open, its digits are not.
  const agrees = fitsSomeScale(result.range, ownRange(value));
  return agrees ? { agrees } : { expected: `the digits of ${rangeText(result.range)}` };
}

function termOf({ metric }: Cited, range: Range, dimensions: FormulaTerm['dimensions']): FormulaTerm {
  return { range, dimensions, scope: metric.scope.key, metric };
}

function fitsSomeScale(range: Range, value: Range): boolean {
  const scale = (one: Range): number => (one.high.isZero() ? 0 : Math.floor(one.high.abs().log(10).toNumber()));
  const shift = scale(value) - scale(range);
  return [shift - 1, shift, shift + 1].some((power) => overlap(scaleRange(range, new Decimal(10).pow(power)), value));
}

function rangeText({ low, high }: Range): string {
  const [least, most] = [low.toSignificantDigits(6).toFixed(), high.toSignificantDigits(6).toFixed()];
  return least === most ? least : `${least} to ${most}`;
}
