import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExitCode } from '../../../src/cli/host.ts';
import { sha256 } from '../../../src/core/index.ts';
import { goodPrintFile, goodScreenFile } from '../../inspect-mutations/good-files.ts';
import { dict, name, operate } from '../../inspect-mutations/surgery.ts';
import { type CommandRun, runCommandLine } from '../../support/command-line.ts';
import { HOME } from '../../support/project-files.ts';

const good = await goodScreenFile();
const silent = operate(good, (p) => p.remove(p.element('Figure'), 'Alt'));
/** With a picture of nothing after the picture that is there. */
const hollow = operate(good, (p) => {
  const shown = p.element('Figure');
  const around = p.dict(shown, 'P');
  const kids = p.get(around, 'K');
  const empty = p.add(dict({ S: name('Figure'), P: shown.entries.get('P') ?? null }));
  p.set(around, 'K', [...(Array.isArray(kids) ? kids : [around.entries.get('K')]), empty]);
});
const unclaimed = operate(good, (p) => p.remove(p.catalog, 'Metadata'));

let folder: string;
let told: CommandRun;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petalpress-inspect-'));
  await writeFile(join(folder, 'good.pdf'), good);
  await writeFile(join(folder, 'silent.pdf'), silent);
  await writeFile(join(folder, 'unclaimed.pdf'), unclaimed);
  await writeFile(join(folder, 'no.pdf'), 'no PDF at all');
});

afterEach(() => rm(folder, { recursive: true }));

async function run(...argv: readonly string[]): Promise<ExitCode> {
  told = await runCommandLine(folder, 'inspect', ...argv);
  return told.code;
}

describe('petalpress inspect', () => {
  it('answers 0 for a file that keeps what it claims, and names what that is', async () => {
    expect(await run('good.pdf')).toBe(0);
    expect(told.out).toBe('good.pdf  ua1 passes, a3a passes  (claims ua1, a3a; 2 pages)\n');
  });

  it('answers 1 for one that does not, with rule, page, object and box', async () => {
    expect(await run('good.pdf', 'silent.pdf')).toBe(1);
    expect(told.out).toContain('silent.pdf  ua1 fails, a3a passes');
    expect(told.out).toMatch(/ {2}UA-7\.3-1 {2}fail {2}.*\n {4}at {7}page 2, object \d+, box 70\.0 /);
  });

  it('answers 1 for a file that claims nothing, and says how to hold it to a standard', async () => {
    expect(await run('unclaimed.pdf')).toBe(1);
    expect(told.out).toContain('claims no standard');
    expect(told.out).toContain('--profile ua1,a3a');
  });

  it('holds a file to the profiles that are named, whatever it claims', async () => {
    await writeFile(join(folder, 'print.pdf'), await goodPrintFile());
    expect(await run('--profile', 'x4', 'print.pdf')).toBe(0);
    expect(await run('--profile', 'x4', 'good.pdf')).toBe(1);
    expect(told.out).toContain('good.pdf  x4 fails');
  });

  it.each([
    ['a file that is no PDF', ['good.pdf', 'no.pdf'], /no\.pdf/],
    ['a file that is not there', ['missing.pdf'], /missing\.pdf/],
    ['a profile that there is not', ['--profile', 'ua2', 'good.pdf'], /ua1, a3a, x4/],
    ['pages without a page to show', ['--pages', '2', 'good.pdf'], /--read or --html/],
    ['pages that are none', ['--read', '--pages', '0-3', 'good.pdf'], /3-5,8/],
    ['two drawings in one file', ['--html', 'x.html', 'good.pdf', 'silent.pdf'], /one file/],
  ])('answers 2 to %s', async (_, argv, words) => {
    expect(await run(...argv)).toBe(2);
    expect(told.err).toMatch(words);
  });

  it('prints one document of all files for programs, and nothing else', async () => {
    await run('--json', 'good.pdf', 'silent.pdf');
    const { schema, files } = JSON.parse(told.out);
    expect(schema).toBe('inspect/1');
    expect(files.map(({ file }: { file: string }) => file)).toEqual(['good.pdf', 'silent.pdf']);
    expect(files[1].findings[0]).toMatchObject({ rule: 'UA-7.3-1', profile: 'ua1', page: 2, label: '2' });
  });

  it.each([
    ['of what lies there', 'content', silent, [2, 50, 130, 400, 80, 0, -1, 'drawing']],
    ['of its neighbour, for what is painted nowhere', 'near   ', hollow, [2, 0, 0, 600, 840, 0, -1, 'drawing']],
  ])('leads from a file that a build wrote to the line of the content: %s', async (_, word, bytes, place) => {
    await cp(`${HOME}test/faults/base`, folder, { recursive: true });
    await mkdir(join(folder, 'output'));
    await writeFile(join(folder, 'output/report.zh-Hans.pdf'), bytes);
    const places = {
      schema: 'places/1',
      origins: ['content/report.yaml#/title/zh'],
      editions: [
        {
          edition: 'zh-Hans',
          file: 'report.zh-Hans.pdf',
          sha256: sha256(bytes),
          labels: ['1', '2'],
          boxes: [place],
        },
      ],
    };
    await writeFile(join(folder, 'output/places.json'), JSON.stringify(places));
    const line = (await readFile(join(folder, 'content/report.yaml'), 'utf8'))
      .split('\n')
      .findIndex((text) => text.startsWith('title:'));
    await run('output/report.zh-Hans.pdf');
    expect(told.out).toContain(`    ${word}  content/report.yaml:${line + 1}:`);
  });

  it('reads the pages that are asked for', async () => {
    expect(await run('--read', '--pages', '2', 'good.pdf')).toBe(0);
    expect(told.out).toContain('== page 2 ==\n  [heading 2] 排放\n');
    expect(told.out).not.toContain('== page 1 ==');
  });

  it('writes the drawn page where it is told to', async () => {
    expect(await run('--html', 'tags.html', 'good.pdf')).toBe(0);
    expect(await readFile(join(folder, 'tags.html'), 'utf8')).toContain('<title>good.pdf: tags and reading order');
  });
});
