import type { Metric, MetricValue, Period, Report, SeriesBreak } from '../content/types.ts';
import {
  Decimal,
  type Diagnostic,
  diagnose,
  type Lang,
  type OriginId,
  type OriginIndex,
  type PerLang,
} from '../core/index.ts';
import { type Amount, amountOf } from './amount.ts';
import type { Unit } from './built-in-units.ts';
import { periodBefore } from './periods.ts';
import { type DisplayUnit, openUnits, type UnitBook } from './units.ts';
import { type Wording, wordingOf } from './wording.ts';

/** A display unit with the most decimals that the metric wants in it. */
export interface Display {
  readonly unit: DisplayUnit;
  readonly dp: number | undefined;
}

/** A metric whose units are all known. */
export interface Account {
  readonly metric: Metric;
  readonly unit: Unit;
  readonly display: PerLang<Display>;
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly value: MetricValue;
  /** Null where nothing is disclosed. */
  readonly amount: Amount | null;
}

/** All values of a report in base units, with what is needed to print and to compare them. */
export interface Ledger {
  readonly report: Report;
  readonly units: UnitBook;
  readonly wording: Wording;
  account(metric: string): Account | undefined;
  period(id: string): Period | undefined;
  /** The period that year on year is against. */
  periodBefore(period: string): string | undefined;
  /** The break of the report or of the metric that lies between two periods. */
  breakBetween(metric: string, a: string, b: string): SeriesBreak | undefined;
}

/**
 * Reads every value of a report into base units.
 * Emits D1 (unknown unit or display unit), N12 (unit of another dimension), and what units emit.
 */
export function openLedger(report: Report): { readonly ledger: Ledger; readonly diagnostics: readonly Diagnostic[] } {
  const { units, diagnostics } = openUnits(report.units, report.origins);
  const found: Diagnostic[] = [...diagnostics];
  const accounts = new Map<string, Account>();
  for (const metric of report.metrics.values()) {
    const account = openAccount(metric, units, report.origins, found);
    if (account !== undefined) accounts.set(metric.id, account);
  }
  const order = new Map(report.periods.map((period, index) => [period.id, index]));
  const at = (period: string): number => order.get(period) ?? -1;
  const before = new Map(report.periods.map(({ id }) => [id, periodBefore(report, id)]));
  const ledger: Ledger = {
    report,
    units,
    wording: wordingOf(report.strings),
    account: (id) => accounts.get(id),
    period: (id) => report.periods[at(id)],
    periodBefore: (id) => (before.has(id) ? before.get(id) : periodBefore(report, id)),
    breakBetween: (id, a, b) => {
      const [first, last] = at(a) <= at(b) ? [at(a), at(b)] : [at(b), at(a)];
      const own = accounts.get(id)?.metric.breaks ?? [];
      if (report.breaks.length === 0 && own.length === 0) return undefined;
      const breaks = [...report.breaks, ...own];
      return breaks.find(({ between: [before, after] }) => first <= at(before) && last >= at(after));
    },
  };
  return { ledger, diagnostics: found };
}

/** Where an origin stands, as the part of a diagnostic that says so. */
export function spanAt(origins: OriginIndex, origin: OriginId): Pick<Diagnostic, 'span'> | Record<string, never> {
  const span = origins.spanOf(origin);
  return span === undefined ? {} : { span };
}

function openAccount(metric: Metric, units: UnitBook, origins: OriginIndex, found: Diagnostic[]): Account | undefined {
  const unit = units.unit(metric.unit);
  if (unit === undefined) {
    found.push(unknownUnit(metric.unit, origins, `${metric.origin}/unit`));
    return undefined;
  }
  const zh = openDisplay(metric, 'zh', unit, units, origins, found);
  const en = openDisplay(metric, 'en', unit, units, origins, found);
  const entries = new Map<string, Entry>();
  for (const value of metric.values) {
    entries.set(value.period, { value, amount: openAmount(metric, value, unit, units, origins, found) });
  }
  return zh === undefined || en === undefined ? undefined : { metric, unit, display: { zh, en }, entries };
}

function openDisplay(
  metric: Metric,
  lang: Lang,
  unit: Unit,
  units: UnitBook,
  origins: OriginIndex,
  found: Diagnostic[],
): Display | undefined {
  const rule = metric.display[lang];
  const display = units.display(rule.unit, lang, unit.dimension);
  if (display !== undefined) return { unit: display, dp: rule.dp };
  const at = { ...spanAt(origins, `${metric.origin}/display/${lang}/unit`), lang };
  found.push(
    units.isDisplay(rule.unit, lang)
      ? diagnose('N12', `${metric.id} is in ${metric.unit}, which ${rule.unit} cannot show`, {
          ...at,
          expected: `a display unit of ${unit.dimension}`,
          found: rule.unit,
        })
      : diagnose('D1', `${rule.unit} is no display unit`, {
          ...at,
          hints: ['use a built-in display unit or unit id, or give the unit in units.yaml'],
        }),
  );
  return undefined;
}

function openAmount(
  metric: Metric,
  value: MetricValue,
  unit: Unit,
  units: UnitBook,
  origins: OriginIndex,
  found: Diagnostic[],
): Amount | null {
  if (value.value === null) return null;
  const given = units.unit(value.in ?? metric.unit);
  if (given === undefined) {
    found.push(unknownUnit(value.in ?? metric.unit, origins, `${value.origin}/in`));
    return null;
  }
  if (given.dimension !== unit.dimension) {
    found.push(
      diagnose('N12', `${metric.id} is in ${unit.id}; ${given.id} measures another thing`, {
        ...spanAt(origins, `${value.origin}/in`),
        expected: `a unit of ${unit.dimension}`,
        found: `${given.id}, a unit of ${given.dimension}`,
        item: `${metric.id}@${value.period}`,
      }),
    );
    return null;
  }
  return amountOf(value.value, given, value.status);
}

function unknownUnit(id: string, origins: OriginIndex, origin: OriginId): Diagnostic {
  return diagnose('D1', `${id} is no unit`, {
    ...spanAt(origins, origin),
    hints: ['use a built-in unit id, or give the unit in units.yaml'],
  });
}

/** The value of an amount in a unit, as the plain decimal string that other stages read. */
export function canonicalText(amount: Amount, unit: { readonly factor: string }): string {
  const known = TEXTS.get(amount);
  if (known?.factor === unit.factor) return known.text;
  const exact = unit.factor === '1' ? amount.value : amount.value.div(unit.factor);
  const text = exact.toDecimalPlaces(20).toFixed();
  TEXTS.set(amount, { factor: unit.factor, text });
  return text;
}

/** An amount never changes, and nearly all who ask for its text want it in the one unit of its metric. */
const TEXTS = new WeakMap<Amount, { readonly factor: string; readonly text: string }>();

/** One unit in the last place that a display shows of an amount, in base units. */
export function shownGrain(display: Display): Decimal | undefined {
  return display.dp === undefined ? undefined : new Decimal(10).pow(-display.dp).times(display.unit.factor);
}
