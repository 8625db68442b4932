import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataJson } from '../../../src/provenance/index.ts';
import { runCommandLine } from '../../support/command-line.ts';
import { commitAll, git, HAS_GIT } from '../../support/git-repository.ts';
import { HOME } from '../../support/project-files.ts';
import { editedData } from '../../support/report-data.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petalpress-diff-'));
  await cp(`${HOME}test/faults/base`, folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

const diff = (...argv: readonly string[]) => runCommandLine(folder, 'diff', ...argv);

async function change(path: string, find: string, replacement: string, root = folder): Promise<void> {
  const file = join(root, 'content', path);
  const before = await readFile(file, 'utf8');
  if (!before.includes(find)) throw new Error(`${find} is not in ${path}`);
  await writeFile(file, before.replace(find, replacement));
}

describe('two files of data', () => {
  beforeEach(async () => {
    await writeFile(join(folder, 'old.json'), dataJson(await editedData()));
    await writeFile(join(folder, 'new.json'), dataJson(await editedData(['metrics/energy.yaml', '"3980"', '"3981"'])));
  });

  it('differ without being at fault', async () => {
    const { code, out, err } = await diff('old.json', 'new.json');
    expect(code).toBe(0);
    expect(out).toBe('changed   energy.used@FY2024\n  - 3980 MWh\n  + 3981 MWh\n  in data.table\n');
    expect(err).toContain('the pages are not known');
  });

  it('are the same', async () => {
    const { code, out, err } = await diff('old.json', 'old.json');
    expect([code, out, err]).toEqual([0, 'old.json and old.json have the same figures and sentences\n', '']);
  });

  it('are compared with the content as it stands where one is named', async () => {
    expect((await diff('old.json')).out).toContain('have the same figures');
    expect((await diff('new.json')).out).toContain('  - 3981 MWh\n  + 3980 MWh\n');
  });

  it('give JSON for programs', async () => {
    const { out } = await diff('old.json', 'new.json', '--json');
    expect(JSON.parse(out)).toEqual({
      schema: 'diff/1',
      before: 'old.json',
      after: 'new.json',
      changes: [
        {
          kind: 'changed',
          item: 'energy.used@FY2024',
          before: '3980 MWh',
          after: '3981 MWh',
          blocks: ['data.table'],
          pages: null,
        },
      ],
    });
  });

  it.each([
    ['content/report.yaml', 'it is not JSON'],
    ['later.json', 'written as data/2'],
    ['places.json', 'it is not the data.json of a report'],
    ['empty.json', 'it is not JSON'],
    ['nowhere.json', 'nowhere.json is no file, and no revision'],
    ['--upload-pack=touch', "unknown option '--upload-pack=touch'"],
  ])('are refused where one is none: %s', async (name, words) => {
    const text = await readFile(join(folder, 'old.json'), 'utf8');
    await writeFile(join(folder, 'later.json'), text.replace('data/1', 'data/2'));
    await writeFile(join(folder, 'places.json'), '{"schema": "places/1"}');
    await writeFile(join(folder, 'empty.json'), '');
    const { code, out, err } = await diff(name, 'new.json');
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(out).toBe('');
  });
});

describe.skipIf(!HAS_GIT)('two revisions', () => {
  it('are read from git, whatever stands in the folder', async () => {
    commitAll(folder, 'first');
    await change('metrics/energy.yaml', '"3980"', '"3981"');
    commitAll(folder, 'second');
    await change('metrics/energy.yaml', '"3981"', '3981');
    expect((await diff('HEAD~1', 'HEAD')).out).toContain('  - 3980 MWh\n  + 3981 MWh\n');
    expect((await diff('HEAD', 'HEAD~1')).out).toContain('  - 3981 MWh\n  + 3980 MWh\n');
    expect(await readFile(join(folder, 'content/metrics/energy.yaml'), 'utf8')).toContain('value: 3981,');
  });

  it('may lie in a folder of a larger repository', async () => {
    const project = join(folder, 'reports/water');
    await mkdir(project, { recursive: true });
    await cp(`${HOME}test/faults/base/content`, join(project, 'content'), { recursive: true });
    commitAll(folder, 'first');
    await change('metrics/energy.yaml', '"3980"', '"3981"', project);
    expect((await diff('HEAD', '--dir', 'reports/water')).out).toContain('  - 3980 MWh\n  + 3981 MWh\n');
  });

  it('name the line of a revision that cannot be read', async () => {
    await change('metrics/energy.yaml', '"3980"', '3980.0');
    commitAll(folder, 'broken');
    await change('metrics/energy.yaml', '3980.0', '"3980"');
    const { code, err } = await diff('HEAD');
    expect(code).toBe(1);
    expect(err).toContain('HEAD:content/metrics/energy.yaml:13:33  C006');
  });

  it('are refused where git knows none, or none that holds the project', async () => {
    const none = await diff('HEAD');
    expect(none.code).toBe(2);
    expect(none.err).toContain('is in no git repository');
    git(folder, 'init', '--quiet');
    git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'empty');
    const empty = await diff('HEAD');
    expect(empty.code).toBe(2);
    expect(empty.err).toContain('U004 not-comparable  error  HEAD has no content/report.yaml');
    const unknown = await diff('HEAD~7');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('HEAD~7 is no file, and no revision: git knows no such revision');
  });
});
