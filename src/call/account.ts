import type { ValueStatus } from '../content/types.ts';
import { Decimal, type OriginId } from '../core/index.ts';
import type { Unit } from '../metrics/built-in-units.ts';
import type { FoundFigure } from './figure.ts';

/**
 * What a figure on a page answers for. The first ten are figures of the report and get a row in the ledger; the others are
 * digits that are known by what they name: a page, a chapter, a disclosure, a goal, a source.
 */
export type AccountKind =
  | 'value'
  | 'change'
  | 'difference'
  | 'share'
  | 'sum'
  | 'target'
  | 'old value'
  | 'alternative'
  | 'literal'
  | 'text'
  | 'score'
  | 'date'
  | 'period'
  | 'name'
  | 'page'
  | 'number'
  | 'goal'
  | 'source key'
  | 'note mark'
  | 'axis';

const LEDGER_KINDS: ReadonlySet<AccountKind> = new Set<AccountKind>([
  'value',
  'change',
  'difference',
  'share',
  'sum',
  'target',
  'old value',
  'alternative',
  'literal',
  'text',
  'score',
  'date',
]);

/** Whether figures of this kind are called one by one. */
export function isCalled(kind: AccountKind): boolean {
  return LEDGER_KINDS.has(kind);
}

/** The place in content and figures that answers for a printed figure. */
export interface Account {
  readonly kind: AccountKind;
  /** `own.net@FY2024`, `yoy:own.net@FY2024`: the same in both languages. */
  readonly key: string;
  readonly metric: string | undefined;
  readonly period: string | undefined;
  readonly status: ValueStatus | undefined;
  readonly sources: readonly string[];
  /** Where it is given in the content. */
  readonly origin: OriginId;
}

/** A figure that a place may print, as it reads from what should be printed there. */
export interface Expected {
  readonly account: Account;
  readonly figure: FoundFigure;
  /** The place is at fault when it does not print this. */
  readonly must: boolean;
  /** The digits may stand without their unit, which is in a row’s head or on an axis. */
  readonly bare: boolean;
  /** Its sign is left out, so that a word beside it has to say which way it goes: “down 4.5%”. */
  readonly unsigned?: 'up' | 'down';
}

/** Whether a figure on a page is the expected one: the same value, unit and precision, or its digits alone where that is allowed. */
export function isSame(page: FoundFigure, { account, figure, bare, unsigned }: Expected): boolean {
  if (unsigned === 'down' && page.way?.direction !== 'down') return false;
  if (unsigned === 'up' && page.way?.direction === 'down') return false;
  // In “4.1 People aboard” the number of the section has no unit, though it reads as if it had.
  if (account.kind === 'number' && page.start === 0 && page.number === figure.number) return true;
  const plain = page.kind === figure.kind && page.upTo === figure.upTo;
  if (plain && page.value === figure.value && page.grain === figure.grain && sameUnit(page.unit, figure.unit))
    return true;
  return bare && page.unit === '' && page.number !== undefined && page.number === figure.number;
}

/** 万吨 may stand for carbon dioxide equivalent where the text around says so. */
function sameUnit(a: string, b: string): boolean {
  return a === b || a.replace('tCO2e', 't') === b.replace('tCO2e', 't');
}

/**
 * Whether a printed figure says the same as the stored value, independently of what printed it: within half a unit of its
 * last place, of a whole figure of its last place that is not zero.
 * @param canonical  the stored value in `unit`
 */
export function agrees(figure: FoundFigure, canonical: string, unit: Unit): boolean {
  const scale = figure.unit === 'percentage_points' || figure.unit === 'multiple' ? '1' : unit.factor;
  const stored = new Decimal(canonical).times(scale);
  const printed = new Decimal(figure.value);
  const number = figure.number ?? '';
  const open = number.includes('.') ? 0 : (/0*$/.exec(number)?.[0].length ?? 0);
  const half = new Decimal(figure.grain ?? 1).times(new Decimal(10).pow(open)).div(2);
  const gap = stored.minus(printed).abs();
  return gap.lte(half) || stored.abs().minus(printed.abs()).abs().lte(half);
}
