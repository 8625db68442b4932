import { resolve } from 'node:path';
import { openProject, reportGaps } from '../../pipeline/index.ts';
import type { ExitCode, Host } from '../host.ts';
import { gapsJson, gapsText } from '../reporters/gaps.ts';
import { type Format, printDiagnostics } from '../reporters/index.ts';
import { refuseFolder } from './refuse-folder.ts';

export interface GapsRequest {
  readonly dir: string;
  readonly format: Format;
}

/** Lists what each framework still asks for. What is still open is no fault; content that cannot be read is. */
export async function gaps(host: Host, request: GapsRequest): Promise<ExitCode> {
  const project = openProject(resolve(host.cwd, request.dir));
  const refusal = await refuseFolder(project);
  if (refusal) {
    host.err(refusal);
    return 2;
  }
  const found = await reportGaps(project.workspace);
  if (!found.ok) {
    await printDiagnostics(host, found.diagnostics, request.format, project.workspace);
    return 1;
  }
  host.out(request.format === 'json' ? gapsJson(found.value) : gapsText(found.value));
  return 0;
}
