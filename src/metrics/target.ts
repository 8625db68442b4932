import type { Target } from '../content/types.ts';
import { Decimal, type Lang } from '../core/index.ts';
import { type Amount, addAmounts, amountOf, coarsened, subtractAmounts, worstStatus } from './amount.ts';
import { isShare, percentChange, percentDisplay, pointsDisplay } from './change.ts';
import { type Account, type Display, type Ledger, shownGrain } from './ledger.ts';

/** Why a target has no such figure: only words, no base value, nothing disclosed yet, or a break since the base. */
export type TargetFault = 'text' | 'base' | 'undisclosed' | 'break';

/** A figure of a target with the display it prints in. */
export interface TargetFigure {
  readonly kind: 'amount' | 'percent' | 'points';
  readonly amount: Amount;
  readonly display: Display;
}

/** The value that is aimed at: as given, or the base with the change applied. */
export function goalAmount(ledger: Ledger, target: Target): Amount | TargetFault {
  const { value, change } = target.goal;
  const units = goalUnits(ledger, target);
  if (value !== undefined) return given(ledger, value, units.value, target) ?? 'text';
  if (change === undefined) return 'text';
  const base = baseAmount(ledger, target);
  if (base === null) return 'base';
  return applyChange(ledger, base, change, target);
}

/**
 * The units of a goal’s value and of its change, which share one key. Where both are given, the key is that of the one
 * that it can be of: the other is then in the base’s unit, or in percent, of shares in points.
 */
export function goalUnits(
  ledger: Ledger,
  target: Target,
): { readonly value: string | undefined; readonly change: string } {
  const account = accountOf(ledger, target);
  const { in: stated, value, change } = target.goal;
  const unit = stated === undefined ? undefined : ledger.units.unit(stated);
  const ofMetric = account === undefined || unit?.dimension === account.unit.dimension;
  const own = target.base?.in ?? account?.metric.unit;
  if (value === undefined || change === undefined) {
    return { value: stated ?? account?.metric.unit, change: stated ?? 'percent' };
  }
  if (account !== undefined && isShare(account)) return { value: stated ?? own, change: 'percentage_points' };
  return ofMetric ? { value: stated ?? own, change: 'percent' } : { value: own, change: stated ?? 'percent' };
}

/** The change that is aimed at: as given, or computed from the base; of shares in points. */
export function goalChange(ledger: Ledger, target: Target, lang: Lang): TargetFigure | TargetFault {
  const account = accountOf(ledger, target);
  if (target.goal.change !== undefined) return givenChange(ledger, target, account, target.goal.change, lang);
  const goal = goalAmount(ledger, target);
  const base = baseAmount(ledger, target);
  if (typeof goal === 'string') return goal;
  if (base === null || account === undefined) return 'base';
  if (isShare(account)) return inPoints(ledger, subtractAmounts(goal, base), lang);
  const amount = percentChange(goal, base);
  return amount === 'base' ? amount : { kind: 'percent', amount, display: percentDisplay(ledger.units, lang) };
}

/** Distance from the latest value to the goal, without a sign; not computed when the base is not disclosed. */
export function goalGap(ledger: Ledger, target: Target, lang: Lang): TargetFigure | TargetFault {
  const account = accountOf(ledger, target);
  const goal = goalAmount(ledger, target);
  if (account === undefined) return 'text';
  if (target.base !== undefined && target.base.value === null) return 'base';
  if (typeof goal === 'string') return goal;
  const latest = latestEntry(ledger, account);
  if (latest === undefined) return 'undisclosed';
  if (crossesBreak(ledger, target, latest.period)) return 'break';
  const grain = shownGrain(account.display[lang]);
  const gap = subtractAmounts(coarsened(goal, grain), coarsened(latest.amount, grain));
  const amount = { ...gap, value: gap.value.abs() };
  return isShare(account) ? inPoints(ledger, amount, lang) : { kind: 'amount', amount, display: account.display[lang] };
}

