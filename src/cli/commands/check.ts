import { resolve } from 'node:path';
import type { BuildMode } from '../../pipeline/index.ts';
import { checkReport, fixReport, type OpenProject, openProject, writeOutput } from '../../pipeline/index.ts';
import type { ExitCode, Host } from '../host.ts';
import { type Format, printDiagnostics } from '../reporters/index.ts';
import { againstPlan } from './earlier-report.ts';
import { refuseFolder } from './refuse-folder.ts';

export interface CheckRequest {
  readonly dir: string;
  readonly format: Format;
  readonly mode: BuildMode;
  readonly asOf: string | undefined;
  /** The data of an earlier report, which this one may not change in silence. */
  readonly against: string | undefined;
  /** Whether to mend in the files what has one certain cure, before the rest is told. */
  readonly fix: boolean;
}

/** Edits that would overlap wait for the next round; two settle all. */
const ROUNDS = 3;

/** Checks a project: content, figures, templates, theme, fonts and charts. Writes nothing unless it is to fix. */
export async function check(host: Host, request: CheckRequest): Promise<ExitCode> {
  const project = openProject(resolve(host.cwd, request.dir));
  const refusal = await refuseFolder(project);
  if (refusal) {
    host.err(refusal);
    return 2;
  }
  const earlier = await againstPlan(host, request.against);
  if (earlier === undefined) return 2;
  if (request.fix) await fix(host, project, request);
  const diagnostics = await checkReport({ ...project, mode: request.mode, asOf: request.asOf, ...earlier });
  await printDiagnostics(host, diagnostics, request.format, project.workspace);
  const count = (severity: string): number => diagnostics.filter((one) => one.severity === severity).length;
  host.err(`${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes\n`);
  return count('error') > 0 ? 1 : 0;
}

async function fix(host: Host, project: OpenProject, { mode, asOf }: CheckRequest): Promise<void> {
  const edits = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const files = await fixReport({ ...project, mode, asOf });
    if (files.length === 0) break;
    await writeOutput(project.folder, files);
    for (const file of files) edits.set(file.path, (edits.get(file.path) ?? 0) + file.edits);
  }
  for (const [path, count] of edits) host.err(`${path}  ${count} ${count === 1 ? 'place' : 'places'} mended\n`);
}
