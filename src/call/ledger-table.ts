import { csvText } from '../core/index.ts';
import type { LedgerRow, Printing } from './ledger.ts';
import type { RowFacts } from './row-facts.ts';
import { type SignOff, signStates } from './sign-off.ts';
import { workbook } from './workbook.ts';

/** Head of the ledger’s table, with the width of each column in characters. */
const COLUMNS: readonly (readonly [string, number])[] = [
  ['no', 6],
  ['status', 14],
  ['kind', 14],
  ['figure', 34],
  ['metric zh', 28],
  ['metric en', 28],
  ['period', 12],
  ['stored value', 18],
  ['unit', 12],
  ['zh page', 9],
  ['zh figure', 20],
  ['zh sentence', 60],
  ['en page', 9],
  ['en figure', 20],
  ['en sentence', 60],
  ['bilingual pages', 12],
  ['sources', 24],
  ['value status', 14],
  ['chain', 70],
  ['sign-off', 10],
  ['signed by', 16],
  ['signed on', 12],
  ['row', 40],
  ['hash', 18],
];

/** What the table draws on. */
export interface TableInput {
  /** Id of the report. */
  readonly report: string;
  readonly rows: readonly LedgerRow[];
  readonly factsOf: (row: LedgerRow) => RowFacts;
  readonly signOff: SignOff | undefined;
}

/** The ledger as rows of texts, the head first. */
export function ledgerTable(input: TableInput): readonly (readonly string[])[] {
  const states = signStates(input.signOff, input.rows);
  return [
    COLUMNS.map(([name]) => name),
    ...input.rows.map((row, index) => {
      const { state = 'open', signed } = states.get(row.id) ?? {};
      return [String(index + 1), ...cellsOf(row, input), state, signed?.by ?? '', signed?.on ?? '', row.id, row.hash];
    }),
  ];
}

function cellsOf(row: LedgerRow, { factsOf }: TableInput): readonly string[] {
  const { account, printings, bilingual } = row;
  const facts = factsOf(row);
  const pages = (list: readonly Printing[]): string => [...new Set(list.map(({ page }) => page))].join(', ');
  const texts = (list: readonly Printing[], field: 'text' | 'sentence'): string =>
    [...new Set(list.map((one) => one[field]))].join(' / ');
  return [
    row.status,
    account?.kind ?? '',
    account?.key ?? '',
    facts.zh,
    facts.en,
    facts.period,
    facts.stored,
    facts.unit,
    pages(printings.zh),
    texts(printings.zh, 'text'),
    texts(printings.zh, 'sentence'),
    pages(printings.en),
    texts(printings.en, 'text'),
    texts(printings.en, 'sentence'),
    pages(bilingual),
    facts.sources,
    account?.status ?? '',
    facts.chain,
  ];
}

/**
 * The ledger for other programs, comma-separated. A text that a spreadsheet would run as a formula gets an apostrophe before
 * it; a signed number stays as it is.
 */
export function ledgerCsv(input: TableInput): string {
  return csvText(ledgerTable(input).map((row) => row.map((text) => (FORMULA.test(text) ? `'${text}` : text))));
}

const FORMULA = /^(?:[=@\t\r]|[+-](?![\d.,]+ ?%?$))/;

/** The ledger as a workbook, with a sheet that counts it. */
export function ledgerWorkbook(input: TableInput): Uint8Array {
  const counts = new Map<string, number>();
  for (const { status } of input.rows) counts.set(status, (counts.get(status) ?? 0) + 1);
  const summary = [
    ['', ''],
    ['report', input.report],
    ['figures called', String(input.rows.length)],
    ...[...counts].sort().map(([status, count]) => [status, String(count)]),
  ];
  return workbook([
    { name: 'figures', widths: COLUMNS.map(([, width]) => width), rows: ledgerTable(input) },
    { name: 'summary', widths: [24, 30], rows: summary },
  ]);
}
