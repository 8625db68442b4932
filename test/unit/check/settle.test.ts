import { describe, expect, it } from 'vitest';
import { type CheckFacts, runChecks } from '../../../src/check/index.ts';
import { loadReport } from '../../../src/content/index.ts';
import { type Diagnostic, diagnose } from '../../../src/core/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { filesOf, type ProjectFiles } from '../../support/project-files.ts';

const files: ProjectFiles = {
  ...(await filesOf('test/fixtures/sample-report')),
  ...(await filesOf('templates', 'templates/')),
};

async function judged(
  given: Partial<Pick<CheckFacts, 'mode' | 'asOf'>> & { readonly waivers?: string },
  found: readonly Diagnostic[] = [],
): Promise<readonly Diagnostic[]> {
  const over = given.waivers === undefined ? {} : { 'content/waivers.yaml': given.waivers };
  const loaded = await loadReport(memoryWorkspace({ ...files, ...over }));
  if (!loaded.ok) throw new Error('the sample does not load');
  const report = loaded.value;
  return runChecks(
    { report, mode: given.mode ?? 'draft', asOf: given.asOf ?? report.published, assetFiles: [] },
    found,
  );
}

const NONE = 'schema: waivers/1\nwaivers: []\n';
const summary = (told: readonly Diagnostic[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const d of told) counts[`${d.code} ${d.severity}`] = (counts[`${d.code} ${d.severity}`] ?? 0) + 1;
  return counts;
};
const journeys = diagnose('N1', 'does not agree', { item: 'harbour.journeys@CY2023' });
const other = diagnose('N1', 'does not agree', { item: 'harbour.journeys@CY2022' });

describe('the sample report', () => {
  it('is clean as a draft and as a release', async () => {
    expect(summary(await judged({ mode: 'draft' }))).toEqual({ 'V1 info': 13 });
    expect(summary(await judged({ mode: 'release' }))).toEqual({ 'V1 info': 13 });
  });

  it('names thirteen items in a release without waivers', async () => {
    const told = await judged({ mode: 'release', waivers: NONE });
    expect(summary(told)).toEqual({ 'V1 error': 13 });
    expect(told.map((d) => d.item).filter((item) => !item?.startsWith('mt.'))).toEqual([
      'ghg.upstream@CY2022',
      'ghg.upstream@CY2023',
      'harbour.journeys@CY2023',
      'money.grants@CY2023',
      't.women-afloat',
    ]);
  });

  it('fails a release after the waivers have expired, on the day after and not on the day itself', async () => {
    expect(summary(await judged({ mode: 'release', asOf: '2025-04-30' }))).toEqual({ 'V1 info': 13 });
    expect(summary(await judged({ mode: 'release', asOf: '2025-05-01' }))).toEqual({ 'V1 error': 13, 'V5 error': 13 });
    expect(summary(await judged({ mode: 'draft', asOf: '2025-05-01' }))).toEqual({ 'V1 info': 13, 'V5 warning': 13 });
  });
});

describe('a figure check that a value fails', () => {
  it('is acknowledged where the value is disputed, and an error elsewhere', async () => {
    const told = await judged({ waivers: NONE }, [journeys, other]);
    expect(told.filter((d) => d.code === 'N1').map((d) => [d.item, d.severity])).toEqual([
      ['harbour.journeys@CY2023', 'info'],
      ['harbour.journeys@CY2022', 'error'],
    ]);
    expect(told[0]?.message).toBe('acknowledged: does not agree');
  });

  it('is covered by the waiver for its V1 in a release, and only there', async () => {
    expect(summary(await judged({ mode: 'release' }, [journeys]))).toEqual({ 'N1 info': 1, 'V1 info': 13 });
    expect(summary(await judged({ mode: 'release', waivers: NONE }, [journeys]))['N1 error']).toBe(1);
    expect(summary(await judged({ mode: 'release' }, [other]))['N1 error']).toBe(1);
  });

  it('is not covered by a waiver for another check', async () => {
    const waivers = NONE.replace(
      '[]',
      '[{check: N3, item: harbour.journeys@CY2022, reason: r, by: b, expires: "2030-01-01"}]',
    );
    const told = summary(await judged({ waivers }, [other]));
    expect(told['N1 error']).toBe(1);
    expect(told['V6 error']).toBe(1);
  });
});

describe('waivers', () => {
  it('name a check that is there', async () => {
    const waivers = NONE.replace('[]', '[{check: VV1, item: mt.crew, reason: r, by: b, expires: "2030-01-01"}]');
    const told = (await judged({ waivers })).filter((d) => d.severity === 'error');
    expect(told.map((d) => [d.code, d.hints[0]])).toEqual([['C019', 'did you mean `V1`?']]);
  });

  it('say who waived, until when and why', async () => {
    const told = (await judged({ mode: 'release' })).find((d) => d.item === 'money.grants@CY2023');
    expect(told?.hints).toEqual([
      'waived until 2025-04-30 by the editors of the sample: A sample value on purpose, to test the tag.',
    ]);
  });
});
