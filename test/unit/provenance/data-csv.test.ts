import { expect, it } from 'vitest';
import { dataCsv } from '../../../src/provenance/index.ts';
import { editedData, ferryData } from '../../support/report-data.ts';

/** Rows of a file by RFC 4180, each by the names of its head. */
function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  const [head = [], ...lines] = rows.slice(0, -1);
  return lines.map((line) => {
    expect(line).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, index) => [name, line[index] ?? '']));
  });
}

it('has a line for each value, and each value of the data', async () => {
  const data = await ferryData();
  const rows = rowsOf(dataCsv(data));
  const values = data.metrics.flatMap(({ id, values }) => values.map((value) => [id, value.period, value.value ?? '']));
  expect(rows.map(({ metric, period, value }) => [metric, period, value])).toEqual(values);
});

it('gives a spreadsheet plain decimals, with the document of each', async () => {
  const row = rowsOf(dataCsv(await editedData())).find(
    ({ metric, period }) => metric === 'energy.used' && period === 'FY2024',
  );
  expect(row).toMatchObject({
    label_zh: '用电量',
    start: '2023-04-01',
    end: '2024-03-31',
    value: '3980000',
    unit: 'kWh',
    given_value: '3980',
    given_unit: 'MWh',
    sources: 'log',
    source_documents: 'S1 Operating log (sample): an invented log',
  });
});

it('begins with the mark that spreadsheets know UTF-8 by, and keeps quotes, commas and line ends in a cell', async () => {
  const csv = dataCsv(await editedData(['metrics/energy.yaml', 'en: Electricity used', 'en: \'Power, "used"\'']));
  expect(csv.startsWith('\uFEFFmetric,')).toBe(true);
  expect(rowsOf(csv).map((row) => row['label_en'])).toContain('Power, "used"');
  const lines = csv.split('\r\n');
  expect(lines.at(-1)).toBe('');
});
