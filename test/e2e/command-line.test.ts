import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const bin = join(import.meta.dirname, '../../bin/petalpress.mjs');
const ferry = join(import.meta.dirname, '../fixtures/sample-report');

function petalpress(...argv: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...argv], (error, out, err) => {
      const code = error && typeof error.code === 'number' ? error.code : error ? 3 : 0;
      resolve({ code, out, err });
    });
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petalpress-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function copyOf(name: string): Promise<string> {
  const copy = join(folder, name);
  await cp(ferry, copy, { recursive: true });
  return copy;
}

describe('the command line', () => {
  it('teaches by --help and answers 0', async () => {
    const { code, out } = await petalpress('--help');
    expect(code).toBe(0);
    for (const command of ['build', 'check', 'call', 'inspect', 'init', 'set'])
      expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(out).toContain('Exit codes');
  });

  it.each([
    ['an unknown command', ['bake']],
    ['an unknown option', ['build', '--fast']],
    ['an edition that is not there', ['build', '--edition', 'fr']],
    ['draft and release at once', ['build', '--draft', '--release']],
    ['a date that is none', ['check', '--as-of', 'soon']],
    ['a folder that is no project', ['build', tmpdir()]],
    ['a measure that is none', ['set', 'x.yaml', '--measure', 'wide', '--out', 'x.pdf']],
  ])('answers 2 to %s and says why', async (_, argv) => {
    const { code, err } = await petalpress(...argv);
    expect(code).toBe(2);
    expect(err.length).toBeGreaterThan(10);
  });

  it('names all faults of a run at once, sorted, each with its place and caret, and writes nothing', async () => {
    const copy = await copyOf('faulty');
    const report = join(copy, 'content/report.yaml');
    const sources = join(copy, 'content/sources.yaml');
    await writeFile(report, `${await readFile(report, 'utf8')}no_such_key: 1\n`);
    await writeFile(sources, (await readFile(sources, 'utf8')).replace('kind: editorial', 'kind: editoral'));
    const { code, err } = await petalpress('build', copy, '--out', join(copy, 'out'));
    expect(code).toBe(1);
    const places = [...err.matchAll(/^(content\/\S+?):(\d+):(\d+) {2}C\d+/gm)].map((match) => match[1]);
    expect(places).toEqual(['content/report.yaml', 'content/sources.yaml']);
    expect(err).toContain('no_such_key');
    expect(err).toMatch(/\n {6}\| +\^{11}\n/);
    expect(err).toContain('editorial');
    await expect(readdir(join(copy, 'out'))).rejects.toThrow();
  });

  it.each([
    ['json', /^\{\n {2}"schema": "diagnostics\/1"/],
    ['github', /^::error file=content\/report\.yaml,line=\d+,col=1,endLine=\d+,title=C002 unknown-key::/],
    ['sarif', /"version": "2\.1\.0"/],
  ])('prints %s on standard output alone', async (format, shape) => {
    const copy = await copyOf(`format-${format}`);
    const report = join(copy, 'content/report.yaml');
    await writeFile(report, `${await readFile(report, 'utf8')}no_such_key: 1\n`);
    const { code, out, err } = await petalpress('check', copy, '--format', format);
    expect(code).toBe(1);
    expect(out).toMatch(shape);
    expect(err).not.toContain('no_such_key');
  });

  it('leaves whole files when two builds write into one folder', async () => {
    const out = join(folder, 'shared-output');
    const runs = await Promise.all([
      petalpress('build', ferry, '--edition', 'en', '--no-charts', '--out', out),
      petalpress('build', ferry, '--edition', 'en', '--no-charts', '--out', out),
    ]);
    expect(runs.map((run) => run.code)).toEqual([0, 0]);
    const written = await readdir(out);
    expect(written).toEqual(expect.arrayContaining(['report.en.pdf', 'report.json']));
    expect(written.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const bytes = await readFile(join(out, 'report.en.pdf'));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.subarray(-7).toString()).toContain('%%EOF');
  });

  it('builds one edition, one chapter', async () => {
    const out = join(folder, 'one-chapter');
    const { code } = await petalpress(
      'build',
      ferry,
      '--edition',
      'zh-Hans',
      '--only',
      'ch.water',
      '--no-charts',
      '--out',
      out,
    );
    expect(code).toBe(0);
    const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as { editions: { pages: number }[] };
    expect(report.editions.map((edition) => edition.pages)).toEqual([expect.toSatisfy((pages: number) => pages < 5)]);
  });

  it('starts a project that checks clean and builds', async () => {
    const started = join(folder, 'my-report');
    expect((await petalpress('init', started)).code).toBe(0);
    const check = await petalpress('check', started);
    expect(check.code).toBe(0);
    expect(check.err).toContain('0 errors, 0 warnings');
    expect((await petalpress('build', started, '--edition', 'en', '--no-charts')).code).toBe(0);
    expect((await petalpress('init', started)).code).toBe(2);
  });
});
