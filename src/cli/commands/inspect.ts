import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import {
  drawFile,
  type InspectedFile,
  inspectFile,
  openProject,
  PROFILES,
  type Profile,
  readAloud,
  writeOutput,
} from '../../pipeline/index.ts';
import type { ExitCode, Host } from '../host.ts';
import { printDiagnostics } from '../reporters/index.ts';
import { spokenReport } from '../reporters/spoken.ts';
import { jsonVerdicts, type NamedVerdict, prettyVerdict } from '../reporters/verdict.ts';
import { parsePages } from './page-range.ts';

export interface InspectRequest {
  readonly files: readonly string[];
  /** As typed, parted by commas; what each file claims without it. */
  readonly profile: string | undefined;
  readonly format: 'pretty' | 'json';
  readonly read: boolean;
  /** Where the drawn page goes. */
  readonly html: string | undefined;
  /** As typed: `3-5,8`. */
  readonly pages: string | undefined;
}

type Failure = Extract<Awaited<ReturnType<typeof inspectFile>>, { readonly ok: false }>;

/** Holds finished files to the standards, says what is heard of them, or draws it. */
export async function inspect(host: Host, request: InspectRequest): Promise<ExitCode> {
  const profiles = request.profile?.split(',').map((name) => name.trim());
  const unknown = profiles?.find((name) => !isProfile(name));
  if (unknown !== undefined) return usage(host, `there is no profile ${unknown}`, `name one of ${PROFILES.join(', ')}`);
  const pages = request.pages === undefined ? undefined : parsePages(request.pages);
  if (pages === 'none') return usage(host, `${request.pages} names no pages`, 'write --pages 3-5,8');
  if (pages !== undefined && !request.read && request.html === undefined) {
    return usage(host, '--pages goes with --read or --html', 'the standards are for whole files');
  }
  if (request.html !== undefined && request.files.length > 1) {
    return usage(host, '--html draws one file', 'name one file, or leave --html out');
  }
  const verdicts: NamedVerdict[] = [];
  let code: ExitCode = 0;
  for (const file of request.files) {
    if (host.signal.aborted) return 130;
    const bytes = await readFile(resolve(host.cwd, file)).catch(() => undefined);
    if (bytes === undefined) {
      code = Math.max(code, usage(host, `${file} cannot be read`, 'name a PDF file')) as ExitCode;
    } else if (request.html !== undefined) code = await draw(host, file, bytes, request.html, pages);
    else if (request.read) code = Math.max(code, await speak(host, file, bytes, pages)) as ExitCode;
    else {
      const judged = await judge(host, file, bytes, profiles?.filter(isProfile), request.format);
      if (typeof judged === 'object') verdicts.push(judged);
      code = Math.max(code, typeof judged === 'object' ? codeOf(judged) : judged) as ExitCode;
    }
  }
  if (request.format === 'json' && !request.read && request.html === undefined) host.out(jsonVerdicts(verdicts));
  return code;
}

function isProfile(name: string): name is Profile {
  return PROFILES.some((profile) => profile === name);
}

/** A file that claims nothing is not good: a build that could not keep its claim leaves it out. */
function codeOf({ profiles }: InspectedFile): ExitCode {
  return profiles.length > 0 && profiles.every(({ passes }) => passes) ? 0 : 1;
}

async function judge(
  host: Host,
  file: string,
  bytes: Uint8Array,
  profiles: readonly Profile[] | undefined,
  format: 'pretty' | 'json',
): Promise<NamedVerdict | ExitCode> {
  const result = await inspectFile(resolve(host.cwd, file), bytes, profiles);
  if (!result.ok) return refuse(host, file, result);
  const verdict = { file, ...result.value };
  if (format === 'pretty') host.out(prettyVerdict(verdict));
  return verdict;
}

async function speak(
  host: Host,
  file: string,
  bytes: Uint8Array,
  pages: readonly number[] | undefined,
): Promise<ExitCode> {
  const result = readAloud(bytes);
  if (!result.ok) return refuse(host, file, result);
  const reading = result.value;
  const wanted = pages === undefined ? reading.pages : reading.pages.filter(({ index }) => pages.includes(index));
  host.out(spokenReport(file, { ...reading, pages: wanted }));
  if (reading.pages.some(({ spoken }) => spoken.length > 0)) return 0;
  host.err(`${file}  nothing is heard: there is no structure tree, or it holds nothing\n`);
  return 1;
}

async function draw(
  host: Host,
  file: string,
  bytes: Uint8Array,
  out: string,
  pages: readonly number[] | undefined,
): Promise<ExitCode> {
  const result = await drawFile(basename(file), bytes, pages);
  if (!result.ok) return refuse(host, file, result);
  const path = resolve(host.cwd, out);
  await writeOutput(dirname(path), [{ path: basename(path), bytes: new TextEncoder().encode(result.value) }]);
  host.err(`${path}\n`);
  return 0;
}

async function refuse(host: Host, file: string, { diagnostics }: Failure): Promise<ExitCode> {
  const named = diagnostics.map((one) => ({ ...one, message: `${file}: ${one.message}` }));
  await printDiagnostics(host, named, 'pretty', openProject(host.cwd).workspace);
  return 2;
}

function usage(host: Host, message: string, hint: string): 2 {
  host.err(`U001 usage  error  ${message}\n  hint  ${hint}\n`);
  return 2;
}
