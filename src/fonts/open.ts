import { createHash } from 'node:crypto';
import { type Diagnostic, diagnose, failed, good, type Outcome, outcome, type Workspace } from '../core/index.ts';
import type { Theme } from '../theme/types.ts';
import { buildBook } from './book.ts';
import { openFace } from './face.ts';
import type { FontFiles } from './files.ts';
import { loadManifest, type ManifestFace } from './manifest.ts';
import { readSfnt, requireTable } from './sfnt.ts';
import type { Face, FaceId, FontBook } from './types.ts';

/**
 * Opens the faces of the manifest and checks that each file is the registered one.
 * @param files   where the package's manifest and the fonts of npm packages come from
 * @param theme   gives the scale of Latin in Chinese text
 * @param project files of the project, whose `fonts/` may hold a manifest and fonts of its own
 * Emits H002 for a file that is not there, has another digest or cannot be set, and what reading a project's manifest emits.
 */
export async function openFonts(
  files: FontFiles,
  theme: Pick<Theme, 'mixing'>,
  project?: Workspace,
): Promise<Outcome<FontBook>> {
  const manifest = await loadManifest(files, project);
  if (!manifest.ok) return failed(manifest.diagnostics);
  const opened = await Promise.all(manifest.value.faces.map((entry) => openEntry(files, project, entry)));
  const faces = new Map<FaceId, Face>();
  const diagnostics: Diagnostic[] = [];
  for (const result of opened) {
    if (!result.ok) diagnostics.push(...result.diagnostics);
    else faces.set(result.value.id, result.value);
  }
  if (diagnostics.length > 0) return failed([...manifest.diagnostics, ...diagnostics]);
  return good(buildBook(manifest.value, faces, theme.mixing.latinScaleInZh), manifest.diagnostics);
}

/**
 * Tells what `openFonts` would tell. A file of the package with its registered digest is known to open, and is only read through.
 * Emits H002, and what reading a project's manifest emits.
 */
export async function checkFonts(files: FontFiles, project?: Workspace): Promise<Outcome<undefined>> {
  const manifest = await loadManifest(files, project);
  if (!manifest.ok) return failed(manifest.diagnostics);
  const diagnostics: Diagnostic[] = [...manifest.diagnostics];
  for (const entry of manifest.value.faces) {
    const { diagnostics: told } =
      entry.span === undefined ? await checkShipped(files, entry) : await openEntry(files, project, entry);
    diagnostics.push(...told);
  }
  return outcome(undefined, diagnostics);
}

async function checkShipped(files: FontFiles, entry: ManifestFace): Promise<Outcome<undefined>> {
  let digest: string;
  try {
    digest = await files.digestFont(entry.path);
  } catch {
    return failed([notThere(entry)]);
  }
  const told = digestFault(entry, digest);
  return told === undefined ? good(undefined) : failed([told]);
}

/** What is known of bytes that were handed over before: a process that builds again keeps its files, and need not read them twice. */
interface SeenFile {
  readonly digest: string;
  readonly faces: Map<string, Face>;
}

const SEEN = new WeakMap<Uint8Array, SeenFile>();

async function openEntry(
  files: FontFiles,
  project: Workspace | undefined,
  entry: ManifestFace,
): Promise<Outcome<Face>> {
  let bytes: Uint8Array;
  try {
    bytes = await (entry.inProject && project !== undefined ? project.read(entry.path) : files.readFont(entry.path));
  } catch {
    return failed([notThere(entry)]);
  }
  const seen = SEEN.get(bytes) ?? { digest: digestOf(bytes), faces: new Map<string, Face>() };
  SEEN.set(bytes, seen);
  const told = digestFault(entry, seen.digest);
  if (told !== undefined) return failed([told]);
  const key = `${entry.id} ${entry.role}`;
  const face = seen.faces.get(key) ?? openRegistered(entry, bytes);
  if (typeof face === 'string') return failed([fault(entry, `${entry.path} cannot be set: ${face}`, NEEDED)]);
  seen.faces.set(key, face);
  return good(face);
}

function notThere(entry: ManifestFace): Diagnostic {
  return fault(entry, `the file ${entry.path} is not there`, missingHint(entry));
}

/** What is to be said of a file with this digest, if anything. */
function digestFault(entry: ManifestFace, digest: string): Diagnostic | undefined {
  const found = `sha256 ${digest}`;
  if (entry.sha256 === undefined) {
    const hint = `add \`sha256: ${digest}\`, so that another file cannot set other lines`;
    return fault(entry, `the digest of ${entry.path} is not registered`, hint, { found });
  }
  if (digest === entry.sha256) return undefined;
  const hint =
    entry.span === undefined
      ? 'install the version of the font package that package-lock.json names'
      : 'put the registered file back, or register the digest of this one';
  const expected = `sha256 ${entry.sha256}`;
  return fault(entry, `${entry.path} is not the registered file`, hint, { expected, found });
}

const NEEDED = 'take a TrueType file with a Unicode character map and a PostScript name';

/** The face, or why a file that a project brings cannot be used. In a file of the package that is our fault, and throws. */
function openRegistered(entry: ManifestFace, bytes: Uint8Array): Face | string {
  const open = (): Face => openFace(entry.id, bytes, entry.role === 'serif');
  if (entry.span === undefined) return open();
  try {
    for (const tag of ['glyf', 'loca', 'hmtx']) requireTable(readSfnt(bytes), tag);
    const face = open();
    // Read when first asked for: ask now, while there is somebody to tell.
    face.advanceOf(face.glyphOf(0x20));
    return face;
  } catch (reason) {
    if (reason instanceof RangeError) return 'it is cut short';
    return reason instanceof Error ? reason.message : String(reason);
  }
}

function fault(
  entry: ManifestFace,
  message: string,
  hint: string,
  more: { readonly expected?: string; readonly found?: string } = {},
): Diagnostic {
  const place = entry.span === undefined ? {} : { span: entry.span };
  return diagnose('H002', `${entry.family} ${entry.weight}: ${message}`, { ...place, ...more, hints: [hint] });
}

function missingHint({ inProject, span }: ManifestFace): string {
  if (inProject) return 'put the file into fonts/, or correct its name';
  return span === undefined
    ? 'install the dependencies of the project again (npm ci)'
    : 'install the package, or correct the name of the file in it';
}

/** SHA-256 in one pass: handing 60 MB of Chinese files to another thread copies them, which takes as long again. */
function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
