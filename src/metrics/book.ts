import type { Report } from '../content/types.ts';
import { Decimal, InternalError, type Lang, type Outcome, outcome } from '../core/index.ts';
import { type Amount, amountOf, intervalOf } from './amount.ts';
import { cellFigure, changeFigure, differenceFigure, differenceSense, metricFacts } from './cell.ts';
import { type Account, canonicalText, type Display, type Entry, type Ledger, openLedger } from './ledger.ts';
import { placesShown, printAmount } from './print.ts';
import { mannerOf, undisclosedQuantity } from './quantity.ts';
import { readFigure, readsAsItself } from './read-figure.ts';
import { referenceFaults, resolveReference } from './reference.ts';
import { roundAt } from './rounding.ts';
import { seriesOf, tableUnit } from './series.ts';
import { shiftedText } from './shifted.ts';
import { goalAmount, goalChange, goalGap, goalProgress, goalUnits } from './target.ts';
import { unitsAround } from './typed-unit.ts';
import type { GivenAmount, MetricBook, Quantity, QuantityStyle, TypedUnit } from './types.ts';
import { unitText } from './unit-form.ts';
import type { DisplayUnit } from './units.ts';

/**
 * Reads every figure of a report and gives a book that prints them in both languages, computes changes, shares, sums
 * and goals in decimals, and rounds once.
 * Emits D1 (unknown unit), N12 (a unit of another dimension), N5 (a text for two magnitudes), C007, C019.
 */
export function resolveMetrics(report: Report): Outcome<MetricBook> {
  const { ledger, diagnostics } = openLedger(report);
  return outcome(metricBook(ledger), diagnostics);
}

function metricBook(ledger: Ledger): MetricBook {
  const account = (id: string): Account => {
    const found = ledger.account(id);
    if (found === undefined) throw new InternalError(`no metric ${id}`);
    return found;
  };
  return {
    metric: (id) => ledger.account(id)?.metric,
    period: (id) => ledger.period(id),
    canonical: (id, period) => {
      const found = ledger.account(id);
      const entry = found?.entries.get(period);
      return found === undefined || entry === undefined ? null : entryText(ledger, found, entry);
    },
    resolve: (ref, lang) => resolveReference(ledger, ref, lang),
    faults: (ref, lang) => referenceFaults(ledger, ref, lang),
    value: (id, period, lang, style) => {
      const found = account(id);
      return styled(ledger, found, found.entries.get(period)?.amount ?? null, period, lang, style);
    },
    cell: (id, period, lang) => cellFigure(ledger, account(id), period, lang),
    change: (id, period, lang, from) => changeFigure(ledger, account(id), period, lang, from),
    difference: (id, period, lang, from) => differenceFigure(ledger, account(id), period, lang, from),
    differenceSense: (id, period, lang, from) => differenceSense(ledger, account(id), period, lang, from),
    series: (id, periods, lang) => seriesOf(ledger, account(id), periods, lang),
    unitLabel: (id, lang) => tableUnit(account(id), lang),
    proseUnit: (id, lang) => unitText(account(id).display[lang].unit.form, lang),
    given: (id, value, unit, lang, style) => {
      const found = account(id);
      return styled(ledger, found, givenAmount(ledger, found, { value, in: unit }), undefined, lang, style);
    },
    goal: (target) => {
      const amount = goalAmount(ledger, target);
      const found = target.metric === undefined ? undefined : ledger.account(target.metric);
      if (typeof amount === 'string' || found === undefined) return null;
      return {
        canonical: canonicalText(amount, found.unit),
        display: (lang) => {
          const display = found.display[lang];
          const places = placesShown(amount, display);
          return roundAt(amount.value.div(display.unit.factor), places).toFixed(Math.max(places, 0));
        },
      };
    },
    goalFigure: (target, field, lang, style) => {
      const found = target.metric === undefined ? undefined : ledger.account(target.metric);
      if (found === undefined) return null;
      if (field === 'value') {
        const amount = goalAmount(ledger, target);
        return typeof amount === 'string' ? null : styled(ledger, found, amount, undefined, lang, style);
      }
      const figure = field === 'gap' ? goalGap(ledger, target, lang) : goalChange(ledger, target, lang);
      if (typeof figure === 'string') return null;
      const unit = FIGURE_UNITS[figure.kind] ?? found.unit;
      const facts = metricFacts(found, undefined, figure.amount, unit);
      const look = { lang, manner: mannerOf(style.place), sign: style.sign ?? 'auto', dp: style.dp };
      return printAmount(figure.amount, figure.display, look, facts, ledger.wording).quantity;
    },
    goalUnits: (target) => goalUnits(ledger, target),
    progress: (target) => goalProgress(ledger, target),
    breakBetween: (id, a, b) => ledger.breakBetween(id, a, b),
    isPlain: (id, lang) => {
      const { display, unit } = account(id);
      return readsAsItself(display[lang].unit, lang, unit, ledger.units);
    },
    read: (id, text, lang) => readFigure(text, lang, account(id).unit, ledger.units),
    typedUnits: (before, after, lang) => unitsAround(before, after, lang, ledger.units).map(typedUnit),
    printedUnit: (id, lang) => typedUnit(account(id).display[lang].unit),
    interval: (id, given) => {
      const found = account(id);
      const amount = givenAmount(ledger, found, given);
      if (amount === null) return null;
      const { low, high } = intervalOf(amount);
      const text = (value: Amount['value']): string => value.div(found.unit.factor).toFixed();
      return { low: text(low), high: text(high) };
    },
    unit: (id) => ledger.units.unit(id),
    inUnit: (id, value, unit) => {
      const found = account(id);
      const other = ledger.units.unit(unit);
      if (other === undefined || other.dimension !== found.unit.dimension) return null;
      return new Decimal(value).times(found.unit.factor).div(other.factor).toDecimalPlaces(20).toFixed();
    },
    polarity: (id) => account(id).metric.polarity,
  };
}

