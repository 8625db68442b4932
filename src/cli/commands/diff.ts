import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Diagnostic, diagnose, failed, good, type Outcome } from '../../core/index.ts';
import {
  contentState,
  diffStates,
  type OpenProject,
  openProject,
  type ReportState,
  readReportData,
} from '../../pipeline/index.ts';
import { findRevision, gitWorkspace } from '../git/git-workspace.ts';
import type { ExitCode, Host } from '../host.ts';
import { changesJson, changesText } from '../reporters/changes.ts';
import { printDiagnostics } from '../reporters/index.ts';
import { builtFiles, outputFolder } from './output-folder.ts';

export interface DiffRequest {
  /** A `data.json` or a revision. */
  readonly before: string;
  /** The same; by default the content as it stands in the project. */
  readonly after: string | undefined;
  readonly dir: string;
  readonly out: string | undefined;
  readonly json: boolean;
}

/** Tells which figures and sentences differ between two states of a report. That they differ is no fault. */
export async function diff(host: Host, request: DiffRequest): Promise<ExitCode> {
  const project = openProject(resolve(host.cwd, request.dir));
  const standing = await contentState(project.workspace, project.shipped);
  const named = [request.before, request.after] as const;
  const states: ReportState[] = [];
  for (const name of named) {
    const read = name === undefined ? standing : await stateOf(host, name, project);
    if (!read.ok) return refuse(host, read.diagnostics, request, project);
    states.push(read.value);
  }
  const [before, after] = states;
  if (before === undefined || after === undefined) return 2;
  const built = builtFiles(outputFolder(host, project, request.out));
  const changes = await diffStates(before, after, standing.ok ? standing.value : undefined, built);
  const names = { before: request.before, after: request.after ?? 'the content here' };
  host.out(request.json ? changesJson(changes, names) : changesText(changes, names));
  if (changes.some(({ pages }) => pages === undefined)) {
    host.err('the pages are not known: the last build is not of the newer state; petalpress build, and ask again\n');
  }
  return 0;
}

async function stateOf(host: Host, name: string, project: OpenProject): Promise<Outcome<ReportState>> {
  const path = resolve(host.cwd, name);
  const there = await stat(path).catch(() => undefined);
  if (there?.isFile() === true) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    const data = text === undefined ? 'it cannot be read' : readReportData(text);
    if (typeof data !== 'string') return good({ data, report: undefined });
    return failed([notComparable(`${name}: ${data}`, 'name an output/data.json, or a revision')]);
  }
  const revision = await findRevision(project.folder, name);
  if (typeof revision === 'string') {
    const hint = 'name an output/data.json, or a revision of the repository that holds the project: HEAD~1, v1.0';
    return failed([notComparable(`${name} is no file, and no revision: ${revision}`, hint)]);
  }
  const workspace = await gitWorkspace(project.folder, revision, project.shipped);
  if (!(await workspace.has('content/report.yaml'))) {
    return failed([notComparable(`${name} has no content/report.yaml`, 'name a revision that holds the project')]);
  }
  const read = await contentState(workspace, project.shipped);
  return read.ok ? read : failed(read.diagnostics.map((one) => ofRevision(one, name)));
}

/** The place is one in the revision, which the files of today need not have. */
function ofRevision(diagnostic: Diagnostic, name: string): Diagnostic {
  const { span } = diagnostic;
  return span === undefined ? diagnostic : { ...diagnostic, span: { ...span, file: `${name}:${span.file}` } };
}

function notComparable(message: string, hint: string): Diagnostic {
  return diagnose('U004', message, { hints: [hint] });
}

/** What cannot be read as what it should be is a slip of the command line; content at fault is the report’s. */
async function refuse(
  host: Host,
  diagnostics: readonly Diagnostic[],
  { json }: DiffRequest,
  { workspace }: OpenProject,
): Promise<ExitCode> {
  await printDiagnostics(host, diagnostics, json ? 'json' : 'pretty', workspace);
  return diagnostics.some(({ code }) => code === 'U004') ? 2 : 1;
}
