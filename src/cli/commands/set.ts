import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { openProject, setText, writeOutput } from '../../pipeline/index.ts';
import type { ExitCode, Host } from '../host.ts';
import { jsonReport } from '../reporters/json.ts';

export interface SetRequest {
  readonly text: string;
  /** mm */
  readonly measure: number;
  readonly out: string;
}

/** Sets plain paragraphs; what had to be broken by force goes to standard output as JSON and does not fail the command. */
export async function set(host: Host, request: SetRequest): Promise<ExitCode> {
  const path = resolve(host.cwd, request.text);
  const source = await readFile(path, 'utf8').catch(() => undefined);
  if (source === undefined) {
    host.err(
      `U001 usage  error  ${request.text} cannot be read\n  hint  name a YAML file: {zh: [{id, text}], en: […], mixed: […]}\n`,
    );
    return 2;
  }
  const { shipped, fonts } = openProject(host.cwd);
  const result = await setText({
    file: basename(path),
    source,
    measure: request.measure,
    shipped,
    fonts,
  });
  host.out(jsonReport(result.diagnostics));
  if (result.bytes === undefined) return 1;
  const out = resolve(host.cwd, request.out);
  await writeOutput(dirname(out), [{ path: basename(out), bytes: result.bytes }]);
  return result.diagnostics.some((one) => one.severity === 'error') ? 1 : 0;
}