function entryText(ledger: Ledger, { metric, unit }: Account, { value, amount }: Entry): string | null {
  if (amount === null || value.value === null) return null;
  const given = ledger.units.unit(value.in ?? metric.unit);
  const shifted = given === undefined ? undefined : shiftedText(value.value, given.factor, unit.factor);
  return shifted ?? canonicalText(amount, unit);
}

function typedUnit({ text, dimension, factor }: DisplayUnit): TypedUnit {
  return { text, dimension, factor: factor.toFixed() };
}

const FIGURE_UNITS = {
  amount: undefined,
  percent: { id: 'percent', factor: '1' },
  points: { id: 'percentage_points', factor: '1' },
};

function givenAmount(ledger: Ledger, account: Account, given: GivenAmount): Amount | null {
  const unit = ledger.units.unit(given.in ?? account.unit.id);
  return unit === undefined || unit.dimension !== account.unit.dimension
    ? null
    : amountOf(given.value, unit, 'reported');
}

function styled(
  ledger: Ledger,
  account: Account,
  amount: Amount | null,
  period: string | undefined,
  lang: Lang,
  style: QuantityStyle,
): Quantity {
  const facts = metricFacts(account, period, amount);
  if (amount === null) return undisclosedQuantity(lang, style.place, facts, ledger.wording);
  const display = styledDisplay(ledger, account, lang, style.unit);
  const look = { lang, manner: mannerOf(style.place), sign: style.sign ?? 'auto', dp: style.dp };
  return printAmount(amount, display, look, facts, ledger.wording).quantity;
}

function styledDisplay(ledger: Ledger, account: Account, lang: Lang, text: string | undefined): Display {
  if (text === undefined) return account.display[lang];
  const unit = ledger.units.display(text, lang, account.unit.dimension);
  if (unit === undefined) throw new InternalError(`${account.metric.id} cannot be shown in ${text}`);
  return { unit, dp: undefined };
}
