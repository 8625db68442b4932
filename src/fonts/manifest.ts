import { parse } from 'yaml';
import { InternalError } from '../core/index.ts';
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
  /** npm package and path inside it. */
  readonly path: string;
  readonly sha256: string;
}

/** The faces, and the order in which they are asked for a character that a style's own families lack. */
export interface FontManifest {
  readonly faces: readonly ManifestFace[];
  readonly fallback: readonly FaceId[];
}

/** Reads `fonts/manifest.yaml`. The file is part of petalpress, so a fault in it is ours and throws. */
export function readManifest(bytes: Uint8Array): FontManifest {
  const root = record(parse(new TextDecoder().decode(bytes)), 'manifest');
  if (root.schema !== 'fonts/1') throw new InternalError('the font manifest does not begin with schema: fonts/1');
  const faces = list(root.families, 'families').flatMap((family) => readFamily(record(family, 'family')));
  const fallback = list(root.fallback, 'fallback').map((id) => text(id, 'fallback'));
  for (const id of fallback) {
    if (!faces.some((face) => face.id === id)) throw new InternalError(`the font manifest has no face ${id}`);
  }
  return { faces, fallback };
}

function readFamily(family: Readonly<Record<string, unknown>>): readonly ManifestFace[] {
  const role = text(family.role, 'role');
  const script = text(family.script, 'script');
  if (role !== 'sans' && role !== 'serif') throw new InternalError(`font manifest: role is ${role}`);
  if (script !== 'han' && script !== 'latin') throw new InternalError(`font manifest: script is ${script}`);
  return list(family.faces, 'faces').map((entry) => {
    const face = record(entry, 'face');
    return {
      id: text(face.id, 'id'),
      family: text(family.name, 'name'),
      role,
      script,
      weight: Number(face.weight),
      italic: face.italic === true,
      path: `${text(family.package, 'package')}/${text(face.file, 'file')}`,
      sha256: text(face.sha256, 'sha256'),
    };
  });
}

function record(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new InternalError(`font manifest: ${name} is no mapping`);
  return value as Readonly<Record<string, unknown>>;
}

function list(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new InternalError(`font manifest: ${name} is no list`);
  return value;
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new InternalError(`font manifest: ${name} is no text`);
  return value;
}
