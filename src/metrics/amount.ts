import type { ValueStatus } from '../content/types.ts';
import { Decimal, decimalPlaces } from '../core/index.ts';

/** A value with its precision, in base units of its dimension, so that amounts of one dimension compare and add. */
export interface Amount {
  readonly value: Decimal;
  /** One unit in the last place as stated; zero for a result that the build computes without an end. */
  readonly grain: Decimal;
  /** Given as a whole number: its trailing zeros need not be significant. */
  readonly whole: boolean;
  readonly dimension: string;
  readonly status: ValueStatus;
}

/** The values that an amount may really have, both ends included. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

const ORDER: readonly ValueStatus[] = ['reported', 'derived', 'estimate', 'disputed', 'sample', 'not_disclosed'];

/** The status that a reader must know of when figures of these were put together. */
export function worstStatus(statuses: readonly ValueStatus[]): ValueStatus {
  return ORDER[Math.max(0, ...statuses.map((status) => ORDER.indexOf(status)))] ?? 'reported';
}

/** Reads a decimal string given in a unit of `factor` base units. Half a unit in its last place is what it leaves open. */
export function amountOf(
  value: string,
  unit: { readonly factor: string; readonly dimension: string },
  status: ValueStatus,
): Amount {
  const places = decimalPlaces(value);
  return {
    value: new Decimal(value).times(decimalOf(unit.factor)),
    grain: grainOf(places, unit.factor),
    whole: places === 0,
    dimension: unit.dimension,
    status,
  };
}

/** Factors of units are few, and taking one apart costs more than to multiply by it. */
const FACTORS = new Map<string, Decimal>();

function decimalOf(factor: string): Decimal {
  const known = FACTORS.get(factor) ?? new Decimal(factor);
  FACTORS.set(factor, known);
  return known;
}

const GRAINS = new Map<string, Decimal>();

/** One unit in the last of so many places, in base units. */
function grainOf(places: number, factor: string): Decimal {
  const key = `${places} ${factor}`;
  const known = GRAINS.get(key) ?? new Decimal(10).pow(-places).times(decimalOf(factor));
  GRAINS.set(key, known);
  return known;
}

/** An amount that the build computed and that is as fine as one asks. */
export function exactAmount(value: Decimal, dimension: string, status: ValueStatus): Amount {
  return { value, grain: new Decimal(0), whole: false, dimension, status };
}

/** Half a unit in the last place on both sides. */
export function intervalOf(amount: Amount): Interval {
  const half = amount.grain.div(2);
  return { low: amount.value.minus(half), high: amount.value.plus(half) };
}

/** Adds amounts of one dimension; the sum is no finer than its coarsest part. `amounts` is not empty. */
export function addAmounts(amounts: readonly [Amount, ...Amount[]]): Amount {
  const [first, ...others] = amounts;
  return others.reduce((sum, next) => combine(sum, next, sum.value.plus(next.value)), first);
}

/** `later` less `earlier`, no finer than the coarser of the two. */
export function subtractAmounts(later: Amount, earlier: Amount): Amount {
  return combine(later, earlier, later.value.minus(earlier.value));
}

function combine(a: Amount, b: Amount, value: Decimal): Amount {
  const coarser = a.grain.gt(b.grain) ? a : b;
  return {
    value,
    grain: coarser.grain,
    whole: coarser.whole,
    dimension: a.dimension,
    status: worstStatus([a.status, b.status]),
  };
}

/** The amount with a coarser grain where `grain` is one. */
export function coarsened(amount: Amount, grain: Decimal | undefined): Amount {
  return grain?.gt(amount.grain) === true ? { ...amount, grain, whole: false } : amount;
}
