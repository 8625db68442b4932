import { describe, expect, it } from 'vitest';
import { gapsOf } from '../../../src/check/index.ts';
import { indexVersion } from '../../../src/check/rules/f2-index-version.ts';
import { loadReport, type Report } from '../../../src/content/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseProject, filesOf } from '../../support/project-files.ts';

type Edits = Readonly<Record<string, readonly (readonly [find: string, put: string])[]>>;

/** The showcase with some words of its files changed. */
async function showcase(edits: Edits = {}): Promise<Report> {
  const files: Record<string, string | Uint8Array> = { ...(await filesOf('content', 'content/')) };
  for (const [path, changes] of Object.entries(edits)) {
    const data = files[path];
    let text = typeof data === 'string' ? data : new TextDecoder().decode(data);
    for (const [find, put] of changes) {
      if (!text.includes(find)) throw new Error(`${path} does not have ${find}`);
      text = text.replace(find, put);
    }
    files[path] = text;
  }
  const result = await loadReport(memoryWorkspace({ ...files, ...(await filesOf('templates', 'templates/')) }));
  if (!result.ok)
    throw new Error(
      result.diagnostics
        .map((d) => `${d.span?.file} ${d.code} ${d.message} ${d.expected} ${d.hints.join(' ')}`)
        .join('\n'),
    );
  return result.value;
}

const gapsIn = (report: Report, framework: string): ReadonlyMap<string, string> =>
  new Map(
    gapsOf(report)
      .find((one) => one.framework.id === framework)
      ?.gaps.map(({ disclosure, kind }) => [disclosure.id, kind]),
  );

const TCFD = 'content/index/tcfd.yaml';

describe('what TCFD and IFRS S2 still ask for', () => {
  it('is what was omitted for want of it, and not what does not apply or has a place', async () => {
    const gaps = gapsIn(await showcase(), 'tcfd-ifrs-s2');
    expect(gaps.get('tcfd.strategy.a')).toBe('unavailable');
    expect(gaps.has('ifrs-s2.8-9')).toBe(false);
    expect(gaps.has('tcfd.governance.a')).toBe(false);
  });

  it('is told with the reason of its omission, or without an entry', async () => {
    const omitted = '{disclosure: tcfd.strategy.a, omission: {reason: unavailable,';
    const report = await showcase({
      [TCFD]: [
        [omitted, omitted.replace('unavailable', 'confidentiality')],
        ['  - {disclosure: tcfd.metrics.c, where: [ch.green.own-chart, ch.green.own-target]}\n', ''],
      ],
    });
    const gaps = gapsOf(report).find(({ framework }) => framework.id === 'tcfd-ifrs-s2')?.gaps ?? [];
    expect(gaps.find(({ disclosure }) => disclosure.id === 'tcfd.strategy.a')?.kind).toBe('confidentiality');
    const open = gaps.find(({ disclosure }) => disclosure.id === 'tcfd.metrics.c');
    expect(open?.kind).toBe('no-entry');
    expect(open?.ids).toContain('ch.green.own-chart');
  });

  it.each([
    ['no reason', 'reason: unavailable, text', 'text', 'C004', 'reason'],
    ['a reason that no framework knows', 'reason: unavailable', 'reason: forgotten', 'C019', 'unavailable'],
  ])('is refused with %s, at its line', async (_what, find, put, code, named) => {
    const told = await showcase({ [TCFD]: [[find, put]] }).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(told).toContain(`${TCFD} ${code}`);
    expect(told).toContain(named);
  });
});

describe('the version of the listing rules', () => {
  const inForce = (report: Report): readonly string[] =>
    (report.frameworks.get('hkex-c2')?.disclosures ?? []).flatMap(({ id, inForce: asked }) => (asked ? [id] : []));

  it('is the Guide for a year that began before 2025, without Part D', async () => {
    const report = await showcase();
    expect(report.frameworks.get('hkex-c2')?.title.en).toBe('ESG Reporting Guide');
    expect(inForce(report)).toContain('hkex.A1.2');
    expect(inForce(report).some((id) => id.startsWith('hkex.D.'))).toBe(false);
    expect(indexVersion({ report, mode: 'draft', asOf: report.published, assetFiles: [] })).toEqual([]);
  });

  it('is the Code for a year that begins in 2025, with Part D; an entry of what was repealed is told of', async () => {
    const report = await showcase({
      'content/report.yaml': [
        ['period: FY2024\n', 'period: FY2026\n'],
        [
          '1 April 2024 to 31 March 2025}}\n',
          '1 April 2024 to 31 March 2025}}\n  - {id: FY2026, kind: fiscal, start: "2025-04-01", end: "2026-03-31", label: {zh: 2026财年, en: FY2026}, long: {zh: 2026财年, en: FY2026}}\n',
        ],
      ],
    });
    expect(report.frameworks.get('hkex-c2')?.title.en).toBe('ESG Reporting Code');
    expect(inForce(report)).not.toContain('hkex.A1.2');
    expect(inForce(report).some((id) => id.startsWith('hkex.D.'))).toBe(true);
    const told = indexVersion({ report, mode: 'draft', asOf: report.published, assetFiles: [] });
    expect(told.map(({ message }) => message).join('\n')).toContain('hkex.A1.2');
  });
});

describe('an index of the Sustainable Development Goals', () => {
  const GOALS = `schema: framework/1
framework: Sustainable Development Goals
standards:
  - standard: SDG
    type: topic
    title: {en: Goals, zh: 目标}
    disclosures:
      - {id: sdg.6, code: "6", en: Clean water and sanitation, zh: 清洁饮水和卫生设施}
      - {id: sdg.7, code: "7", en: Affordable and clean energy, zh: 经济适用的清洁能源}
      - {id: sdg.13, code: "13", en: Climate action, zh: 气候行动}
`;
  const INDEX = `schema: index/1
framework: sdg
entries:
  - {disclosure: sdg.6, where: [about.period]}
  - {disclosure: sdg.7, omission: {reason: unavailable, text: {zh: 未统计。, en: "Not counted."}}}
`;

  it('is one framework among others: what has a place is answered, the rest is asked for', async () => {
    const base = await baseProject();
    const files = await baseProject({
      'content/report.yaml': new TextDecoder()
        .decode(base['content/report.yaml'] as Uint8Array)
        .replace('frameworks: [mini]', 'frameworks: [mini, sdg]'),
      'content/frameworks/sdg.yaml': GOALS,
      'content/index/sdg.yaml': INDEX,
    });
    const result = await loadReport(memoryWorkspace(files));
    if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
    expect([...gapsIn(result.value, 'sdg')]).toEqual([
      ['sdg.7', 'unavailable'],
      ['sdg.13', 'no-entry'],
    ]);
  });
});
