import { Decimal } from '../core/index.ts';

/**
 * Decimal places that a grain allows: the most that are not finer. A grain of 0.036 allows one, of 10 allows −1.
 * @param grain  above zero
 */
export function placesOfGrain(grain: Decimal): number {
  const power = new Decimal(10).pow(grain.e);
  return grain.eq(power) ? 0 - grain.e : -1 - grain.e;
}

/** Places for a value of a grain. A value that would vanish keeps its first digit: 1 MWh is about 4,000 MJ, not 0. */
export function placesOfValue(value: Decimal, grain: Decimal): number {
  const places = placesOfGrain(grain);
  return !value.isZero() && roundAt(value, places).isZero() ? places + 1 : places;
}

/** Rounds once, halves away from zero, at a place that may stand left of the point. */
export function roundAt(value: Decimal, places: number): Decimal {
  const scale = new Decimal(10).pow(places);
  return value.times(scale).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).div(scale);
}

/** The places without those that only hold zeros. */
export function withoutTrailingZeros(value: Decimal, places: number): number {
  const needed = roundAt(value, places).decimalPlaces();
  return Math.min(places, Math.max(0, needed));
}
