import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Diagnostic } from '../../src/core/index.ts';
import { type FontFiles, installedFonts } from '../../src/fonts/index.ts';
import { checkReport } from '../../src/pipeline/index.ts';
import { HOSTILE_FILES } from '../support/hostile-files.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';
import { baseProject, filesOf, HOME, type ProjectFiles } from '../support/project-files.ts';

/** `expect.yaml` of a case: what is done to the minimal good project, and what is then said of it. */
interface Case {
  readonly about: string;
  readonly mode?: 'draft' | 'release';
  readonly as_of?: string;
  readonly edit?: readonly { readonly file: string; readonly find: string; readonly replace: string }[];
  readonly make?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
  /** A font file that cannot be had. */
  readonly without_font?: string;
  readonly expect: readonly {
    readonly file?: string;
    readonly line?: number;
    readonly col?: number;
    readonly code: string;
  }[];
}

const FOLDER = 'test/faults';
const names = readdirSync(`${HOME}${FOLDER}`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'base')
  .map((entry) => entry.name)
  .sort();

describe('broken projects', () => {
  it.each(names)('%s', async (name) => {
    const source = readFileSync(`${HOME}${FOLDER}/${name}/expect.yaml`, 'utf8');
    const one = parse(source) as Case;
    const found = await checkReport({
      workspace: memoryWorkspace(await projectOf(name, one)),
      shipped: memoryWorkspace(await filesOf('templates', 'templates/')),
      fonts: one.without_font === undefined ? fonts : fontsWithout(one.without_font),
      mode: one.mode ?? 'draft',
      asOf: one.as_of,
    });
    const told = found.filter((d) => d.severity !== 'info' || one.expect.some((e) => e.code === d.code));
    expect(told.map((d) => shown(d, one))).toEqual(one.expect.map(wanted));
    expect(found.filter((d) => d.message === '')).toEqual([]);
  });

  it('fires at least 25 codes in at least 40 projects', () => {
    const codes = new Set(names.map((name) => /^([A-Z]\d+)-/.exec(name)?.[1]).filter((code) => code !== undefined));
    expect(names.length).toBeGreaterThanOrEqual(40);
    expect(codes.size).toBeGreaterThanOrEqual(25);
  });
});

async function projectOf(name: string, one: Case): Promise<ProjectFiles> {
  const { 'expect.yaml': _expect, ...own } = await filesOf(`${FOLDER}/${name}`);
  const files: Record<string, string | Uint8Array> = { ...(await baseProject(own)) };
  for (const { file, find, replace } of one.edit ?? []) {
    const data = files[file];
    if (data === undefined) throw new Error(`${name}: there is no ${file} to edit`);
    const before = typeof data === 'string' ? data : new TextDecoder().decode(data);
    if (before.split(find).length !== 2) throw new Error(`${name}: ${JSON.stringify(find)} is not in ${file} once`);
    files[file] = before.replace(find, () => replace);
  }
  for (const [file, kind] of Object.entries(one.make ?? {})) {
    const make = HOSTILE_FILES[kind];
    if (make === undefined) throw new Error(`${name}: nothing makes ${kind}`);
    files[file] = make();
  }
  for (const file of one.remove ?? []) delete files[file];
  return files;
}

/** The installed fonts, each file read once for all cases. */
const fonts: FontFiles = keepFiles(installedFonts());

function keepFiles(files: FontFiles): FontFiles {
  const kept = new Map<string, Promise<Uint8Array>>();
  const readFont = (path: string): Promise<Uint8Array> => {
    const file = kept.get(path) ?? files.readFont(path);
    kept.set(path, file);
    return file;
  };
  return { readManifest: files.readManifest, readFont };
}

function fontsWithout(part: string): FontFiles {
  return {
    readManifest: fonts.readManifest,
    readFont: (path) => (path.includes(part) ? Promise.reject(new Error('not there')) : fonts.readFont(path)),
  };
}

/** A diagnostic as far as the case states it: the column only where one is expected at this place. */
function shown(d: Diagnostic, one: Case): string {
  const line = d.span?.start.line ?? 0;
  const named = one.expect.some((e) => e.code === d.code && e.line === line && e.col !== undefined);
  return `${d.span?.file ?? '-'}:${line}${named ? `:${d.span?.start.column}` : ''} ${d.code}`;
}

function wanted(e: Case['expect'][number]): string {
  return `${e.file ?? '-'}:${e.line ?? 0}${e.col === undefined ? '' : `:${e.col}`} ${e.code}`;
}
