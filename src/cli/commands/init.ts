import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { packageHome } from '../../pipeline/index.ts';
import type { ExitCode, Host } from '../host.ts';

/** Puts a small complete project into a new or empty folder. A folder with anything in it is left as it is. */
export async function init(host: Host, dir: string): Promise<ExitCode> {
  const folder = resolve(host.cwd, dir);
  const present = await readdir(folder).catch(() => []);
  if (present.length > 0) {
    host.err(`U002 not-a-project  error  ${folder} is not empty\n  hint  name a new folder, or empty this one\n`);
    return 2;
  }
  await mkdir(folder, { recursive: true });
  await cp(join(packageHome(), 'scaffold'), folder, { recursive: true });
  const shown = relative(host.cwd, folder) || '.';
  host.err(`${folder} holds a report project\n  next  petalpress check ${shown}\n        petalpress build ${shown}\n`);
  return 0;
}
