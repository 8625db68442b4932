import { join, resolve } from 'node:path';
import type { Diagnostic } from '../../core/index.ts';
import {
  type BuildPlan,
  buildProject,
  editionPath,
  openProject,
  outputFiles,
  type ProjectBuild,
  writeOutput,
} from '../../pipeline/index.ts';
import type { StartedThread } from '../build-thread.ts';
import type { ExitCode, Host } from '../host.ts';
import { stageProgress } from '../progress.ts';
import { type Format, printDiagnostics } from '../reporters/index.ts';
import { againstPlan } from './earlier-report.ts';
import { outputFolder } from './output-folder.ts';
import { refuseFolder } from './refuse-folder.ts';

export interface BuildRequest {
  readonly dir: string;
  readonly out: string | undefined;
  readonly format: Format;
  readonly plan: BuildPlan;
  /** The data of an earlier report, which this one may not change in silence. */
  readonly against: string | undefined;
  /** Started for this folder and variant, where the work is worth sharing. */
  readonly thread: StartedThread | undefined;
}

/** Builds the editions of a project and writes them, whole or not at all. */
export async function build(host: Host, request: BuildRequest): Promise<ExitCode> {
  try {
    return await buildAndWrite(host, request);
  } finally {
    await request.thread?.end();
  }
}

async function buildAndWrite(host: Host, request: BuildRequest): Promise<ExitCode> {
  const project = openProject(resolve(host.cwd, request.dir));
  const refusal = await refuseFolder(project);
  if (refusal) {
    host.err(refusal);
    return 2;
  }
  const earlier = await againstPlan(host, request.against);
  if (earlier === undefined) return 2;
  const progress = stageProgress(host);
  const result = await buildProject(project, { ...request.plan, ...earlier }, progress.stage, request.thread);
  if (host.signal.aborted) return 130;
  const failed = result.diagnostics.some((one) => one.severity === 'error');
  if (!failed) {
    progress.stage('write');
    const folder = outputFolder(host, project, request.out);
    const files = outputFiles(result, request.plan);
    if (host.signal.aborted) return 130;
    await writeOutput(folder, files);
    progress.end();
    host.err(summary(result, request.plan, folder));
  } else progress.end();
  await printDiagnostics(host, result.diagnostics, request.format, project.workspace);
  if (failed) host.err(verdict(result.diagnostics));
  return failed ? 1 : 0;
}

function summary(result: ProjectBuild, plan: BuildPlan, folder: string): string {
  return result.editions
    .map((built) => {
      const path = join(folder, editionPath(built.edition, plan));
      return `${path}  ${built.labels.length} pages, ${Math.round(built.bytes.length / 1024)} KiB\n`;
    })
    .join('');
}

/** One line that sums up: how many errors, and that nothing was written. */
export function verdict(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((one) => one.severity === 'error').length;
  return `${errors} error${errors === 1 ? '' : 's'}; nothing was written\n`;
}
