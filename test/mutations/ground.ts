import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { filesOf, type ProjectFiles } from '../support/project-files.ts';

/** A scalar of a content file, with the characters that stand for it. */
export interface Field {
  readonly file: string;
  /** Keys and indices that lead to it. */
  readonly path: readonly (string | number)[];
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A text in both languages. */
export interface TextPair {
  readonly zh: Field;
  readonly en: Field;
}

/** A good project, taken apart so that faults can be sown in it. Knows YAML and the schema, and nothing of the checks. */
export interface Ground {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The same files as they were read. */
  readonly bytes: ProjectFiles;
  readonly fields: readonly Field[];
  /** Each file as plain lists and maps of strings. */
  readonly documents: ReadonlyMap<string, unknown>;
  /** Texts of blocks, in chapters and in the parts of `report.yaml`. */
  readonly prose: readonly TextPair[];
  readonly at: (file: string, ...path: readonly (string | number)[]) => Field | undefined;
}

/** Reads a project of this repository. */
export async function readGround(name: string, folder: string): Promise<Ground> {
  const decoder = new TextDecoder();
  const files: Record<string, string> = {};
  const bytes = await filesOf(folder, 'content/');
  for (const [path, data] of Object.entries(bytes)) {
    if (/\.(yaml|txt)$/.test(path)) files[path] = typeof data === 'string' ? data : decoder.decode(data);
  }
  const fields: Field[] = [];
  const documents = new Map<string, unknown>();
  for (const [file, text] of Object.entries(files)) {
    if (!file.endsWith('.yaml')) continue;
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
    documents.set(file, document.toJS());
    collect(document.contents, [], (path, node) => {
      const [start = 0, end = 0] = node.range ?? [];
      fields.push({ file, path, value: String(node.value), start, end, line: lines.linePos(start).line });
    });
  }
  const index = new Map(fields.map((field) => [keyOf(field.file, field.path), field]));
  const at = (file: string, ...path: readonly (string | number)[]): Field | undefined => index.get(keyOf(file, path));
  return { name, files, bytes, fields, documents, at, prose: proseOf(fields, at) };
}

function keyOf(file: string, path: readonly (string | number)[]): string {
  return `${file} ${path.join('/')}`;
}

type Seen = (
  path: readonly (string | number)[],
  node: { readonly value: unknown; readonly range?: readonly number[] | null },
) => void;

function collect(node: unknown, path: readonly (string | number)[], seen: Seen): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) collect(value, [...path, String((key as Node).toJSON())], seen);
  } else if (isSeq(node)) {
    for (const [i, item] of node.items.entries()) collect(item, [...path, i], seen);
  } else if (isScalar(node)) {
    seen(path, node as { value: unknown; range?: readonly number[] | null });
  }
}

const PARTS = /^(?:about|highlights|strategy|data|feedback|blocks|title|lede)$/;

function proseOf(fields: readonly Field[], at: Ground['at']): readonly TextPair[] {
  return fields.flatMap((zh): readonly TextPair[] => {
    const inChapter = zh.file.startsWith('content/chapters/');
    const inPart =
      zh.file === 'content/report.yaml' &&
      PARTS.test(String(zh.path[0])) &&
      zh.path.length > 2 &&
      zh.path[0] !== 'title';
    if (zh.path.at(-1) !== 'zh' || !(inChapter || inPart)) return [];
    const en = at(zh.file, ...zh.path.slice(0, -1), 'en');
    return en === undefined ? [] : [{ zh, en }];
  });
}

/** The characters of a field as they stand in the file. */
export function rawOf(ground: Ground, { file, start, end }: Field): string {
  return (ground.files[file] ?? '').slice(start, end);
}

/** The line on which an offset lies. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
