import { FileMissing, PathEscape, type Workspace } from '../../src/core/index.ts';

/** A project in memory: paths to texts or bytes. */
export function memoryWorkspace(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const encoder = new TextEncoder();
  const stored = new Map(
    Object.entries(files).map(([path, data]) => [path, typeof data === 'string' ? encoder.encode(data) : data]),
  );
  const normal = (path: string): string => {
    const parts: string[] = [];
    for (const part of path.split('/')) {
      if (part === '' || part === '.') continue;
      if (part !== '..') parts.push(part);
      else if (parts.pop() === undefined) throw new PathEscape(path);
    }
    if (path.startsWith('/')) throw new PathEscape(path);
    return parts.join('/');
  };
  return {
    read: async (path) => {
      const bytes = stored.get(normal(path));
      if (bytes === undefined) throw new FileMissing(path);
      return bytes;
    },
    list: async (dir) => {
      const prefix = `${normal(dir)}/`;
      return [...stored.keys()].filter((path) => path.startsWith(prefix)).sort();
    },
    has: async (path) => stored.has(normal(path)),
  };
}
