import { describe, expect, it } from 'vitest';
import { loadReport, type Report, reportTexts } from '../../../src/content/index.ts';
import type { Workspace } from '../../../src/core/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseProject, filesOf } from '../../support/project-files.ts';

async function loaded(ws: Workspace): Promise<Report> {
  const result = await loadReport(ws);
  if (!result.ok) throw new Error(result.diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  expect(result.diagnostics).toEqual([]);
  return result.value;
}

async function sample(): Promise<Report> {
  return loaded(
    memoryWorkspace({
      ...(await filesOf('test/fixtures/sample-report')),
      ...(await filesOf('templates', 'templates/')),
    }),
  );
}

describe('the sample report', () => {
  it('loads without a word, with its pages in order', async () => {
    const report = await sample();
    expect(report.front.map((p) => (p.kind === 'part' ? p.part : p.kind))).toEqual([
      'cover',
      'contents',
      'about',
      'strategy',
      'highlights',
    ]);
    expect(report.body).toHaveLength(5);
    expect(report.back[1]).toEqual({ kind: 'index', framework: 'gri-2021' });
    expect([...report.chapters.values()].filter((c) => c.opener).map((c) => c.number)).toEqual(['1', '4']);
    expect(report.accents.map((a) => [a.id, a.order])).toEqual([
      ['tide.climate', 1],
      ['tide.water', 2],
      ['tide.safety', 3],
      ['tide.crew', 4],
      ['tide.harbour', 5],
    ]);
  });

  it('chooses the name of a framework by the day the period begins', async () => {
    const report = await sample();
    expect(report.frameworks.get('hkex-c2')?.title.en).toBe('ESG Reporting Guide');
    expect(report.frameworks.get('hkex-c2')?.disclosures.find((d) => d.id === 'hkex.A4.1')).toMatchObject({
      code: 'A4.1',
      inForce: true,
      group: { id: 'hkex.A4', title: { en: 'A4: Climate change' } },
    });
  });

  it('keeps every digit of a value as it was given', async () => {
    const report = await sample();
    const value = report.metrics.get('money.grants')?.values.find((v) => v.period === 'CY2022');
    expect(value?.value).toBe('3.10');
    expect(report.metrics.get('money.grants')?.values[0]).toMatchObject({ value: null, status: 'not_disclosed' });
  });

  it('takes the older name of an accent in a topic', async () => {
    expect((await sample()).materiality?.topics[0]?.accent).toBe('tide.climate');
  });

  it('leads the origin of a reference to its characters in the file', async () => {
    const report = await sample();
    const text = reportTexts(report).find((t) => t.owner === 'ch.climate.target')?.text.zh;
    const ref = text?.inlines.flatMap((i) => (i.kind === 'ref' ? [i.ref] : []))[0];
    const span = report.origins.spanOf(ref?.origin ?? '');
    expect(ref?.head).toBe('target:t.ghg.by');
    expect(span).toMatchObject({
      file: 'content/chapters/01-climate.yaml',
      start: { column: 14 },
      end: { column: 33 },
    });
  });
});

describe('faults', () => {
  it('tells those of all files at once, and does not blame what stands in a file that cannot be read', async () => {
    const files = await baseProject({
      'content/sources.yaml': 'schema: sources/1\nsources: [{id: log}]\n',
      'content/waivers.yaml': 'schema: waivers/1\nwaiver: []\n',
    });
    const result = await loadReport(memoryWorkspace(files));
    expect(result.diagnostics.map((d) => `${d.span?.file} ${d.code}`)).toEqual([
      'content/sources.yaml C004',
      'content/sources.yaml C004',
      'content/sources.yaml C004',
      'content/waivers.yaml C004',
      'content/waivers.yaml C002',
    ]);
  });

  it('refuses a folder without a report', async () => {
    const result = await loadReport(memoryWorkspace({ 'README.md': 'x' }));
    expect(result.diagnostics.map((d) => d.code)).toEqual(['U002']);
  });
});

describe('strings', () => {
  it('lie over the register of the package', async () => {
    const report = await loaded(
      memoryWorkspace(
        await baseProject({
          'content/strings.yaml': 'schema: strings/1\nstrings:\n  contents: {zh: 目次, en: What is inside}\n',
        }),
      ),
    );
    expect(report.strings.get('contents')).toEqual({ zh: '目次', en: 'What is inside' });
    expect(report.strings.get('glossary')?.en).toBe('Glossary');
  });

  it('may be more in a project whose own register extends that of the package', async () => {
    const own = {
      'templates/strings.yaml': 'schema: strings/1\nextends: package\nstrings:\n  in_brief: {zh: 速览, en: In brief}\n',
      'content/strings.yaml': 'schema: strings/1\nstrings:\n  in_brief: {zh: 提要, en: In short}\n',
    };
    const shipped = memoryWorkspace(await filesOf('templates', 'templates/'));
    const result = await loadReport(memoryWorkspace(await baseProject(own)), shipped);
    expect(result.diagnostics).toEqual([]);
    expect(result.ok && result.value.strings.get('in_brief')).toEqual({ zh: '提要', en: 'In short' });
    expect(result.ok && result.value.strings.get('glossary')?.en).toBe('Glossary');
  });
});
