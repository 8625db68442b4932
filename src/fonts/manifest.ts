import {
  type Diagnostic,
  diagnose,
  failed,
  good,
  InternalError,
  nearest,
  type Outcome,
  outcome,
  type Span,
  type Workspace,
} from '../core/index.ts';
import { flag, integer, type Located, list, mapping, oneOf, type PathKey, readYaml, text } from '../source/index.ts';
import type { FontFiles } from './files.ts';
import type { FaceId } from './types.ts';

/** One font file of the manifest. */
export interface ManifestFace {
  readonly id: FaceId;
  readonly family: string;
  readonly role: 'sans' | 'serif';
  /** Whether the family is the one for Chinese or its companion for Latin text. */
  readonly script: 'han' | 'latin';
  readonly weight: number;
  readonly italic: boolean;
  /** npm package and path inside it; without a package, a path below the project. */
  readonly path: string;
  /** Whether the file lies in the project's own `fonts/`. */
  readonly inProject: boolean;
  /** Undefined where the manifest does not say it. */
  readonly sha256: string | undefined;
  /** Where a project's manifest names the file; undefined for a face of the package. */
  readonly span: Span | undefined;
}

/** The faces, and the order in which they are asked for a character that a style's own families lack. */
export interface FontManifest {
  readonly faces: readonly ManifestFace[];
  readonly fallback: readonly FaceId[];
}

const FOLDER = 'fonts';
const PATH = `${FOLDER}/manifest.yaml`;

const SCHEMA = mapping({
  schema: oneOf('fonts/1'),
  /** The families of the package stand where this manifest has none of the same role and script. */
  extends: oneOf('package').optional(),
  licence: text().optional(),
  families: list(
    mapping({
      name: text(),
      role: oneOf('sans', 'serif'),
      script: oneOf('han', 'latin'),
      package: text().optional(),
      licence: text().optional(),
      faces: list(
        mapping({
          id: text(),
          weight: integer(1, 1000),
          italic: flag().optional(),
          file: text(),
          sha256: text().optional(),
        }),
        1,
      ),
    }),
    1,
  ),
  fallback: list(text()).optional(),
});

type Written = Located<(typeof SCHEMA)['_output']>;

/**
 * Reads the font manifest: the project's own `fonts/manifest.yaml` where there is one, alone or with `extends: package` over
 * that of the package.
 * Emits what reading YAML emits, and H002 for ids that clash or name nothing and for families that are missing. A fault in the
 * package's own file is ours and throws.
 */
export async function loadManifest(files: FontFiles, project?: Workspace): Promise<Outcome<FontManifest>> {
  if (project === undefined || !(await project.has(PATH))) return good(await shippedManifest(files));
  const read = await readYaml(project, PATH, SCHEMA);
  if (!read.ok) return failed(read.diagnostics);
  const own = facesOf(read.value, true);
  const shipped = read.value.value.extends === undefined ? undefined : await shippedManifest(files);
  const kept = (shipped?.faces ?? []).filter((face) => !own.some((one) => isSameFamily(one, face)));
  const faces = [...own, ...kept];
  const manifest = { faces, fallback: read.value.value.fallback ?? usualFallback(faces) };
  return outcome(manifest, [...read.diagnostics, ...checkManifest(manifest, read.value)]);
}

async function shippedManifest(files: FontFiles): Promise<FontManifest> {
  const workspace = { read: () => files.readManifest(), list: async () => [], has: async () => true };
  const read = await readYaml(workspace, PATH, SCHEMA);
  if (!read.ok) throw new InternalError(`the font manifest of the package: ${told(read.diagnostics)}`);
  const faces = facesOf(read.value, false);
  const manifest = { faces, fallback: read.value.value.fallback ?? usualFallback(faces) };
  const faults = checkManifest(manifest, read.value);
  if (faults.length > 0) throw new InternalError(`the font manifest of the package: ${told(faults)}`);
  return manifest;
}

function told(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((one) => one.message).join('; ');
}

function facesOf(written: Written, ofProject: boolean): readonly ManifestFace[] {
  return written.value.families.flatMap(({ name, role, script, package: home, faces }, i) =>
    faces.map((face, j): ManifestFace => {
      const span = ofProject ? written.spanOf(['families', i, 'faces', j, 'file']) : undefined;
      const { id, weight, italic = false, file, sha256 } = face;
      const path = `${home ?? FOLDER}/${file}`;
      return { id, family: name, role, script, weight, italic, path, inProject: home === undefined, sha256, span };
    }),
  );
}

function isSameFamily(a: ManifestFace, b: ManifestFace): boolean {
  return a.role === b.role && a.script === b.script;
}

const FAMILIES = [
  ['sans', 'latin'],
  ['serif', 'latin'],
  ['sans', 'han'],
  ['serif', 'han'],
] as const;

const REGULAR = 400;

/** The upright face nearest to the regular weight of each family. */
function usualFallback(faces: readonly ManifestFace[]): readonly FaceId[] {
  return FAMILIES.flatMap(([role, script]) => {
    const family = faces.filter((face) => face.role === role && face.script === script && !face.italic);
    const [regular] = [...family].sort((a, b) => Math.abs(a.weight - REGULAR) - Math.abs(b.weight - REGULAR));
    return regular === undefined ? [] : [regular.id];
  });
}

function checkManifest({ faces }: FontManifest, written: Written): readonly Diagnostic[] {
  const at = (...path: readonly PathKey[]): { readonly span: Span } => ({ span: written.spanOf(path) });
  const ids = faces.map((face) => face.id);
  const clashes = written.value.families.flatMap((family, i) =>
    family.faces.flatMap(({ id }, j) =>
      ids.filter((one) => one === id).length === 1
        ? []
        : [
            diagnose('H002', `two faces are called \`${id}\``, {
              ...at('families', i, 'faces', j, 'id'),
              hints: ['give each face an id of its own'],
            }),
          ],
    ),
  );
  const unknown = (written.value.fallback ?? []).flatMap((id, i) => {
    if (ids.includes(id)) return [];
    const near = nearest(id, ids);
    const hints = [near === undefined ? 'name a face of the manifest' : `did you mean \`${near}\`?`];
    return [diagnose('H002', `no face is called \`${id}\``, { ...at('fallback', i), found: id, hints })];
  });
  const missing = FAMILIES.flatMap(([role, script]) => {
    if (faces.some((face) => face.role === role && face.script === script)) return [];
    const what = `${role} family for ${script === 'han' ? 'Chinese' : 'Latin text'}`;
    const hints = ['add one, or write `extends: package` to keep the one of the package'];
    return [diagnose('H002', `the manifest has no ${what}`, { ...at('families'), hints })];
  });
  return [...clashes, ...unknown, ...missing];
}
