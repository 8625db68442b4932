import type { Decimal } from '../core/index.ts';
import { roundAt } from './rounding.ts';

/** U+2212, in line with the digits; the hyphen-minus of content is never printed. */
const MINUS = '\u2212';
export const NO_BREAK_SPACE = '\u00A0';

export type SignRule = 'auto' | 'always' | 'never';

/** A figure as printed: sign apart, because a currency stands between the two. */
export interface Figure {
  readonly sign: '' | '+' | typeof MINUS;
  /** Grouped digits, without a sign. */
  readonly digits: string;
}

/**
 * Rounds and groups a value. What rounds to zero has no sign.
 * @param places  decimal places; below zero rounds left of the point
 * @param rule    `auto` prints a minus, `always` a plus as well, `never` none
 * Source: GB/T 15835-2011 for grouping; house rule: groups from four digits on, in both languages.
 */
export function figureOf(value: Decimal, places: number, rule: SignRule = 'auto'): Figure {
  const rounded = roundAt(value, places);
  const digits = group(rounded.abs().toFixed(Math.max(0, places)));
  if (rounded.isZero() || rule === 'never') return { sign: '', digits };
  return { sign: rounded.isNeg() ? MINUS : rule === 'always' ? '+' : '', digits };
}

/** Sign and digits together. */
export function figureText(figure: Figure): string {
  return `${figure.sign}${figure.digits}`;
}

function group(fixed: string): string {
  const [whole = '', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
