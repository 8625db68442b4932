import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Exact decimals for figures. Own precision, so that nothing else that uses decimal.js can change it:
 * 40 significant digits hold any quotient of two printed figures; halves go away from zero, as readers round.
 */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
});
export type Decimal = DecimalJs;

/** A decimal as content writes it: an optional hyphen-minus, digits without grouping, and at most one point with digits on both sides. */
const DECIMAL_PATTERN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Whether a text is a decimal in the form that content writes. */
export function isDecimal(text: string): boolean {
  return DECIMAL_PATTERN.test(text);
}

/** Digits after the point as written: `"1.200"` has three. They tell how finely a value was given. */
export function decimalPlaces(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}
