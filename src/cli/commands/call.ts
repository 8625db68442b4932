import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  addSignOff,
  type CalledProject,
  callProject,
  openProject,
  type PagePainter,
  writeOutput,
} from '../../pipeline/index.ts';
import { blamedLines } from '../git/git-blame.ts';
import type { ExitCode, Host } from '../host.ts';
import { type Format, printDiagnostics } from '../reporters/index.ts';
import { builtFiles, outputFolder } from './output-folder.ts';
import { refuseFolder } from './refuse-folder.ts';

export interface CallRequest {
  readonly dir: string;
  /** Where the build is; by default `output/` in the project. */
  readonly out: string | undefined;
  readonly format: Format;
  /** Makes page pictures; the ledger has none without it. */
  readonly paint: PagePainter | undefined;
  /** A sign-off saved from the ledger, to be added to the project’s. */
  readonly sign: string | undefined;
}

const SIGN_OFF = 'signoff.json';

/** Calls the figures on the finished pages of a project, and writes the ledger beside them. */
export async function call(host: Host, request: CallRequest): Promise<ExitCode> {
  const project = openProject(resolve(host.cwd, request.dir));
  const refusal = await refuseFolder(project);
  if (refusal) {
    host.err(refusal);
    return 2;
  }
  const folder = outputFolder(host, project, request.out);
  const path = join(project.folder, SIGN_OFF);
  const existing = await readFile(path, 'utf8').catch(() => undefined);
  const signOff = request.sign === undefined ? existing : await sign(host, project.folder, request.sign, existing);
  if (signOff === false) return 1;
  const result = await callProject({
    workspace: project.workspace,
    shipped: project.shipped,
    built: builtFiles(folder),
    signOff,
    paint: request.paint,
    entries: (spans) => blamedLines(project.folder, spans),
  });
  if (host.signal.aborted) return 130;
  if (!result.ok) {
    await printDiagnostics(host, result.diagnostics, request.format, project.workspace);
    host.err('nothing was called\n');
    return 1;
  }
  await writeOutput(folder, result.value.files);
  await printDiagnostics(host, result.value.diagnostics, request.format, project.workspace);
  host.err(summary(result.value, folder));
  return result.value.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** @returns the sign-off with the new signatures, or false when they cannot be added; then nothing was changed */
async function sign(
  host: Host,
  folder: string,
  file: string,
  existing: string | undefined,
): Promise<string | undefined | false> {
  const added = await readFile(resolve(host.cwd, file), 'utf8').catch(() => undefined);
  const result = added === undefined ? `${file} cannot be read` : await addSignOff(folder, existing, added);
  if (typeof result === 'string') {
    host.err(
      `V9 signed-otherwise  error  ${result}\n  hint  name a file that the ledger saved; ${SIGN_OFF} is as it was\n`,
    );
    return false;
  }
  if (result.count > 0) {
    await writeOutput(folder, [{ path: SIGN_OFF, bytes: new TextEncoder().encode(result.text) }]);
  }
  host.err(`${join(folder, SIGN_OFF)}  ${result.count} signatures added\n`);
  return result.text;
}

/** How many charts and tiles were measured; charts that could not be are named. */
function measured({ charts, tiles }: CalledProject['editions'][number]): string {
  const { measured: count, unmeasured } = charts;
  const open = unmeasured.length === 0 ? '' : `, ${unmeasured.join(', ')} could not be`;
  const small = tiles.measured === 0 ? '' : ` and ${tiles.measured} tiles`;
  return count === 0 && open === '' && small === '' ? '' : `; ${count} charts${small} measured${open}`;
}

function summary({ editions, ledger, signed }: CalledProject, folder: string): string {
  const lines = editions.map((one) => {
    const { edition, pages, figures } = one;
    const open = figures.filter(({ account }) => account === undefined).length;
    return `${edition}  ${pages} pages, ${figures.length} figures found, ${figures.length - open} accounted for, ${open} not${measured(one)}\n`;
  });
  const matched = ledger.rows.filter(({ status }) => status === 'matched').length;
  const rows = `${join(folder, 'ledger.html')}  ${ledger.rows.length} figures called, ${matched} matched, ${signed} signed\n`;
  return [...lines, rows].join('');
}
