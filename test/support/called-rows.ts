import { readFileSync } from 'node:fs';
import { callPair, type LedgerRow, sectionFacts } from '../../src/call/index.ts';
import type { TableInput } from '../../src/call/ledger-table.ts';
import { type PdfText, readPages } from '../../src/inspect/index.ts';

const folder = new URL('../fixtures/foreign/', import.meta.url);

/** Rows of a ledger: of the glassworks that a browser typeset. */
export async function calledRows(): Promise<readonly LedgerRow[]> {
  const [zh, en] = await Promise.all([pages('zh.pdf'), pages('en.pdf')]);
  const called = callPair({ zh, en });
  if (!called.ok) throw new Error('the fixtures cannot be called');
  return called.value.rows;
}

async function pages(file: string): Promise<PdfText> {
  const read = await readPages(new Uint8Array(readFileSync(new URL(file, folder))), { links: true, alts: false });
  if (!read.ok) throw new Error(`${file} cannot be read`);
  return read.value;
}

/** A table of rows, for the report `glass`. */
export function tableOf(rows: readonly LedgerRow[]): TableInput {
  return { report: 'glass', rows, factsOf: sectionFacts, signOff: undefined };
}
