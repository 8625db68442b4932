import { webcrypto } from 'node:crypto';
import { type Diagnostic, diagnose, failed, good, type Outcome } from '../core/index.ts';
import type { Theme } from '../theme/types.ts';
import { buildBook } from './book.ts';
import { openFace } from './face.ts';
import type { FontFiles } from './files.ts';
import { type ManifestFace, readManifest } from './manifest.ts';
import type { Face, FaceId, FontBook } from './types.ts';

/**
 * Opens the faces of the manifest and checks that each file is the registered one.
 * @param files where the manifest and the fonts come from
 * @param theme gives the scale of Latin in Chinese text
 * Emits H002 for a file that is not there or has another digest.
 */
export async function openFonts(files: FontFiles, theme: Pick<Theme, 'mixing'>): Promise<Outcome<FontBook>> {
  const manifest = readManifest(await files.readManifest());
  const opened = await Promise.all(manifest.faces.map((entry) => openEntry(files, entry)));
  const faces = new Map<FaceId, Face>();
  const diagnostics: Diagnostic[] = [];
  for (const result of opened) {
    if (!result.ok) diagnostics.push(...result.diagnostics);
    else faces.set(result.value.id, result.value);
  }
  if (diagnostics.length > 0) return failed(diagnostics);
  return good(buildBook(manifest, faces, theme.mixing.latinScaleInZh));
}

/** What is known of bytes that were handed over before: a process that builds again keeps its files, and need not read them twice. */
interface SeenFile {
  readonly digest: string;
  readonly faces: Map<string, Face>;
}

const SEEN = new WeakMap<Uint8Array, SeenFile>();

async function openEntry(files: FontFiles, entry: ManifestFace): Promise<Outcome<Face>> {
  let bytes: Uint8Array;
  try {
    bytes = await files.readFont(entry.path);
  } catch {
    const hint = 'install the dependencies of the project again (npm ci)';
    return failed([
      diagnose('H002', `${entry.family} ${entry.weight}: the file ${entry.path} is not there`, { hints: [hint] }),
    ]);
  }
  const seen = SEEN.get(bytes) ?? { digest: await digestOf(bytes), faces: new Map<string, Face>() };
  SEEN.set(bytes, seen);
  const found = seen.digest;
  if (found === entry.sha256) {
    const key = `${entry.id} ${entry.role}`;
    const face = seen.faces.get(key) ?? openFace(entry.id, bytes, entry.role === 'serif');
    seen.faces.set(key, face);
    return good(face);
  }
  return failed([
    diagnose('H002', `${entry.family} ${entry.weight}: ${entry.path} is not the registered file`, {
      expected: `sha256 ${entry.sha256}`,
      found: `sha256 ${found}`,
      hints: ['install the version of the font package that package-lock.json names'],
    }),
  ]);
}

/** SHA-256 off the main thread: the Chinese files together are over 60 MB. */
async function digestOf(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
