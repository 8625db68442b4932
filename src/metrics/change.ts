import { InternalError, type Lang } from '../core/index.ts';
import { type Amount, coarsened, exactAmount, subtractAmounts, worstStatus } from './amount.ts';
import { type Account, type Display, type Ledger, shownGrain } from './ledger.ts';
import type { UnitBook } from './units.ts';

/** Why a change has no value: a break between the two, a base of zero or less, nothing disclosed, or no earlier period. */
export type ChangeFault = 'break' | 'base' | 'undisclosed' | 'no-prior';

/** The two ends of a change, or why there is none. */
interface Pair {
  readonly later: Amount;
  readonly earlier: Amount;
}

/** Relative change in percent from one period to another; from zero or below it has no meaning. */
export function relativeChange(ledger: Ledger, account: Account, period: string, from?: string): Amount | ChangeFault {
  const pair = pairOf(ledger, account, period, from);
  return typeof pair === 'string' ? pair : percentChange(pair.later, pair.earlier);
}

/** How much one amount is above another, in percent of the other. */
export function percentChange(later: Amount, earlier: Amount): Amount | 'base' {
  if (earlier.value.lte(0)) return 'base';
  const value = later.value.div(earlier.value).minus(1).times(100);
  return exactAmount(value, 'share', worstStatus([later.status, earlier.status]));
}

/** Difference of two periods, no finer than what the metric's display shows of either. */
export function differenceBetween(
  ledger: Ledger,
  account: Account,
  period: string,
  lang: Lang,
  from?: string,
): Amount | ChangeFault {
  const pair = pairOf(ledger, account, period, from);
  if (typeof pair === 'string') return pair;
  const grain = shownGrain(account.display[lang]);
  return subtractAmounts(coarsened(pair.later, grain), coarsened(pair.earlier, grain));
}

/** Whether differences of the metric are in points: it is a share. */
export function isShare(account: Account): boolean {
  return account.unit.dimension === 'share';
}

/** Whether the metric is an index or a pure number, whose change is told as a difference: 1.215 to 1.200 is −0.015. */
export function isIndex(account: Account): boolean {
  return account.metric.nature === 'index' || account.unit.dimension === 'ratio';
}

/** How differences of a metric print: points for shares, the metric's own display else. */
export function differenceDisplay(units: UnitBook, account: Account, lang: Lang, short = false): Display {
  return isShare(account) ? pointsDisplay(units, lang, short) : account.display[lang];
}

/** Percentage points, as fine as the difference is. */
export function pointsDisplay(units: UnitBook, lang: Lang, short = false): Display {
  const text = lang === 'zh' ? '个百分点' : short ? 'pp' : 'percentage points';
  return { unit: knownDisplay(units, text, lang), dp: undefined };
}

/** How a computed percentage prints: one decimal place. */
export function percentDisplay(units: UnitBook, lang: Lang): Display {
  return { unit: knownDisplay(units, '%', lang), dp: 1 };
}

function knownDisplay(units: UnitBook, text: string, lang: Lang): Display['unit'] {
  const unit = units.display(text, lang, 'share');
  if (unit === undefined) throw new InternalError(`no display unit ${text}`);
  return unit;
}

/** The two ends of a change, or why there is none. */
export function pairOf(ledger: Ledger, account: Account, period: string, from?: string): Pair | ChangeFault {
  const earlierPeriod = from ?? ledger.periodBefore(period);
  if (earlierPeriod === undefined) return 'no-prior';
  const later = account.entries.get(period);
  const earlier = account.entries.get(earlierPeriod);
  if (later === undefined || earlier === undefined) return 'no-prior';
  if (later.amount === null || earlier.amount === null) return 'undisclosed';
  if (ledger.breakBetween(account.metric.id, earlierPeriod, period) !== undefined) return 'break';
  return { later: later.amount, earlier: earlier.amount };
}
