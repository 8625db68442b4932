import { type LedgerPageInput, ledgerPage } from './ledger-page.ts';
import { ledgerCsv, ledgerWorkbook } from './ledger-table.ts';

/** A file of the ledger, by its path in the output folder. */
export interface LedgerFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The ledger to work in, and as tables for auditors: `ledger.html`, `ledger.csv`, `ledger.xlsx`. */
export function ledgerFiles(input: LedgerPageInput): readonly LedgerFile[] {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return [
    { path: 'ledger.html', bytes: encode(ledgerPage(input)) },
    { path: 'ledger.csv', bytes: encode(ledgerCsv(input)) },
    { path: 'ledger.xlsx', bytes: ledgerWorkbook(input) },
  ];
}
