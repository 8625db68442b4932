import { resolve } from 'node:path';
import type { BuildMode } from '../../pipeline/index.ts';
import { checkReport, openProject } from '../../pipeline/index.ts';
import type { ExitCode, Host } from '../host.ts';
import { type Format, printDiagnostics } from '../reporters/index.ts';
import { refuseFolder } from './refuse-folder.ts';

export interface CheckRequest {
  readonly dir: string;
  readonly format: Format;
  readonly mode: BuildMode;
  readonly asOf: string | undefined;
}

/** Checks a project without writing anything: content, figures, templates, theme, fonts and charts. */
export async function check(host: Host, request: CheckRequest): Promise<ExitCode> {
  const project = openProject(resolve(host.cwd, request.dir));
  const refusal = await refuseFolder(project);
  if (refusal) {
    host.err(refusal);
    return 2;
  }
  const diagnostics = await checkReport({ ...project, mode: request.mode, asOf: request.asOf });
  await printDiagnostics(host, diagnostics, request.format, project.workspace);
  const count = (severity: string): number => diagnostics.filter((one) => one.severity === severity).length;
  host.err(`${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes\n`);
  return count('error') > 0 ? 1 : 0;
}
