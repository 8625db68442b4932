import { Decimal, decimalPlaces } from '../core/index.ts';

/** Values that may hide behind a rounded one, both ends included. */
export interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** The range of a decimal as it stands, half a unit in its last place on both sides. */
export function ownRange(value: string): Range {
  const half = new Decimal(10).pow(-decimalPlaces(value)).div(2);
  return { low: new Decimal(value).minus(half), high: new Decimal(value).plus(half) };
}

/** A range of one exact value. */
export function exactly(value: Decimal): Range {
  return { low: value, high: value };
}

export function overlap(a: Range, b: Range): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}

export function addRanges(a: Range, b: Range): Range {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) };
}

export function negativeRange({ low, high }: Range): Range {
  return { low: high.neg(), high: low.neg() };
}

export function multiplyRanges(a: Range, b: Range): Range {
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => x.times(y)));
  return { low: Decimal.min(...corners), high: Decimal.max(...corners) };
}

/** A range times a factor, divided by another. */
export function scaleRange(
  range: Range,
  factor: Decimal | number | string,
  divisor: Decimal | number | string = 1,
): Range {
  return multiplyRanges(range, exactly(new Decimal(factor).div(divisor)));
}

/** One divided by the range; undefined when zero lies within. */
export function inverseRange({ low, high }: Range): Range | undefined {
  if (low.lte(0) && high.gte(0)) return undefined;
  return { low: new Decimal(1).div(high), high: new Decimal(1).div(low) };
}

/** A power of a range above zero. */
export function powerRange({ low, high }: Range, exponent: Decimal): Range | undefined {
  if (low.lte(0)) return undefined;
  const ends = [low.pow(exponent), high.pow(exponent)];
  return { low: Decimal.min(...ends), high: Decimal.max(...ends) };
}
