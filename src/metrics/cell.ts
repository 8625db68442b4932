import type { ValueStatus } from '../content/types.ts';
import type { Lang } from '../core/index.ts';
import { type Amount, amountOf } from './amount.ts';
import {
  type ChangeFault,
  differenceBetween,
  differenceDisplay,
  isIndex,
  isShare,
  percentDisplay,
  relativeChange,
} from './change.ts';
import { type Account, canonicalText, type Display, type Ledger } from './ledger.ts';
import { placesShown, printAmount } from './print.ts';
import { CELL, CHANGE_CELL, type QuantityFacts, undisclosedQuantity } from './quantity.ts';
import { senseOf } from './sense.ts';
import type { CellFigure, ChangeFigure, ChangeSense } from './types.ts';

/** What the figure of a metric in a period is about; `amount` in `unit`, by default the metric’s own. */
export function metricFacts(
  account: Account,
  period: string | undefined,
  amount: Amount | null,
  unit: { readonly id: string; readonly factor: string } = account.unit,
): QuantityFacts {
  const entry = period === undefined ? undefined : account.entries.get(period)?.value;
  const status: ValueStatus = amount?.status ?? 'not_disclosed';
  return {
    status,
    value: amount === null ? null : canonicalText(amount, unit),
    unit: unit.id,
    metric: account.metric.id,
    period,
    sense: undefined,
    origin: entry?.origin ?? account.metric.origin,
  };
}

/** A table's cell or a bar's label: the figure in the metric's display unit, without it. */
export function cellFigure(ledger: Ledger, account: Account, period: string, lang: Lang): CellFigure {
  const entry = account.entries.get(period);
  const amount = entry?.amount ?? null;
  const facts = metricFacts(account, period, amount);
  const quantity =
    amount === null
      ? undisclosedQuantity(lang, 'cell', facts, ledger.wording)
      : printAmount(amount, account.display[lang], { lang, manner: CELL }, facts, ledger.wording).quantity;
  return {
    quantity,
    text: quantity.text,
    status: quantity.status,
    value: entry?.value,
    restated: restatedFigure(ledger, account, period, lang),
  };
}

function restatedFigure(ledger: Ledger, account: Account, period: string, lang: Lang): CellFigure['restated'] {
  const restatement = account.metric.restatements.find((candidate) => candidate.period === period);
  if (restatement === undefined) return undefined;
  const unit = ledger.units.unit(restatement.in ?? account.unit.id);
  if (restatement.old === null || unit === undefined) return { old: null, restatement };
  const amount = amountOf(restatement.old, unit, 'reported');
  const facts = metricFacts(account, period, amount);
  const printed = printAmount(amount, account.display[lang], { lang, manner: CELL }, facts, ledger.wording);
  return { old: printed.quantity.text, restatement };
}

/** The change column: points for shares, a difference for indices, percent for all else; a dash has its reason. */
export function changeFigure(
  ledger: Ledger,
  account: Account,
  period: string,
  lang: Lang,
  from?: string,
): ChangeFigure {
  if (isShare(account) || isIndex(account)) {
    const amount = differenceBetween(ledger, account, period, lang, from);
    const display = differenceDisplay(ledger.units, account, lang, true);
    return written(ledger, account, period, lang, from, { amount, display, unit: differenceUnit(account) });
  }
  const amount = relativeChange(ledger, account, period, from);
  const display = percentDisplay(ledger.units, lang);
  return written(ledger, account, period, lang, from, { amount, display, unit: { id: 'percent', factor: '1' } });
}

/** The difference with its unit, of shares in points. */
export function differenceFigure(
  ledger: Ledger,
  account: Account,
  period: string,
  lang: Lang,
  from?: string,
): ChangeFigure {
  const amount = differenceBetween(ledger, account, period, lang, from);
  const display = differenceDisplay(ledger.units, account, lang);
  return written(ledger, account, period, lang, from, { amount, display, unit: differenceUnit(account) });
}

/** Which way the difference goes, as it would print. */
export function differenceSense(
  ledger: Ledger,
  account: Account,
  period: string,
  lang: Lang,
  from?: string,
): ChangeSense | undefined {
  const amount = differenceBetween(ledger, account, period, lang, from);
  if (typeof amount === 'string') return undefined;
  const display = differenceDisplay(ledger.units, account, lang);
  return senseOf(amount, display, placesShown(amount, display), account.metric.polarity);
}

function differenceUnit(account: Account): { readonly id: string; readonly factor: string } {
  return isShare(account) ? { id: 'percentage_points', factor: '1' } : account.unit;
}

function written(
  ledger: Ledger,
  account: Account,
  period: string,
  lang: Lang,
  from: string | undefined,
  change: {
    readonly amount: Amount | ChangeFault;
    readonly display: Display;
    readonly unit: { readonly id: string; readonly factor: string };
  },
): ChangeFigure {
  const { amount, display, unit } = change;
  if (typeof amount === 'string') return { kind: 'none', reason: amount };
  const facts = metricFacts(account, period, amount, unit);
  const manner = unit === account.unit && isIndex(account) ? CELL : CHANGE_CELL;
  const look = { lang, manner, sign: 'always' } as const;
  const printed = printAmount(amount, display, look, facts, ledger.wording);
  const sense = senseOf(amount, display, printed.places, account.metric.polarity);
  const earlier = from ?? ledger.periodBefore(period);
  const stated = account.entries.get(period)?.value.statedChanges.find((one) => one.from === earlier);
  return { kind: 'change', quantity: { ...printed.quantity, sense }, stated };
}
