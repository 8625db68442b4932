import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../support/command-line.ts';
import { commitAll, HAS_GIT } from '../../support/git-repository.ts';
import { HOME } from '../../support/project-files.ts';
import { unzipped } from '../../support/unzipped.ts';

let folder: string;
/** The files of the build before there is a history. */
let built: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petalpress-chain-'));
  await cp(`${HOME}test/faults/base`, folder, { recursive: true });
  built = await build();
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

async function build(): Promise<string> {
  const { code, err } = await runCommandLine(folder, 'build');
  expect(code, err).toBe(0);
  const report = JSON.parse(await readFile(join(folder, 'output/report.json'), 'utf8'));
  return JSON.stringify(report.editions);
}

/** Rows: the figure, and its chain. */
type Chains = readonly (readonly [figure: string, chain: string])[];

/** Each figure with its chain, as the three files of the ledger tell it. */
async function chains(): Promise<Readonly<Record<'html' | 'csv' | 'xlsx', Chains>>> {
  const { code, err } = await runCommandLine(folder, 'call', '--no-pictures');
  expect(code, err).toBe(0);
  const read = (name: string): Promise<Buffer> => readFile(join(folder, 'output', name));
  const page = (await read('ledger.html')).toString('utf8');
  const rows: readonly { key: string; chain: string }[] = JSON.parse(
    /^.*?(\{"report":.*\})/m.exec(page)?.[1] ?? '',
  ).rows;
  const sheet = unzipped(new Uint8Array(await read('ledger.xlsx'))).get('xl/worksheets/sheet1.xml') ?? '';
  const cells = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t [^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => text.replaceAll('&amp;', '&')),
  );
  return {
    html: rows.map(({ key, chain }) => [key, chain] as const),
    csv: columnsOf(csvRows((await read('ledger.csv')).toString('utf8').slice(1))),
    xlsx: columnsOf(cells),
  };
}

function columnsOf([head = [], ...rows]: readonly (readonly string[])[]): Chains {
  const [figure, chain] = [head.indexOf('figure'), head.indexOf('chain')];
  return rows.map((row) => [row[figure] ?? '', row[chain] ?? '']);
}

/** Source: RFC 4180. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the chain of each figure in the ledger', () => {
  it('is the same in all three files, for every figure, link by link as trace prints it', async () => {
    const { html, csv, xlsx } = await chains();
    expect(csv.length).toBeGreaterThan(10);
    expect(csv).toEqual(html);
    expect(xlsx).toEqual(html);
    expect(html.filter(([, chain]) => chain === '')).toEqual([]);
    const values = html.filter(([key]) => /^[\w.]+@\w+$/.test(key));
    expect(values.length).toBeGreaterThan(3);
    for (const [key, chain] of values) {
      const { out } = await runCommandLine(folder, 'trace', key, '.', '--out', 'nothing-built');
      const facts = out.split('\n').map((line) => line.trim().replace(/^(\w+) +/, '$1 '));
      const [line = ''] = chain.split('\n');
      expect(line.startsWith(`${key}: source `)).toBe(true);
      for (const link of line.slice(key.length + 2).split(' → ')) expect(facts, key).toContain(link);
    }
  });

  it.skipIf(!HAS_GIT)(
    'names who entered the value where there is a history, in the ledger and never in a PDF',
    async () => {
      expect(new Map((await chains()).csv).get('energy.used@FY2024')).toContain(
        ' → entered unknown: no git history here → ',
      );
      commitAll(folder, 'metrics: energy from the log');
      for (const of of Object.values(await chains())) {
        expect(new Map(of).get('energy.used@FY2024')).toMatch(
          / → entered Ada Chen, 2024-05-03, [0-9a-f]{10} metrics: energy from the log → value 3980000 kWh {2}reported → assurance none$/,
        );
      }
      expect(await build()).toBe(built);
    },
    60_000,
  );
});
