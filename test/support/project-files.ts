import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export type ProjectFiles = Readonly<Record<string, string | Uint8Array>>;

/** The repository. */
export const HOME = fileURLToPath(new URL('../../', import.meta.url));

/** All files below a folder of the repository, by their paths relative to it. Read once a process: the same bytes parse once. */
export function filesOf(folder: string, prefix = ''): Promise<ProjectFiles> {
  const key = `${folder}\n${prefix}`;
  const files = KEPT.get(key) ?? readFiles(folder, prefix);
  KEPT.set(key, files);
  return files;
}

const KEPT = new Map<string, Promise<ProjectFiles>>();

async function readFiles(folder: string, prefix: string): Promise<ProjectFiles> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of await readdir(`${HOME}${folder}`, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    files[prefix + path.slice(`${HOME}${folder}/`.length)] = await readFile(path);
  }
  return files;
}

/** The minimal good project with the package's templates, and what is laid over it. */
export async function baseProject(over: ProjectFiles = {}): Promise<ProjectFiles> {
  const base = await filesOf('test/faults/base');
  const templates = await filesOf('templates', 'templates/');
  return { ...base, ...templates, ...over };
}
