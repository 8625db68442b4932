import type { Lang } from '../core/index.ts';
import type { Amount } from './amount.ts';
import type { SignRule } from './figure.ts';
import type { Display } from './ledger.ts';
import { type Manner, type QuantityFacts, writeQuantity } from './quantity.ts';
import { placesOfValue, withoutTrailingZeros } from './rounding.ts';
import type { Quantity } from './types.ts';
import type { Wording } from './wording.ts';

/** How an amount is asked to look; `dp` only coarsens. */
export interface Look {
  readonly lang: Lang;
  readonly manner: Manner;
  readonly sign?: SignRule;
  readonly dp?: number | undefined;
}

/** A printed amount, and whether `dp` asked for more than there is: then the figure keeps what it has. */
export interface Printed {
  readonly quantity: Quantity;
  readonly places: number;
  readonly finer: boolean;
}

/** Prints an amount in a display unit, rounded once. */
export function printAmount(
  amount: Amount,
  display: Display,
  look: Look,
  facts: QuantityFacts,
  wording: Wording,
): Printed {
  const value = amount.value.div(display.unit.factor);
  const most = placesShown(amount, display);
  const finer = look.dp !== undefined && look.dp > Math.max(most, 0);
  const places = look.dp === undefined ? most : Math.min(most, look.dp);
  const { lang, manner, sign = 'auto' } = look;
  const written = { value, places, form: display.unit.form, lang, sign, manner };
  return { quantity: writeQuantity(written, facts, wording), places, finer };
}

/**
 * Decimal places of an amount in a display unit: those that the display asks for, never finer than the value.
 * Without a wish the value's own places stand; a whole number does not gain decimals from its trailing zeros.
 */
export function placesShown(amount: Amount, { unit, dp }: Display): number {
  const value = amount.value.div(unit.factor);
  const own = amount.grain.isZero() ? undefined : placesOfValue(value, amount.grain.div(unit.factor));
  if (dp !== undefined) return own === undefined ? dp : Math.min(dp, own);
  if (own === undefined) return 0;
  return amount.whole ? withoutTrailingZeros(value, own) : own;
}
