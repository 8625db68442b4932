import { FileMissing, type Workspace } from '../../core/index.ts';
import { normalPath } from '../../pipeline/index.ts';
import { runGit } from './git-command.ts';

/** A revision that can be read: its full name, and the project’s folder in the repository. */
export interface Revision {
  readonly commit: string;
  /** With `/` at its end; empty where the project is the repository. */
  readonly prefix: string;
}

/**
 * Looks a revision up.
 * @param folder  of the project
 * @returns the revision, or why it cannot be read
 */
export async function findRevision(folder: string, name: string): Promise<Revision | string> {
  const prefix = await runGit(folder, ['rev-parse', '--show-prefix']);
  if (!prefix.ok) return prefix.missing ? 'there is no git to ask' : `${folder} is in no git repository`;
  const found = await runGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (!found.ok) return 'git knows no such revision';
  return { commit: textOf(found.output), prefix: textOf(prefix.output) };
}

/**
 * The project as a revision has it, read from git’s objects: nothing is checked out. `templates/` lies over that of the package,
 * as on disk. A link is as good as missing, since what it leads to is not in the object.
 */
export async function gitWorkspace(folder: string, revision: Revision, shipped: Workspace): Promise<Workspace> {
  const listed = await runGit(folder, ['ls-tree', '-r', '-z', '--full-tree', revision.commit]);
  const files = listed.ok ? filesOf(listed.output.toString('utf8'), revision.prefix) : new Map<string, string>();
  const layered = (path: string): boolean => `${path}/`.startsWith('templates/');
  return {
    read: async (path) => {
      const inside = normalPath(path);
      const object = files.get(inside);
      if (object === undefined) {
        if (layered(inside)) return shipped.read(inside);
        throw new FileMissing(path);
      }
      const answer = await runGit(folder, ['cat-file', 'blob', object]);
      if (!answer.ok) throw new FileMissing(path);
      return answer.output;
    },
    has: async (path) => {
      const inside = normalPath(path);
      return files.has(inside) || (layered(inside) && shipped.has(inside));
    },
    list: async (dir) => {
      const inside = normalPath(dir);
      const own = [...files.keys()].filter((path) => path.startsWith(`${inside}/`));
      return [...new Set([...own, ...(layered(inside) ? await shipped.list(inside) : [])])].sort();
    },
  };
}

/** Regular files below the project, with the names of their objects. */
function filesOf(listing: string, prefix: string): ReadonlyMap<string, string> {
  return new Map(
    listing.split('\0').flatMap((entry): readonly (readonly [string, string])[] => {
      const [, object, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
      if (object === undefined || path?.startsWith(prefix) !== true) return [];
      return [[path.slice(prefix.length), object]];
    }),
  );
}

function textOf(output: Buffer): string {
  return output.toString('utf8').trim();
}
