import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InternalError } from '../core/index.ts';

/** Where the manifest and the font files come from, so that a test can hand over its own. */
export interface FontFiles {
  /** Bytes of `fonts/manifest.yaml`. */
  readManifest(): Promise<Uint8Array>;
  /** Bytes of a file inside an npm package, as `@scope/name/folder/file.ttf`; rejects when it is not there. */
  readFont(path: string): Promise<Uint8Array>;
  /** SHA-256 of such a file, in lower-case hexadecimal; rejects when it is not there. */
  digestFont(path: string): Promise<string>;
}

/**
 * Files as Node finds them: fonts among the packages of the project first, then among those of petalpress,
 * the manifest in petalpress itself.
 * @param project folder of the report project
 */
export function installedFonts(project?: string): FontFiles {
  const home = packageRoot();
  const roots = project === undefined ? [home] : [project, home];
  return {
    readManifest: () => readFile(join(home, MANIFEST)),
    readFont: async (path) => readFile(resolveFrom(roots, path)),
    digestFont: async (path) => digestOfFile(resolveFrom(roots, path)),
  };
}

/** Bytes that are read at a time. */
const PIECE = 256 * 1024;

/** Read through piece by piece: to hold the 60 MB of the Chinese files takes as long as to digest them. */
function digestOfFile(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafeSlow(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece)) {
      hash.update(piece.subarray(0, count));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

const MANIFEST = join('fonts', 'manifest.yaml');

function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, MANIFEST))) return folder;
    if (folder === dirname(folder)) throw new InternalError('the package has no font manifest');
  }
}

function resolveFrom(roots: readonly string[], path: string): string {
  let reason: unknown;
  for (const root of roots) {
    try {
      return createRequire(join(root, 'package.json')).resolve(path);
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}
