import type { Metric } from '../content/index.ts';
import type { DiagnosticCode } from '../core/index.ts';
import type { Formula } from './formula-syntax.ts';
import { addRanges, exactly, inverseRange, multiplyRanges, negativeRange, powerRange, type Range } from './range.ts';

/** Dimensions with their exponents: `{co2e: 1, RMB: -1}`. Empty for a pure number. */
export type Dimensions = Readonly<Record<string, number>>;

/** What a part of a formula comes to. */
export interface FormulaTerm {
  readonly range: Range;
  readonly dimensions: Dimensions;
  /** Scope of all amounts in it, where they share one; undefined for a typed number. */
  readonly scope: string | undefined;
  /** The metric of which this is a value as it stands. */
  readonly metric: Metric | undefined;
}

/** Why a formula has no value. */
export interface FormulaFault {
  readonly code: DiagnosticCode;
  readonly message: string;
}

/**
 * Computes a formula in intervals, by the algebra of units and scopes: amounts of two dimensions, of two scopes, or of a
 * metric that is not additive are not added; a quotient of one dimension is a pure number.
 * @returns a fault where the formula breaks the algebra; undefined where it has no value, as a division by zero
 */
export function evaluateFormula<T>(
  formula: Formula<T>,
  termOf: (operand: T) => FormulaTerm | undefined,
): FormulaTerm | FormulaFault | undefined {
  switch (formula.kind) {
    case 'number':
      return { range: exactly(formula.value), dimensions: {}, scope: undefined, metric: undefined };
    case 'operand':
      return termOf(formula.operand);
    case 'negative': {
      const of = evaluateFormula(formula.of, termOf);
      return of === undefined || isFormulaFault(of) ? of : { ...of, range: negativeRange(of.range) };
    }
    case 'operation': {
      const left = evaluateFormula(formula.left, termOf);
      if (left === undefined || isFormulaFault(left)) return left;
      const right = evaluateFormula(formula.right, termOf);
      if (right === undefined || isFormulaFault(right)) return right;
      if (formula.sign === '+' || formula.sign === '-') return sum(left, right, formula.sign);
      return formula.sign === '^' ? power(left, right) : product(left, right, formula.sign);
    }
  }
}

/** Tells a fault from a value. */
export function isFormulaFault(thing: FormulaTerm | FormulaFault): thing is FormulaFault {
  return 'code' in thing;
}

/** Dimensions as a message names them: `co2e ÷ RMB`, `a pure number`. */
export function dimensionsText(dimensions: Dimensions): string {
  const side = (sign: 1 | -1): string =>
    Object.keys(dimensions)
      .filter((name) => Math.sign(dimensions[name] ?? 0) === sign)
      .sort()
      .map((name) => (Math.abs(dimensions[name] ?? 0) === 1 ? name : `${name}^${Math.abs(dimensions[name] ?? 0)}`))
      .join(' × ');
  const [over, under] = [side(1), side(-1)];
  if (over === '' && under === '') return 'a pure number';
  return under === '' ? over : `${over === '' ? '1' : over} ÷ ${under}`;
}

export function sameDimensions(a: Dimensions, b: Dimensions): boolean {
  return dimensionsText(a) === dimensionsText(b);
}

function sum(left: FormulaTerm, right: FormulaTerm, sign: '+' | '-'): FormulaTerm | FormulaFault {
  const what = sign === '+' ? 'adds' : 'subtracts';
  if (!sameDimensions(left.dimensions, right.dimensions)) {
    const pair = `${dimensionsText(left.dimensions)} and ${dimensionsText(right.dimensions)}`;
    return { code: 'N12', message: `the formula ${what} ${pair}` };
  }
  if (mixesScopes(left, right)) {
    return { code: 'S1', message: `the formula ${what} amounts of the scopes ${left.scope} and ${right.scope}` };
  }
  // What may not be added may still be subtracted, or have a typed number added: that is how a change is made.
  const amounts = sign === '+' && left.scope !== undefined && right.scope !== undefined ? [left, right] : [];
  const fixed = amounts.find(({ metric }) => metric?.additive === false)?.metric;
  if (fixed !== undefined) return { code: 'S1', message: `the formula adds ${fixed.id}, which is not additive` };
  const other = sign === '+' ? right.range : negativeRange(right.range);
  return { ...left, range: addRanges(left.range, other), scope: left.scope ?? right.scope, metric: undefined };
}

function product(left: FormulaTerm, right: FormulaTerm, sign: '*' | '/'): FormulaTerm | FormulaFault | undefined {
  if (sign === '/' && mixesScopes(left, right)) {
    return { code: 'S1', message: `the formula divides amounts of the scopes ${left.scope} and ${right.scope}` };
  }
  const factor = sign === '/' ? inverseRange(right.range) : right.range;
  if (factor === undefined) return undefined;
  return {
    range: multiplyRanges(left.range, factor),
    dimensions: combined(left.dimensions, right.dimensions, sign === '/' ? -1 : 1),
    scope: mixesScopes(left, right) ? undefined : (left.scope ?? right.scope),
    metric: undefined,
  };
}

function power(base: FormulaTerm, exponent: FormulaTerm): FormulaTerm | FormulaFault | undefined {
  const isNumber = exponent.range.low.eq(exponent.range.high) && sameDimensions(exponent.dimensions, {});
  if (!isNumber || !sameDimensions(base.dimensions, {})) {
    return {
      code: 'N12',
      message: 'the formula raises to a power what is no pure number, or to what is no typed number',
    };
  }
  const range = powerRange(base.range, exponent.range.low);
  return range === undefined ? undefined : { ...base, range, metric: undefined };
}

function combined(a: Dimensions, b: Dimensions, sign: 1 | -1): Dimensions {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const entries = [...names].map((name) => [name, (a[name] ?? 0) + sign * (b[name] ?? 0)] as const);
  return Object.fromEntries(entries.filter(([, exponent]) => exponent !== 0));
}

function mixesScopes(left: FormulaTerm, right: FormulaTerm): boolean {
  return left.scope !== undefined && right.scope !== undefined && left.scope !== right.scope;
}
