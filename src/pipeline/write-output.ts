import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WriteFailed } from '../core/index.ts';

/** A file to be written below the output folder. */
export interface OutputFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Why the disk refuses, by the code that it gives. */
const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'a file stands where a folder belongs',
  ENOTDIR: 'a file stands where a folder belongs',
  EISDIR: 'a folder stands where a file belongs',
  EACCES: 'nothing may be written there',
  EPERM: 'nothing may be written there',
  EROFS: 'nothing may be written there: the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
};

/**
 * Writes each file under a name of its own and renames it, so that a reader never sees half a file and two builds at once
 * leave one whole set of bytes. The random part of the name never reaches any content.
 * Throws `WriteFailed` where the disk refuses.
 */
export async function writeOutput(folder: string, files: readonly OutputFile[]): Promise<void> {
  const written: { readonly temporary: string; readonly final: string }[] = [];
  try {
    for (const file of files) {
      const final = join(folder, ...file.path.split('/'));
      await mkdir(dirname(final), { recursive: true });
      const temporary = join(dirname(final), `.${randomBytes(6).toString('hex')}.tmp`);
      written.push({ temporary, final });
      await writeFile(temporary, file.bytes);
    }
    for (const { temporary, final } of written) await rename(temporary, final);
  } catch (fault) {
    await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true }).catch(() => undefined)));
    if (fault instanceof Error && 'code' in fault)
      throw new WriteFailed(`${folder}: ${REASONS[String(fault.code)] ?? fault.message}`, { cause: fault });
    throw fault;
  }
}
