import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExitCode } from '../../../src/cli/host.ts';
import { loadReport } from '../../../src/content/index.ts';
import { resolveMetrics } from '../../../src/metrics/index.ts';
import { dataJson, reportData } from '../../../src/provenance/index.ts';
import { type CommandRun, runCommandLine } from '../../support/command-line.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseProject, HOME } from '../../support/project-files.ts';

let folder: string;
let told: CommandRun;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petalpress-check-'));
  await cp(`${HOME}test/faults/base`, folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

async function run(...argv: readonly string[]): Promise<ExitCode> {
  told = await runCommandLine(folder, ...argv);
  return told.code;
}

async function change(path: string, find: string, replacement: string): Promise<void> {
  const file = join(folder, 'content', path);
  const before = await readFile(file, 'utf8');
  if (!before.includes(find)) throw new Error(`${find} is not in ${path}`);
  await writeFile(file, before.replace(find, replacement));
}

describe('check --fix', () => {
  it('mends the files, says so, and tells what is left', async () => {
    await change('chapters/01-water.yaml', '按水表读数计。', '按水表读数计,每日。');
    await change('metrics/water.yaml', '"-10.8"', '"-11.8"');
    expect(await run('check')).toBe(1);
    expect(told.err).toContain('T2 punctuation');
    expect(await run('check', '--fix')).toBe(1);
    expect(told.err).toContain('content/chapters/01-water.yaml  1 place mended\n');
    expect(told.err).toContain('N1 change-interval');
    expect(told.err).not.toContain('T2 punctuation');
    expect(await readFile(join(folder, 'content/chapters/01-water.yaml'), 'utf8')).toContain('按水表读数计，每日。');
    expect(await run('check', '--fix')).toBe(1);
    expect(told.err).not.toContain('mended');
  });
});

describe('check --gaps', () => {
  it('lists what a framework still asks for, and fails nothing', async () => {
    await change(
      'index/mini.yaml',
      '{disclosure: mini.1, where: [about.period]}',
      '{disclosure: mini.1, where: [about.period], metrics: [energy.used]}',
    );
    await change(
      'frameworks/mini.yaml',
      '      - {id: mini.2,',
      '      - {id: mini.3, code: "3", zh: 排水, en: Water discharged}\n      - {id: mini.2,',
    );
    expect(await run('check', '--gaps')).toBe(0);
    expect(told.out).toBe(
      'Mini Standard (mini)  3 asked: 2 answered, 1 open\n  without an entry\n    mini.3  Water discharged / 排水\n',
    );
  });

  it('is JSON for programs', async () => {
    await change(
      'metrics/water.yaml',
      'value: "186400"\n        in: m3\n        status: reported',
      'value: null\n        in: m3\n        status: not_disclosed',
    );
    await change('metrics/water.yaml', '        stated_change: {from: FY2023, value: "-10.8", in: percent}\n', '');
    await run('check', '--gaps', '--json');
    expect(JSON.parse(told.out)).toMatchObject({
      schema: 'gaps/1',
      frameworks: [
        { framework: 'mini', asked: 2, gaps: [{ disclosure: 'mini.2', kind: 'no-figure', ids: ['water.drawn'] }] },
      ],
    });
  });

  it('needs content that can be read', async () => {
    await change('index/mini.yaml', 'framework: mini', 'framework: maxi');
    expect(await run('check', '--gaps')).toBe(1);
    expect(told.err).toContain('error');
  });
});

describe('check --against', () => {
  async function lastYear(value: string): Promise<void> {
    const report = await loadReport(memoryWorkspace(await baseProject()));
    const book = report.ok ? resolveMetrics(report.value) : undefined;
    if (!report.ok || book?.ok !== true) throw new Error('the base does not load');
    const data = dataJson(reportData(report.value, book.value));
    await writeFile(join(folder, 'last.json'), data.replaceAll('"208900"', `"${value}"`));
  }

  it('lets what was published stand', async () => {
    await lastYear('208900');
    expect(await run('check', '--against', 'last.json')).toBe(0);
  });

  it('tells a value that changed without a restatement', async () => {
    await lastYear('207900');
    expect(await run('check', '--against', 'last.json')).toBe(1);
    expect(told.err).toContain('N15 unstated-restatement');
    expect(told.err).toContain('as last.json has it');
    expect(await run('build', '--edition', 'en', '--no-charts', '--against', 'last.json')).toBe(1);
    expect(told.err).toContain('N15 unstated-restatement');
  });

  it.each([
    ['there is none', undefined],
    ['it is no JSON', 'metrics: []'],
    ['it is the data of something else', '{"schema": "sarif/2", "metrics": []}'],
    ['it is cut off', '{"schema": "data/1"}'],
  ])('refuses the file when %s', async (_why, text) => {
    if (text !== undefined) await writeFile(join(folder, 'last.json'), text);
    expect(await run('check', '--against', 'last.json')).toBe(2);
    expect(told.err).toContain('U001 usage  error  last.json is not the data of an earlier report');
  });
});
