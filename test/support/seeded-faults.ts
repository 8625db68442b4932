import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { EarlierFigures } from '../../src/check/index.ts';
import { prettyReport } from '../../src/cli/reporters/pretty.ts';
import { readSources } from '../../src/cli/reporters/source-lines.ts';
import type { Diagnostic, Edition, Variant } from '../../src/core/index.ts';
import { type FontFiles, installedFonts } from '../../src/fonts/index.ts';
import { type BuildPlan, buildReport } from '../../src/pipeline/index.ts';
import { runCommandLine } from './command-line.ts';
import { HOSTILE_FILES } from './hostile-files.ts';
import { memoryWorkspace } from './memory-workspace.ts';
import { baseProject, filesOf, HOME, type ProjectFiles } from './project-files.ts';

/** `expect.yaml` of a case: what is done to the minimal good project, and what is then said of it. */
export interface SeededFault {
  readonly about: string;
  readonly mode?: 'draft' | 'release';
  readonly as_of?: string;
  readonly edit?: readonly { readonly file: string; readonly find: string; readonly replace: string }[];
  readonly make?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
  /** A font file that cannot be had. */
  readonly without_font?: string;
  /** An edition to set: the fault shows on pages only. */
  readonly build?: Edition;
  readonly variant?: Variant;
  /** Figures that were published before. */
  readonly against?: EarlierFigures;
  /** A command line to run in the project’s folder, for faults of files and commands. */
  readonly run?: readonly string[];
  readonly expect: readonly {
    readonly file?: string;
    readonly line?: number;
    readonly col?: number;
    readonly code: string;
  }[];
}

/** What came of a case. */
export interface SeededRun {
  readonly fault: SeededFault;
  readonly diagnostics: readonly Diagnostic[];
  /** The diagnostics as a terminal shows them, each apart. */
  readonly printed: readonly string[];
}

const FOLDER = 'test/faults';

/** Names of all cases: `CODE-what-is-wrong`, or `good-what-is-right`. */
export const SEEDED_FAULTS: readonly string[] = readdirSync(`${HOME}${FOLDER}`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'base')
  .map((entry) => entry.name)
  .sort();

/** Makes the project of a case and asks what is wrong with it. A case runs once a process. */
export function runSeededFault(name: string): Promise<SeededRun> {
  const run = RUNS.get(name) ?? start(name);
  RUNS.set(name, run);
  return run;
}

const RUNS = new Map<string, Promise<SeededRun>>();

async function start(name: string): Promise<SeededRun> {
  const fault = parse(readFileSync(`${HOME}${FOLDER}/${name}/expect.yaml`, 'utf8')) as SeededFault;
  const files = await projectOf(name, fault);
  if (fault.run !== undefined) return runCommand(fault, fault.run, files);
  const workspace = memoryWorkspace(files);
  const plan: BuildPlan = {
    editions: fault.build === undefined ? [] : [fault.build],
    variant: fault.variant ?? 'screen',
    mode: fault.mode ?? 'draft',
    only: undefined,
    asOf: fault.as_of,
    rasters: false,
    ...(fault.against === undefined ? {} : { against: fault.against }),
  };
  const { diagnostics } = await buildReport({
    workspace,
    shipped: memoryWorkspace(await filesOf('templates', 'templates/')),
    fonts: fault.without_font === undefined ? fonts : fontsWithout(fault.without_font),
    plan,
    progress: () => undefined,
  });
  const sources = await readSources(workspace, diagnostics);
  return { fault, diagnostics, printed: diagnostics.map((one) => prettyReport([one], sources)) };
}

async function projectOf(name: string, fault: SeededFault): Promise<ProjectFiles> {
  const { 'expect.yaml': _expect, ...own } = await filesOf(`${FOLDER}/${name}`);
  const files: Record<string, string | Uint8Array> = { ...(await baseProject(own)) };
  for (const { file, find, replace } of fault.edit ?? []) {
    const data = files[file];
    if (data === undefined) throw new Error(`${name}: there is no ${file} to edit`);
    const before = typeof data === 'string' ? data : new TextDecoder().decode(data);
    if (before.split(find).length !== 2) throw new Error(`${name}: ${JSON.stringify(find)} is not in ${file} once`);
    files[file] = before.replace(find, () => replace);
  }
  for (const [file, kind] of Object.entries(fault.make ?? {})) {
    const make = HOSTILE_FILES[kind];
    if (make === undefined) throw new Error(`${name}: nothing makes ${kind}`);
    files[file] = make();
  }
  for (const file of fault.remove ?? []) delete files[file];
  return files;
}

/** Runs a command on a project on disk; what it prints is what it tells. */
async function runCommand(fault: SeededFault, argv: readonly string[], files: ProjectFiles): Promise<SeededRun> {
  const cwd = await mkdtemp(join(tmpdir(), 'petalpress-fault-'));
  let err = '';
  try {
    for (const [path, data] of Object.entries(files)) {
      if (path.startsWith('templates/')) continue;
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), data);
    }
    err = (await runCommandLine(cwd, ...argv)).err;
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
  const printed = err.replaceAll(cwd, '…').split(/\n(?=\S)/);
  const diagnostics = printed.flatMap((text): readonly Diagnostic[] => {
    const [, code, slug, severity] = /(?:^| {2})([A-Z]\d+) ([a-z-]+) {2}(error|warning|info) {2}/.exec(text) ?? [];
    if (code === undefined || slug === undefined || severity === undefined) return [];
    return [{ code, slug, severity: severity as Diagnostic['severity'], message: text, related: [], hints: [] }];
  });
  return { fault, diagnostics, printed };
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
  return { ...files, readFont };
}

function fontsWithout(part: string): FontFiles {
  return {
    ...fonts,
    readFont: (path) => (path.includes(part) ? Promise.reject(new Error('not there')) : fonts.readFont(path)),
  };
}
