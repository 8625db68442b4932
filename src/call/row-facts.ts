import type { Report } from '../content/types.ts';
import type { MetricBook } from '../metrics/types.ts';
import type { LedgerRow } from './ledger.ts';

/** What is known of a row’s figure beside what is printed. Empty texts where nothing is. */
export interface RowFacts {
  readonly zh: string;
  readonly en: string;
  readonly period: string;
  /** The value in the store with its unit, for figures that are one as they stand. */
  readonly stored: string;
  readonly unit: string;
  /** Keys and ids of its sources: `S1 annual-report`. */
  readonly sources: string;
  /** File, line and column in the content. */
  readonly given: string;
  /** From the source document to the assurance of the figure, a line for each value in it. */
  readonly chain: string;
}

/**
 * Facts from the content of a report.
 * @param chainOf  says the chain of a row
 */
export function reportFacts(
  report: Report,
  book: MetricBook,
  chainOf: (row: LedgerRow) => string,
): (row: LedgerRow) => RowFacts {
  return (row) => {
    const { account } = row;
    const metric = account?.metric === undefined ? undefined : report.metrics.get(account.metric);
    const stored =
      account?.kind === 'value' && account.metric !== undefined && account.period !== undefined
        ? (book.canonical(account.metric, account.period) ?? '')
        : '';
    const span = account === undefined ? undefined : report.origins.spanOf(account.origin);
    const sources = (account?.sources ?? []).map((id) => {
      const source = report.sources.get(id);
      return source === undefined ? id : `S${source.order} ${id}`;
    });
    return {
      zh: metric?.label.zh ?? '',
      en: metric?.label.en ?? '',
      period: account?.period ?? '',
      stored,
      unit: stored === '' ? '' : (metric?.unit ?? ''),
      sources: sources.join('; '),
      given: span === undefined ? '' : `${span.file}:${span.start.line}:${span.start.column}`,
      chain: chainOf(row),
    };
  };
}

/** Of two files alone nothing is known but the section. */
export function sectionFacts({ section = '' }: LedgerRow): RowFacts {
  const [zh = '', en = ''] = section.split(' / ');
  return { zh, en, period: '', stored: '', unit: '', sources: '', given: '', chain: '' };
}
