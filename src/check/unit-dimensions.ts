import { Decimal } from '../core/index.ts';
import type { MetricBook } from '../metrics/index.ts';
import type { Dimensions } from './formula-value.ts';

/** A unit taken apart. */
export interface UnitDimensions {
  readonly dimensions: Dimensions;
  /** How much of the dimensions' base units one is. */
  readonly factor: Decimal;
  /** A unit that the project made, which does not say what it is made of. */
  readonly custom: boolean;
}

/** Units of intensity that say what they are made of, with the number of base units of the denominator. */
const PER: Readonly<Record<string, readonly [over: string, under: string, count: string]>> = {
  'co2e per RMB': ['co2e', 'RMB', '1000000'],
  'mass per RMB': ['mass', 'RMB', '1000000'],
};
/** Dimensions of pure numbers, with the size of their base unit. */
const PURE: Readonly<Record<string, string>> = { share: '0.01', ratio: '1', multiple: '1' };

/** The dimensions of a unit: a share is a pure number, an intensity a quotient. */
export function dimensionsOf(book: MetricBook, unit: string): UnitDimensions | undefined {
  const found = book.unit(unit);
  if (found === undefined) return undefined;
  const { dimension, factor } = found;
  const pure = PURE[dimension];
  if (pure !== undefined) return { dimensions: {}, factor: new Decimal(factor).times(pure), custom: false };
  const per = PER[dimension];
  if (per !== undefined) {
    const [over, under, count] = per;
    return { dimensions: { [over]: 1, [under]: -1 }, factor: new Decimal(factor).div(count), custom: false };
  }
  return { dimensions: { [dimension]: 1 }, factor: new Decimal(factor), custom: !BUILT_IN.has(dimension) };
}

/** Dimensions that units of the package measure. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'mass',
  'co2e',
  'energy',
  'power',
  'coal equivalent',
  'volume',
  'RMB',
  'HKD',
  'USD',
  'person',
  'count',
  'FTE',
  'household',
  'hour',
  'day',
  'year',
  'length',
  'area',
]);

/** Whether a unit measures shares: percent, points, permille. */
export function isShareUnit(book: MetricBook, unit: string): boolean {
  return book.unit(unit)?.dimension === 'share';
}

/** Dimensions of what is counted: a word for one of them says what is counted, and no more. */
const COUNTED: ReadonlySet<string> = new Set(['person', 'count', 'FTE', 'household', 'hour', 'day', 'year']);

/** Whether a unit counts things or people, or is one that the project made for something of its own. */
export function isCounting({ dimension }: { readonly dimension: string }): boolean {
  return COUNTED.has(dimension) || !(BUILT_IN.has(dimension) || dimension in PURE || dimension in PER);
}
