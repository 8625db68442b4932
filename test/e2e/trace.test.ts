import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import type { Edition } from '../../src/core/index.ts';
import { readReportData } from '../../src/provenance/index.ts';
import { builtFile, editionFacts, textInside } from '../support/built-editions.ts';
import { runCommandLine } from '../support/command-line.ts';
import { HOME } from '../support/project-files.ts';

const FERRY = join(HOME, 'test/fixtures/sample-report');

interface Place {
  readonly edition: Edition;
  readonly page: string;
  readonly sheet: number;
  readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly text: string;
  readonly key: string | null;
  readonly spoken: boolean;
}

async function places(...argv: readonly string[]): Promise<readonly Place[]> {
  const { code, out, err } = await runCommandLine(FERRY, 'trace', ...argv, '--out', inject('ferry'), '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out).places;
}

/** The values that text, tiles, tables and charts show, each in two languages. */
async function shownValues(): Promise<readonly string[]> {
  const data = readReportData(new TextDecoder().decode(await builtFile('ferry', 'data.json')));
  if (typeof data === 'string') throw new Error(data);
  return data.metrics.flatMap(({ id, values }) =>
    values.filter(({ value, blocks }) => value !== null && blocks.length > 2).map(({ period }) => `${id}@${period}`),
  );
}

/** The box is that of the first line: unit and label may stand on the next. */
function numberOf(text: string): string {
  return /\d[\d.,]*\d|\d/.exec(text)?.[0] ?? text.slice(0, 1);
}

describe('a figure traced to its pages', () => {
  it('stands in the box that is told, in every edition', async () => {
    const shown = await shownValues();
    expect(shown.length).toBeGreaterThan(2);
    for (const figure of shown.slice(0, 2)) {
      const found = await places(figure);
      expect(new Set(found.map(({ edition }) => edition))).toEqual(new Set(['zh-Hans', 'en', 'bilingual']));
      for (const { edition, page, sheet, box, text, spoken } of found) {
        expect(spoken).toBe(box === undefined);
        const facts = (await editionFacts('ferry', edition)).pages[sheet - 1];
        expect(facts?.label).toBe(page);
        if (facts === undefined || box === undefined) continue;
        const { x, y, width, height } = box;
        const there = textInside(facts, [x - 400, facts.height - y - height, x + width + 400, facts.height - y]);
        const packed = (words: string): string => words.replace(/[\s\u00A0\u200B-\u200D\u2060]/g, '');
        expect(packed(there), `${figure} on ${edition} ${page}`).toContain(numberOf(packed(text)));
      }
    }
  });

  it('is found from its page again', async () => {
    const [figure = ''] = await shownValues();
    const seen = (await places(figure)).filter(({ edition, key }) => edition === 'en' && key === figure);
    expect(seen.length).toBeGreaterThan(1);
    for (const page of new Set(seen.map((one) => one.page))) {
      const there = await places('--page', `en:${page}`);
      const own = seen.filter((one) => one.page === page);
      expect(there.filter(({ key }) => key === figure)).toHaveLength(own.length);
      expect(there.every(({ key }) => key !== null)).toBe(true);
    }
  });

  it('names pages that are not there, and pages that were built of other figures', async () => {
    const out = inject('ferry');
    const none = await runCommandLine(FERRY, 'trace', '--page', 'en:999', '--out', out);
    expect(none.code).toBe(1);
    expect(none.err).toMatch(
      /U003 unknown-figure {2}error {2}the en edition has no page 999\n(.*\n)* {2}hint {5}its pages run from \S+ to \d+/,
    );
    const folder = await mkdtemp(join(tmpdir(), 'petalpress-trace-'));
    try {
      await cp(join(FERRY, 'content'), join(folder, 'content'), { recursive: true });
      const path = join(folder, 'content/metrics/safety.yaml');
      const before = await readFile(path, 'utf8');
      const after = before.replace('status: reported', 'status: estimate');
      expect(after).not.toBe(before);
      await writeFile(path, after);
      const { err } = await runCommandLine(folder, 'trace', '--page', 'zh:2', '--out', out);
      expect(err).toContain('I005 not-built  warning  the content has changed since the last build');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

it('a difference from an earlier state names the pages of the build', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'petalpress-diff-'));
  try {
    const now = new TextDecoder().decode(await builtFile('ferry', 'data.json'));
    const [figure = ''] = await shownValues();
    const data = JSON.parse(now) as {
      metrics: { id: string; values: { period: string; given: { value: string } }[] }[];
    };
    for (const { id, values } of data.metrics) {
      for (const value of values) if (`${id}@${value.period}` === figure) value.given.value = '77.77';
    }
    const old = join(folder, 'old.json');
    await writeFile(old, JSON.stringify(data));
    const { code, out } = await runCommandLine(FERRY, 'diff', old, '--out', inject('ferry'), '--json');
    expect(code).toBe(0);
    const { changes } = JSON.parse(out) as {
      changes: { item: string; pages: { edition: Edition; pages: string[] }[] }[];
    };
    expect(changes.map(({ item }) => item)).toEqual([figure]);
    const told = changes[0]?.pages.find(({ edition }) => edition === 'en')?.pages ?? [];
    const seen = (await places(figure)).filter(({ edition, key }) => edition === 'en' && key === figure);
    expect(seen.filter(({ page }) => !told.includes(page))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
