import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { callFiles, openProject, type PagePainter, writeOutput } from '../../pipeline/index.ts';
import type { ExitCode, Host } from '../host.ts';
import { type Format, printDiagnostics } from '../reporters/index.ts';

export interface CallFilesRequest {
  readonly zh: string;
  readonly en: string;
  /** Where a ledger is to be written; none is without it. */
  readonly out: string | undefined;
  readonly format: Format;
  readonly paint: PagePainter | undefined;
}

/** Calls two PDFs of one report against each other, whoever made them. */
export async function callTwoFiles(host: Host, request: CallFilesRequest): Promise<ExitCode> {
  const [zh, en] = await Promise.all([bytesOf(host, request.zh), bytesOf(host, request.en)]);
  if (zh === undefined || en === undefined) return 2;
  const name = `${basename(request.zh)} · ${basename(request.en)}`;
  const { out, paint, format } = request;
  const result = await callFiles({ zh, en, name, ledger: out !== undefined, paint });
  if (host.signal.aborted) return 130;
  const { workspace } = openProject(host.cwd);
  const diagnostics = result.ok ? result.value.diagnostics : result.diagnostics;
  await printDiagnostics(host, diagnostics, format, workspace);
  if (!result.ok) {
    host.err('nothing was called\n');
    return 1;
  }
  const { rows, sections, found, files } = result.value;
  if (out !== undefined) await writeOutput(resolve(host.cwd, out), files);
  const matched = rows.filter(({ status }) => status === 'matched').length;
  host.err(
    `${sections} sections, ${found.zh} figures in Chinese and ${found.en} in English, ${matched} of ${rows.length} matched\n`,
  );
  if (out !== undefined) host.err(`${join(resolve(host.cwd, out), 'ledger.html')}\n`);
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function bytesOf(host: Host, path: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(resolve(host.cwd, path)).catch(() => undefined);
  if (bytes === undefined) host.err(`U001 usage  error  ${path} cannot be read\n  hint  name a PDF file\n`);
  return bytes;
}
