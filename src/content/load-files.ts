import type { z } from 'zod';
import { type Diagnostic, diagnose, nearest, type Workspace } from '../core/index.ts';
import { jsonSchemaOf, type Located, readYaml } from '../source/index.ts';
import { assetsSchema } from './schema/assets.ts';
import { chapterSchema } from './schema/chapter.ts';
import { contentIndexSchema } from './schema/content-index.ts';
import { frameworkSchema } from './schema/framework.ts';
import { materialitySchema } from './schema/materiality.ts';
import { metricsSchema } from './schema/metrics.ts';
import { reportSchema } from './schema/report.ts';
import { sourcesSchema } from './schema/sources.ts';
import { stringsSchema } from './schema/strings.ts';
import { targetsSchema } from './schema/targets.ts';
import { termbaseSchema } from './schema/termbase.ts';
import { unitsSchema } from './schema/units.ts';
import { waiversSchema } from './schema/waivers.ts';

/** Which schema a file is held against, by its name or its folder below `content/`. */
const SCHEMAS = {
  report: reportSchema,
  strings: stringsSchema,
  sources: sourcesSchema,
  units: unitsSchema,
  targets: targetsSchema,
  materiality: materialitySchema,
  termbase: termbaseSchema,
  assets: assetsSchema,
  waivers: waiversSchema,
  metrics: metricsSchema,
  chapters: chapterSchema,
  frameworks: frameworkSchema,
  index: contentIndexSchema,
} as const;
const FOLDERS = ['metrics', 'chapters', 'frameworks', 'index'] as const;

/** Each kind of content file as JSON Schema, by the name that its first line gives it. */
export function contentSchemas(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return Object.fromEntries(
    Object.values(SCHEMAS).map((schema) => {
      const json = jsonSchemaOf(schema);
      const first = (json['properties'] as { readonly schema: { readonly const: string } }).schema.const;
      return [first.split('/')[0] ?? first, json];
    }),
  );
}

export type FileKind = keyof typeof SCHEMAS;
type Value<K extends FileKind> = z.output<(typeof SCHEMAS)[K]>;

/** Every content file that could be read, by kind, in the order of their names. */
export interface ContentFiles {
  of<K extends FileKind>(kind: K): readonly Located<Value<K>>[];
  readonly all: ReadonlyMap<string, Located<unknown>>;
  /** Kinds of which a file could not be read, so that what it defines is not known. */
  readonly incomplete: ReadonlySet<FileKind>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Path of the package's own register of layout words; a project's `strings.yaml` overrides it. */
export const STRINGS_REGISTER = 'templates/strings.yaml';

/** Reads all files below `content/`. Emits C017 for a file that the layout of a project does not know, and what `readYaml` emits. */
export async function loadFiles(ws: Workspace): Promise<ContentFiles> {
  const byKind = new Map<FileKind, Located<unknown>[]>();
  const all = new Map<string, Located<unknown>>();
  const incomplete = new Set<FileKind>();
  const diagnostics: Diagnostic[] = [];
  for (const path of await ws.list('content')) {
    if (/^content\/(?:assets|sources)\//.test(path) || path.split('/').some((part) => part.startsWith('.'))) continue;
    const kind = kindOfPath(path);
    if (kind === undefined) {
      if (/\.ya?ml$/i.test(path)) diagnostics.push(unknownFile(path));
      continue;
    }
    const read = await readYaml<unknown>(ws, path, SCHEMAS[kind]);
    diagnostics.push(...read.diagnostics);
    if (!read.ok) {
      incomplete.add(kind);
      continue;
    }
    if (read.value.keys[0] !== 'schema') diagnostics.push(schemaNotFirst(read.value));
    all.set(path, read.value);
    byKind.set(kind, [...(byKind.get(kind) ?? []), read.value]);
  }
  return {
    of: <K extends FileKind>(kind: K) => (byKind.get(kind) ?? []) as readonly Located<Value<K>>[],
    all,
    incomplete,
    diagnostics,
  };
}

function kindOfPath(path: string): FileKind | undefined {
  const [, folder, rest] = /^content\/(?:([^/]+)\/)?([^/]+)\.yaml$/.exec(path) ?? [];
  if (rest === undefined) return undefined;
  if (folder !== undefined) return FOLDERS.find((f) => f === folder);
  return (Object.keys(SCHEMAS) as FileKind[]).find((kind) => kind === rest && !FOLDERS.some((f) => f === kind));
}

function unknownFile(path: string): Diagnostic {
  const known = [
    ...Object.keys(SCHEMAS).map((kind) =>
      FOLDERS.some((f) => f === kind) ? `content/${kind}/` : `content/${kind}.yaml`,
    ),
  ];
  const near = nearest(path, known);
  return diagnose('C017', `no content file of this name and place is known`, {
    span: { file: path, start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } },
    expected: known.join(', '),
    hints: [near === undefined ? 'move the file, or remove it' : `did you mean ${near}?`],
  });
}

function schemaNotFirst(located: Located<unknown>): Diagnostic {
  return diagnose('C017', 'the first line of the file is not its schema', {
    span: located.keySpanOf(['schema']),
    hints: ['move the `schema:` line to the top'],
  });
}