/** How far the latest value has come from base to goal, and how far a straight line would have it, in percent. */
export function goalProgress(
  ledger: Ledger,
  target: Target,
): { readonly achieved: string; readonly onPath: string } | null {
  const account = accountOf(ledger, target);
  const goal = goalAmount(ledger, target);
  const base = baseAmount(ledger, target);
  if (account === undefined || target.path !== 'linear' || typeof goal === 'string' || base === null) return null;
  const latest = latestEntry(ledger, account);
  if (latest === undefined || target.base === undefined || crossesBreak(ledger, target, latest.period)) return null;
  const way = goal.value.minus(base.value);
  const [from, to] = [endOf(ledger, target.base.period), endOf(ledger, target.goal.by)];
  if (way.isZero() || to <= from) return null;
  const achieved = latest.amount.value.minus(base.value).div(way).times(100);
  const onPath = new Decimal(endOf(ledger, latest.period) - from).div(to - from).times(100);
  return { achieved: achieved.toFixed(1), onPath: onPath.toFixed(1) };
}

/** The last value whose period ends no later than the reporting period. */
function latestEntry(
  ledger: Ledger,
  account: Account,
): { readonly period: string; readonly amount: Amount } | undefined {
  const limit = endOf(ledger, ledger.report.period);
  const known = [...account.entries].flatMap(([period, { amount }]) => {
    const end = endOf(ledger, period);
    return amount !== null && end <= limit ? [{ period, amount, end }] : [];
  });
  return known.sort((a, b) => b.end - a.end)[0];
}

/** The base value of a target, null where it has none or does not disclose it. */
function baseAmount(ledger: Ledger, target: Target): Amount | null {
  const { base } = target;
  if (base === undefined || base.value === null) return null;
  return given(ledger, base.value, base.in ?? accountOf(ledger, target)?.metric.unit, target) ?? null;
}

/** A change as the target states it keeps the places it is stated with. */
function givenChange(
  ledger: Ledger,
  target: Target,
  account: Account | undefined,
  change: string,
  lang: Lang,
): TargetFigure | TargetFault {
  const unit = ledger.units.unit(goalUnits(ledger, target).change);
  if (unit === undefined) return 'text';
  const amount = amountOf(change, unit, target.status);
  if (unit.id === 'percentage_points') return inPoints(ledger, amount, lang);
  if (unit.dimension !== 'share')
    return account === undefined ? 'text' : { kind: 'amount', amount, display: account.display[lang] };
  return { kind: 'percent', amount, display: { ...percentDisplay(ledger.units, lang), dp: undefined } };
}

function inPoints(ledger: Ledger, amount: Amount, lang: Lang): TargetFigure {
  return { kind: 'points', amount, display: pointsDisplay(ledger.units, lang) };
}

function accountOf(ledger: Ledger, target: Target): Account | undefined {
  return target.metric === undefined ? undefined : ledger.account(target.metric);
}

function given(ledger: Ledger, value: string, id: string | undefined, target: Target): Amount | undefined {
  const unit = id === undefined ? undefined : ledger.units.unit(id);
  return unit === undefined ? undefined : amountOf(value, unit, target.status);
}

function applyChange(ledger: Ledger, base: Amount, change: string, target: Target): Amount | TargetFault {
  const unit = ledger.units.unit(goalUnits(ledger, target).change);
  if (unit === undefined) return 'text';
  const step = amountOf(change, unit, target.status);
  if (unit.dimension === 'share' && unit.id !== 'percentage_points') {
    const value = base.value.times(step.value.div(100).plus(1));
    return { ...base, value, whole: false, status: worstStatus([base.status, step.status]) };
  }
  return unit.dimension === base.dimension ? addAmounts([base, step]) : 'text';
}

function crossesBreak(ledger: Ledger, target: Target, latest: string): boolean {
  const { base, metric } = target;
  return base !== undefined && metric !== undefined && ledger.breakBetween(metric, base.period, latest) !== undefined;
}

/** Days since 1970 of a period's last day; a bare year ends on 31 December. */
function endOf(ledger: Ledger, periodOrYear: string): number {
  const end = ledger.period(periodOrYear)?.end ?? `${periodOrYear}-12-31`;
  return Math.round(Date.parse(`${end}T00:00:00Z`) / 86_400_000);
}
