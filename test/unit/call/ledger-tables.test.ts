import { describe, expect, it } from 'vitest';
import { type LedgerRow, ledgerCsv, ledgerWorkbook } from '../../../src/call/index.ts';
import { calledRows, tableOf } from '../../support/called-rows.ts';
import { unzipped } from '../../support/unzipped.ts';

const rows = (await calledRows()).slice(0, 12);

/** A row whose Chinese sentence is something else. */
function withSentence(row: LedgerRow, sentence: string): LedgerRow {
  const zh = row.printings.zh.map((one) => ({ ...one, sentence }));
  return { ...row, printings: { ...row.printings, zh } };
}

describe('the ledger as comma-separated text', () => {
  const lines = ledgerCsv(tableOf(rows)).split('\r\n');

  it('begins with the mark of UTF-8 and has a line for each row', () => {
    expect(lines[0]).toMatch(/^\uFEFFno,status,/);
    expect(lines.length).toBe(rows.length + 2);
  });

  it('keeps commas, quotes and line ends inside their cell', () => {
    const [first] = rows.slice(0, 1).map((row) => withSentence(row, '他说“一”, "二"\n三'));
    expect(ledgerCsv(tableOf(first === undefined ? [] : [first]))).toContain('"他说“一”, ""二""\n三"');
  });

  it.each(['=HYPERLINK("x")', '@SUM(A1)', '+cmd|calc', '-2+3', '\t=1'])(
    'never begins a cell with the formula %s',
    (text) => {
      const [first] = rows.slice(0, 1).map((row) => withSentence(row, text));
      const csv = ledgerCsv(tableOf(first === undefined ? [] : [first]));
      expect(csv).toContain(`'${text.replaceAll('"', '""')}`);
    },
  );

  it.each(['-2.5%', '+3.3', '−4'])('leaves the signed number %s as it is printed', (text) => {
    const [first] = rows.slice(0, 1).map((row) => withSentence(row, text));
    expect(ledgerCsv(tableOf(first === undefined ? [] : [first]))).toContain(`,${text},`);
  });
});

describe('the ledger as a workbook', () => {
  const parts = unzipped(ledgerWorkbook(tableOf(rows)));
  const sheet = (name: string): string => parts.get(`xl/worksheets/${name}.xml`) ?? '';

  it('has a sheet of figures and one that counts them', () => {
    const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="(\w+)"/g)].map((match) => match[1]);
    expect(names).toEqual(['figures', 'summary']);
    expect(sheet('sheet2')).toContain(
      'figures called</t></is></c><c r="B3" t="inlineStr"><is><t xml:space="preserve">12<',
    );
  });

  it('has a cell of text for each column of each row, and no formula', () => {
    const cells = sheet('sheet1').match(/<c /g) ?? [];
    expect(cells.length).toBe(24 * (rows.length + 1));
    expect(sheet('sheet1').match(/t="inlineStr"/g)?.length).toBe(cells.length);
    expect(sheet('sheet1')).not.toContain('<f>');
  });

  it('shows a figure as it is printed, with its zeros', () => {
    for (const { printings } of rows)
      for (const { text } of printings.en) expect(sheet('sheet1')).toContain(`>${text.replaceAll('&', '&amp;')}<`);
  });

  it('drops what XML cannot hold and escapes what it reads', () => {
    const [first] = rows.slice(0, 1).map((row) => withSentence(row, 'a\u0000 <b> & "c"'));
    const text = unzipped(ledgerWorkbook(tableOf(first === undefined ? [] : [first]))).get('xl/worksheets/sheet1.xml');
    expect(text).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
  });
});
