import type { Reference } from '../content/types.ts';
import { InternalError, type Lang } from '../core/index.ts';
import { type Amount, addAmounts, coarsened, exactAmount, worstStatus } from './amount.ts';
import type { Unit } from './built-in-units.ts';
import { differenceBetween, isShare, percentDisplay, pointsDisplay, relativeChange } from './change.ts';
import {
  changeFault,
  deadReference,
  type Fault,
  isFault,
  missingValue,
  targetFault,
  undisclosedValue,
} from './fault.ts';
import { type Account, type Display, type Ledger, shownGrain } from './ledger.ts';
import { goalAmount, goalChange, goalGap } from './target.ts';

/** What a reference stands for, before its format. */
export interface Finding {
  /** An amount in its own unit, a percentage that the build computed, or a difference of shares in points. */
  readonly kind: 'amount' | 'percent' | 'points';
  readonly amount: Amount;
  readonly display: Display;
  /** Canonical unit. */
  readonly unit: Unit;
  /** A change from an earlier value, which has a direction. */
  readonly change: boolean;
  readonly metric: string | undefined;
  readonly period: string | undefined;
}

/** Finds the amount that a reference stands for. Heads that stand for no amount are a C018. */
export function findAmount(ledger: Ledger, ref: Reference, lang: Lang): Finding | Fault {
  const { target } = ref;
  switch (target.kind) {
    case 'm': {
      const account = ledger.account(target.metric);
      if (account === undefined) return deadReference('metric', target.metric);
      const amount = account.entries.get(target.period)?.amount;
      if (amount === undefined || amount === null) return missingValue(target.metric, target.period);
      return { ...ofAccount(account, lang), amount, change: false, metric: target.metric, period: target.period };
    }
    case 'yoy':
    case 'diff':
      return findChange(ledger, target, lang);
    case 'share':
      return findShare(ledger, target.part, target.whole, target.period, lang);
    case 'sum':
      return findSum(ledger, target.metrics, target.period, lang);
    case 'target':
      return findGoal(ledger, target.target, target.field, lang);
    default:
      return { code: 'C018', message: `${ref.head} is no quantity`, hints: [] };
  }
}

function ofAccount(account: Account, lang: Lang): Pick<Finding, 'kind' | 'display' | 'unit'> {
  return { kind: 'amount', display: account.display[lang], unit: account.unit };
}

function ofPercent(ledger: Ledger, lang: Lang): Pick<Finding, 'kind' | 'display' | 'unit'> {
  return { kind: 'percent', display: percentDisplay(ledger.units, lang), unit: knownUnit(ledger, 'percent') };
}

function ofPoints(ledger: Ledger, lang: Lang): Pick<Finding, 'kind' | 'display' | 'unit'> {
  return { kind: 'points', display: pointsDisplay(ledger.units, lang), unit: knownUnit(ledger, 'percentage_points') };
}

function knownUnit(ledger: Ledger, id: string): Unit {
  const unit = ledger.units.unit(id);
  if (unit === undefined) throw new InternalError(`no unit ${id}`);
  return unit;
}

function findChange(
  ledger: Ledger,
  target: {
    readonly kind: 'yoy' | 'diff';
    readonly metric: string;
    readonly period: string;
    readonly from: string | undefined;
  },
  lang: Lang,
): Finding | Fault {
  const { kind, metric, period, from } = target;
  const account = ledger.account(metric);
  if (account === undefined) return deadReference('metric', metric);
  const amount =
    kind === 'yoy'
      ? relativeChange(ledger, account, period, from)
      : differenceBetween(ledger, account, period, lang, from);
  if (typeof amount === 'string') return changeFault(ledger, metric, period, from, amount);
  const form =
    kind === 'yoy' ? ofPercent(ledger, lang) : isShare(account) ? ofPoints(ledger, lang) : ofAccount(account, lang);
  return { ...form, amount, change: true, metric, period };
}

function findShare(ledger: Ledger, part: string, whole: string, period: string, lang: Lang): Finding | Fault {
  const parts = gather(ledger, [part, whole], period, 'share');
  if (isFault(parts)) return parts;
  const [first, second] = parts.map(({ amount }) => amount);
  if (first === undefined || second === undefined) return missingValue(part, period);
  if (second.value.lte(0)) {
    const message = `a share of ${whole} in ${period} has no meaning: the whole is ${second.value.toFixed()}`;
    return { code: 'N0', message, hints: ['state the amounts instead'] };
  }
  // Rounded as both are, a part may come out a little above its whole.
  if (first.value.minus(second.value).gt(first.grain.plus(second.grain).div(2))) {
    const message = `${part} in ${period} is more than ${whole}, of which it would be a share`;
    return { code: 'N10', message, hints: ['exchange the two, or state the amounts instead'] };
  }
  const status = worstStatus([first.status, second.status]);
  const amount = exactAmount(first.value.div(second.value).times(100), 'share', status);
  return { ...ofPercent(ledger, lang), amount, change: false, metric: part, period };
}

