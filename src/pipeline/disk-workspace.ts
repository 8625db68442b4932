import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { FileMissing, PathEscape, type Workspace } from '../core/index.ts';

/** The folder whose files the package has defaults for: a project's own file stands in for the package's of the same name. */
const LAYERED = 'templates/';
/** Deepest folder that is looked into; a project has three levels. */
const MAX_FOLDER_DEPTH = 12;

/**
 * A project on disk. Reads nothing outside its folder, whether asked by `..`, by an absolute path or through a symbolic
 * link; `templates/` lies over that of the package.
 * @param project      folder of the report project
 * @param packageHome  folder of petalpress, for the defaults
 */
export function diskWorkspace(project: string, packageHome: string): Workspace {
  const rootsFor = (path: string): readonly string[] => (path.startsWith(LAYERED) ? [project, packageHome] : [project]);
  const real = new Map<string, string>();
  /** Asked of the disk once, and not for each file. */
  const realRoot = async (root: string): Promise<string> => {
    const known = real.get(root) ?? (await realpath(root));
    real.set(root, known);
    return known;
  };
  const find = async (path: string): Promise<string> => {
    const inside = normalPath(path);
    for (const root of rootsFor(inside)) {
      const found = await realFile(root, inside, realRoot);
      if (found !== undefined) return found;
    }
    throw new FileMissing(path);
  };
  const read = async (path: string): Promise<Uint8Array> => {
    const file = await find(path);
    try {
      return await readFile(file);
    } catch (error) {
      throw isAbsence(error) ? new FileMissing(path) : error;
    }
  };
  return {
    read,
    has: async (path) => {
      try {
        await find(path);
        return true;
      } catch (error) {
        if (error instanceof FileMissing) return false;
        throw error;
      }
    },
    list: async (dir) => {
      const folder = normalPath(dir);
      const names = new Set<string>();
      for (const root of rootsFor(`${folder}/`)) {
        for (const name of await filesBelow(root, folder, 0)) names.add(name);
      }
      return [...names].sort();
    },
  };
}

/** A path relative to a project with `.` and `..` resolved, without looking at the disk. Throws `PathEscape` where it leads out. */
export function normalPath(path: string): string {
  if (isAbsolute(path) || /^[a-z]:/i.test(path) || path.includes('\\') || path.includes('\0'))
    throw new PathEscape(path);
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) throw new PathEscape(path);
  }
  return parts.join('/');
}

async function realFile(
  root: string,
  path: string,
  realRoot: (root: string) => Promise<string>,
): Promise<string | undefined> {
  try {
    const real = await realpath(join(root, path));
    if (!isInside(await realRoot(root), real)) throw new PathEscape(path);
    return (await stat(real)).isFile() ? real : undefined;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** Files below a folder. Links are listed, so that reading them can be refused, but folders behind links are not entered. */
async function filesBelow(root: string, folder: string, depth: number): Promise<readonly string[]> {
  if (depth > MAX_FOLDER_DEPTH) return [];
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const found: string[] = [];
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) found.push(...(await filesBelow(root, path, depth + 1)));
      else if (entry.isFile() || entry.isSymbolicLink()) found.push(path);
    }
    return found;
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What the disk says when there is nothing that may be read: missing, a link in circles, no permission. */
function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return ['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM', 'ENAMETOOLONG'].includes(String(code));
}
