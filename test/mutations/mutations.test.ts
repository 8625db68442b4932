import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '../../src/core/index.ts';
import { HOME } from '../support/project-files.ts';
import { type Ground, readGround } from './ground.ts';
import { pageFaults } from './page-faults.ts';
import { pick } from './pick.ts';
import { checkFiles, sow } from './sow.ts';
import { FOLDERS, KINDS } from './suite.ts';
import { countFigures, mutationTable, type Tally } from './table.ts';

// A thousand projects are read that differ in one file from the good ones.
vi.mock('../../src/source/read-yaml.ts', async (original) => {
  const actual = await original<typeof import('../../src/source/read-yaml.ts')>();
  const { readOnce } = await import('./read-once.ts');
  return { ...actual, readYaml: readOnce(actual.readYaml) };
});

/** Faults of each kind in each project. `MUTATIONS=8` sows more of them, `DRAW=2` at other places, `KIND=N18` of one check alone. */
const EACH = Number(process.env['MUTATIONS'] ?? 1);
const DRAW = Number(process.env['DRAW'] ?? 0);
const KIND = new RegExp(process.env['KIND'] ?? '');
const TABLE = `${HOME}docs/mutations.md`;

interface Good {
  readonly ground: Ground;
  readonly draft: readonly Diagnostic[];
  readonly release: readonly Diagnostic[];
}

const chaptersOf = (ground: Ground): readonly string[] =>
  Object.keys(ground.files).filter((file) => file.startsWith('content/chapters/'));

const GOOD: Promise<readonly Good[]> = Promise.all(
  Object.entries(FOLDERS).map(async ([name, folder]) => {
    const ground = await readGround(name, folder);
    return { ground, draft: await checkFiles(ground), release: await checkFiles(ground, { mode: 'release' }) };
  }),
);

describe('the good projects', () => {
  it.each(Object.keys(FOLDERS))('%s has nothing above info, and its notes are the reviewed ones', async (name) => {
    const good = (await GOOD).find(({ ground }) => ground.name === name);
    const notes = good?.draft.map(
      ({ span, code, severity, message }) => `${span?.file}:${span?.start.line} ${code} ${severity} ${message}`,
    );
    expect(good?.release.filter(({ severity }) => severity !== 'info')).toEqual([]);
    await expect(`${notes?.join('\n')}\n`).toMatchFileSnapshot(`clean/${name}.txt`);
  });
});

describe('every kind of fault, sown at random places', () => {
  it('is told by the right check at the right line', { timeout: 3_600_000 }, async () => {
    const tallies: Tally[] = [];
    const touched = new Set<string>();
    for (const [g, { ground, draft, release }] of (await GOOD).entries()) {
      for (const [i, kind] of KINDS.entries()) {
        // Three of the four reports are enough for each kind where one place is drawn.
        if ((EACH === 1 && (i + DRAW) % 4 === g) || !KIND.test(kind.id)) continue;
        for (const seed of pick(kind.seeds(ground), EACH, 1907 + i + DRAW * 1009)) {
          const result = await sow(ground, seed.mode === 'release' ? release : draft, kind, seed);
          tallies.push({ kind, result });
          for (const edit of seed.edits) touched.add(`${ground.name} ${edit.file}`);
        }
      }
    }
    for (const { ground, draft, release } of await GOOD) {
      for (const file of chaptersOf(ground).filter((one) => !touched.has(`${ground.name} ${one}`))) {
        const able = KINDS.flatMap((kind, i) =>
          pick(
            kind.seeds(ground).filter(({ edits }) => edits.some((edit) => edit.file === file)),
            1,
            2609 + i,
          ).map((seed) => ({ kind, seed })),
        );
        for (const { kind, seed } of pick(able, 3, 2609)) {
          const result = await sow(ground, seed.mode === 'release' ? release : draft, kind, seed);
          tallies.push({ kind, result });
          touched.add(`${ground.name} ${file}`);
        }
      }
    }
    const [paged] = (await GOOD).filter(({ ground }) => ground.name === 'clinic');
    if (paged !== undefined) tallies.push(...(await pageFaults(paged.ground)));
    const missed = tallies.filter(({ result }) => !result.rightLine);
    const report = missed.map(({ kind, result }) =>
      [
        `${kind.id} ${kind.name} in ${result.ground}: ${result.seed.about}`,
        `  expected ${kind.codes.join(' or ')} at ${result.seed.lines.join(' or ')}`,
        ...result.told.map((line) => `  ${line}`),
      ].join('\n'),
    );
    const caught = tallies.filter(({ result }) => result.rightId).length;
    expect(
      report,
      `${caught} of ${tallies.length} told by the right code, ${tallies.length - missed.length} at its line`,
    ).toEqual([]);
    if (KIND.source !== '(?:)') return;
    expect(tallies.length).toBeGreaterThan(600);
    for (const { ground } of await GOOD) {
      expect(chaptersOf(ground).filter((file) => !touched.has(`${ground.name} ${file}`))).toEqual([]);
    }
    if (EACH !== 1 || DRAW !== 0) return;
    const clean = (await GOOD).map(({ ground, draft }) => ({
      name: ground.name,
      figures: countFigures(ground),
      alarms: draft.filter(({ severity }) => severity !== 'info').length,
      notes: draft.length,
    }));
    const table = mutationTable(tallies, clean);
    if (process.env['DOCS'] === 'write') await writeFile(TABLE, table);
    expect(await readFile(TABLE, 'utf8'), 'DOCS=write refreshes docs/mutations.md').toBe(table);
  });
});
