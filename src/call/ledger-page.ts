import type { Edition } from '../core/index.ts';
import type { PagePicture } from '../inspect/index.ts';
import type { LedgerRow, Printing } from './ledger.ts';
import type { TableInput } from './ledger-table.ts';

/** What the reviewer’s page shows beside the rows. */
export interface LedgerPageInput extends TableInput {
  /** The page without its data, which go where it says `LEDGER` in a comment. */
  readonly template: string;
  readonly pictures: ReadonlyMap<Edition, readonly PagePicture[]>;
  readonly title: string;
}

const DATA = '/*LEDGER*/';

/** Makes `ledger.html`: one file that a reviewer opens, works in without a network, and saves a sign-off from. */
export function ledgerPage(input: LedgerPageInput): string {
  const { report, title, rows, signOff, pictures } = input;
  const ids = new Set(rows.map(({ id }) => id));
  const shown = new Set(
    rows.flatMap(({ printings: { zh, en } }) => [...zh, ...en].map(({ edition, sheet }) => `${edition} ${sheet}`)),
  );
  const data = {
    report,
    title,
    rows: rows.map((row) => rowData(row, input)),
    signed: (signOff?.rows ?? []).filter(({ row }) => ids.has(row)),
    pages: Object.fromEntries(
      [...pictures].flatMap(([edition, list]) =>
        list.flatMap(({ page, width, height, mime, bytes }) => {
          const key = `${edition} ${page}`;
          if (!shown.has(key)) return [];
          const src = `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
          return [[key, { width, height, src }] as const];
        }),
      ),
    ),
  };
  // A “<” in data would end the script that holds them.
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return input.template.replace(DATA, () => text);
}

function rowData(row: LedgerRow, input: LedgerPageInput): Readonly<Record<string, unknown>> {
  const { account, printings, bilingual, status, id, hash } = row;
  const known = input.factsOf(row);
  const all = [...printings.zh, ...printings.en];
  const label = [known.zh, known.en].filter((text) => text !== '').join(' · ');
  const name =
    account === undefined
      ? status === 'unaccounted'
        ? 'nothing accounts for it'
        : ''
      : account.kind === 'text'
        ? 'written out by its author'
        : account.key;
  const facts = {
    id,
    hash,
    status,
    kind: account?.kind ?? 'figure',
    key: account?.key ?? '',
    name: label === '' ? name : account === undefined ? label : `${label} (${account.period ?? name})`,
    metric: label,
    stored: `${known.stored} ${known.unit}`.trim(),
    sources: known.sources,
    value: account?.status ?? '',
    given: known.given,
    chain: known.chain,
    group: groupOf(row),
    zh: printings.zh.map(printingData),
    en: printings.en.map(printingData),
    bilingual: bilingual.map(({ page }) => page),
  };
  const search = [
    name,
    label,
    facts.sources,
    facts.key,
    status,
    ...all.flatMap(({ text, sentence }) => [text, sentence]),
  ];
  return { ...facts, search: search.join(' ').toLowerCase() };
}

/** Rows of one page stand together. */
function groupOf({ printings, bilingual }: LedgerRow): string {
  const [zh, en] = [printings.zh[0]?.page, printings.en[0]?.page];
  if (zh !== undefined && en !== undefined) return `第${zh}页 · page ${en}`;
  if (zh !== undefined) return `第${zh}页`;
  return en === undefined ? `bilingual, page ${bilingual[0]?.page ?? '?'}` : `page ${en}`;
}

function printingData({
  edition,
  page,
  sheet,
  text,
  sentence,
  at,
  boxes,
}: Printing): Readonly<Record<string, unknown>> {
  const tenths = (length: number): number => Math.round(length * 10) / 10;
  return {
    edition,
    page,
    sheet,
    text,
    sentence,
    at,
    boxes: boxes.map(({ x, y, width, height }) => [x, y, width, height].map(tenths)),
  };
}
