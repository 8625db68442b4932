import { join, resolve } from 'node:path';
import { diskWorkspace, type OpenProject, packageHome } from '../../pipeline/index.ts';
import type { Host } from '../host.ts';

/** Where a project's build is, or goes: `--out`, or `output/` in the project. */
export function outputFolder(host: Host, { folder }: OpenProject, out: string | undefined): string {
  return out === undefined ? join(folder, 'output') : resolve(host.cwd, out);
}

/** Reads files of a build, by their paths in its folder. */
export function builtFiles(folder: string): (path: string) => Promise<Uint8Array> {
  const { read } = diskWorkspace(folder, packageHome());
  return read;
}
