import { readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { addSignatures } from '../../../src/call/index.ts';
import { outputSchemas } from '../../../src/provenance/index.ts';
import { runCommandLine } from '../../support/command-line.ts';
import { HOME } from '../../support/project-files.ts';

const pathOf = (name: string): string => `${HOME}schemas/${name}.schema.json`;

/** `npm run schemas` writes the files anew. */
if (process.env['SCHEMAS'] === 'write') {
  for (const [name, text] of outputSchemas()) writeFileSync(pathOf(name), text);
}

const committed = new Map(
  [...outputSchemas().keys()].map((name) => [name, JSON.parse(readFileSync(pathOf(name), 'utf8'))]),
);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petalpress-schemas-'));
  await cp(`${HOME}test/faults/base`, folder, { recursive: true });
  expect((await runCommandLine(folder, 'build')).code).toBe(0);
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

const printed = async (...argv: readonly string[]): Promise<unknown> =>
  JSON.parse((await runCommandLine(folder, ...argv)).out);
const written = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(folder, file), 'utf8'));

/** Follows the committed schema as it is, and no longer with a key too many or another version. */
function expectShape(name: string, output: unknown): void {
  const shape = z.fromJSONSchema(committed.get(name));
  expect(shape.safeParse(output).error).toBeUndefined();
  const own = z.record(z.string(), z.unknown()).parse(output);
  for (const wrong of [{ ...own, more: 1 }, { ...own, schema: 'other/1' }, {}]) {
    expect(shape.safeParse(wrong).success, name).toBe(false);
  }
}

it.each([...committed.keys()])('the committed schema %s is what the code makes', (name) => {
  expect(committed.get(name)).toEqual(JSON.parse(outputSchemas().get(name) ?? ''));
});

it('a traced figure and a traced page follow theirs', async () => {
  expectShape('trace', await printed('trace', 'energy.used@FY2024', '--json'));
  expectShape('trace', await printed('trace', 'water.drawn@FY2024', '--json'));
  expectShape('trace', await printed('trace', '--page', 'en:1', '--json'));
});

it('what a build writes follows its', async () => {
  expectShape('places', await written('output/places.json'));
  expectShape('report-output', await written('output/report.json'));
});

it('signatures follow theirs, new and added to', () => {
  const row = { row: 'content/a.yaml#/b|m@FY2024|1', hash: '0123456789abcdef', by: 'Lin', on: '2024-05-03' };
  const first = addSignatures(undefined, { report: 'islet', rows: [row] });
  if (typeof first === 'string') throw new Error(first);
  expectShape('signoff', JSON.parse(first.text));
  const second = addSignatures(first.text, { report: 'islet', rows: [{ ...row, by: 'Chen' }] });
  if (typeof second === 'string') throw new Error(second);
  expectShape('signoff', JSON.parse(second.text));
});

it('differences, diagnostics and a formula’s chain follow theirs', async () => {
  const metrics = join(folder, 'content/metrics/water.yaml');
  const before = await readFile(metrics, 'utf8');
  const after = before.replace(
    '- {period: FY2024, value: "14500", in: m3, status: reported, source: [log]}',
    '- {period: FY2024, value: "14600", in: m3, status: derived, source: [log], derived: "{{m:water.drawn@FY2024}} − {{m:water.drawn@FY2023}}"}',
  );
  expect(after).not.toBe(before);
  await writeFile(metrics, after);
  const traced = await printed('trace', 'water.reused@FY2024', '--json');
  expect(traced).toMatchObject({
    figure: { derived: { from: [{ metric: 'water.drawn' }, { metric: 'water.drawn' }] } },
  });
  expectShape('trace', traced);
  const diff = await printed('diff', 'output/data.json', '--json');
  expect(diff).toMatchObject({ changes: [{ item: 'water.reused@FY2024' }] });
  expectShape('diff', diff);
  await writeFile(metrics, before.replace('14500', '14,500'));
  const told = await printed('check', '--format', 'json');
  expect(told).toMatchObject({ diagnostics: [{ severity: 'error' }] });
  expectShape('diagnostics', told);
});
