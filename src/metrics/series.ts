import { InternalError, type Lang } from '../core/index.ts';
import { cellFigure } from './cell.ts';
import type { Account, Ledger } from './ledger.ts';
import type { Series } from './types.ts';
import { unitText } from './unit-form.ts';

/** A metric over periods in one display unit, for charts and tables. */
export function seriesOf(ledger: Ledger, account: Account, periods: readonly string[], lang: Lang): Series {
  const { factor } = account.display[lang].unit;
  return {
    metric: account.metric,
    unitLabel: tableUnit(account, lang),
    points: periods.map((id) => {
      const period = ledger.period(id);
      if (period === undefined) throw new InternalError(`no period ${id}`);
      const amount = account.entries.get(id)?.amount ?? null;
      const display = amount === null ? null : amount.value.div(factor).toDecimalPlaces(20).toFixed();
      return { period, display, cell: cellFigure(ledger, account, id, lang) };
    }),
  };
}

/** The display unit as a column names it: a mass of greenhouse gas says there what it is the equivalent of. */
export function tableUnit(account: Account, lang: Lang): string {
  const text = unitText(account.display[lang].unit.form, lang);
  if (account.unit.dimension !== 'co2e' || /CO2|二氧化碳/.test(text)) return text;
  return lang === 'zh' ? `${text}CO2e` : `${text} CO2e`;
}