function findSum(ledger: Ledger, metrics: readonly string[], period: string, lang: Lang): Finding | Fault {
  const parts = gather(ledger, metrics, period, 'sum');
  if (isFault(parts)) return parts;
  const twice = countedTwice(ledger, metrics, period);
  if (twice !== undefined) return twice;
  const account = parts[0]?.account;
  const [first, ...others] = parts.map((part) => coarsened(part.amount, shownGrain(part.account.display[lang])));
  if (first === undefined || account === undefined) return missingValue(metrics.join('+'), period);
  return {
    ...ofAccount(account, lang),
    amount: addAmounts([first, ...others]),
    change: false,
    metric: undefined,
    period,
  };
}

/** The amounts of a sum or share, or why they may not stand together. */
function gather(
  ledger: Ledger,
  metrics: readonly string[],
  period: string,
  what: 'sum' | 'share',
): readonly { readonly account: Account; readonly amount: Amount }[] | Fault {
  const parts: { account: Account; amount: Amount }[] = [];
  for (const id of metrics) {
    const account = ledger.account(id);
    if (account === undefined) return deadReference('metric', id);
    const first = parts[0]?.account;
    const mixed = first === undefined ? undefined : mixture(first, account, what);
    if (mixed !== undefined) return mixed;
    if (!account.metric.additive) {
      const message = `${id} is not additive and cannot enter a ${what}`;
      return { code: 'S1', message, hints: ['name the figures one by one'] };
    }
    const entry = account.entries.get(period);
    if (entry === undefined) return missingValue(id, period);
    if (entry.amount === null) return undisclosedValue(id, period);
    parts.push({ account, amount: entry.amount });
  }
  return parts;
}

/** A sum in which one amount is a part of another, or stands twice. */
function countedTwice(ledger: Ledger, metrics: readonly string[], period: string): Fault | undefined {
  const partsOf = (id: string): readonly string[] =>
    (ledger.account(id)?.metric.parts ?? []).flatMap((parts) =>
      parts.period === undefined || parts.period === period ? parts.items : [],
    );
  const within = (id: string, seen: readonly string[]): readonly string[] =>
    partsOf(id).flatMap((part) => (seen.includes(part) ? [] : [part, ...within(part, [...seen, part])]));
  for (const [i, id] of metrics.entries()) {
    const inside = within(id, [id]);
    const part = metrics.find((other, j) => j !== i && (inside.includes(other) || (j > i && other === id)));
    if (part === undefined) continue;
    const message = part === id ? `the sum counts ${id} twice` : `the sum counts ${part} twice: it is a part of ${id}`;
    return { code: 'S1', message, hints: ['add up the parts, or cite the whole alone'] };
  }
  return undefined;
}

function mixture(first: Account, other: Account, what: string): Fault | undefined {
  const pair = `a ${what} of ${first.metric.id} and ${other.metric.id}`;
  if (first.unit.dimension !== other.unit.dimension) {
    return { code: 'N12', message: `${pair} mixes ${first.unit.dimension} and ${other.unit.dimension}`, hints: [] };
  }
  const [key, otherKey] = [first.metric.scope.key, other.metric.scope.key];
  if (key === otherKey) return undefined;
  return {
    code: 'S1',
    message: `${pair} mixes the scopes ${key} and ${otherKey}`,
    hints: ['name the figures one by one'],
  };
}

function findGoal(ledger: Ledger, id: string, field: 'value' | 'change' | 'by' | 'gap', lang: Lang): Finding | Fault {
  const target = ledger.report.targets.get(id);
  if (target === undefined) return deadReference('target', id);
  const account = target.metric === undefined ? undefined : ledger.account(target.metric);
  const about = { change: field === 'change', metric: target.metric, period: undefined };
  if (field === 'value') {
    const amount = goalAmount(ledger, target);
    if (typeof amount === 'string') return targetFault(id, field, amount);
    if (account !== undefined) return { ...ofAccount(account, lang), ...about, amount };
    const unit = ledger.units.unit(target.goal.in ?? '');
    const display = unit === undefined ? undefined : ledger.units.display(unit.id, lang, unit.dimension);
    if (unit === undefined || display === undefined) return targetFault(id, field, 'text');
    return { ...about, kind: 'amount', amount, unit, display: { unit: display, dp: undefined } };
  }
  const figure = field === 'gap' ? goalGap(ledger, target, lang) : goalChange(ledger, target, lang);
  if (typeof figure === 'string') return targetFault(id, field, figure);
  const form =
    figure.kind === 'amount' && account !== undefined
      ? ofAccount(account, lang)
      : figure.kind === 'points'
        ? ofPoints(ledger, lang)
        : ofPercent(ledger, lang);
  return { ...form, ...about, amount: figure.amount, display: figure.display };
}
