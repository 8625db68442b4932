import type { Diagnostic, Edit } from '../core/index.ts';
import { decodeText, editYaml } from '../source/index.ts';

/** A content file that was mended. */
export interface FixedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** How many edits were made in it. */
  readonly edits: number;
}

/**
 * Makes the edits that diagnostics carry. What cannot be edited without changing more than was meant stays as it is.
 * Line ends and a byte order mark stay as the file has them.
 * @param read  the bytes of a content file
 * @returns only files that change
 */
export async function fixFiles(
  diagnostics: readonly Diagnostic[],
  read: (path: string) => Promise<Uint8Array>,
): Promise<readonly FixedFile[]> {
  const byFile = new Map<string, Edit[]>();
  for (const edit of distinct(diagnostics.flatMap(({ fix }) => fix ?? []))) {
    byFile.set(edit.span.file, [...(byFile.get(edit.span.file) ?? []), edit]);
  }
  const fixed: FixedFile[] = [];
  for (const [path, edits] of byFile) {
    // Only what the author wrote: the package's own files are no part of the project.
    if (!path.startsWith('content/')) continue;
    const bytes = await read(path);
    const text = decodeText(path, bytes);
    if (!text.ok) continue;
    const edited = editYaml(text.value, edits);
    if (edited.made.length === 0) continue;
    fixed.push({ path, bytes: encode(edited.text, bytes), edits: edited.made.length });
  }
  return fixed;
}

function distinct(edits: readonly Edit[]): readonly Edit[] {
  const place = ({ span }: Edit): string => `${span.file} ${span.start.offset} ${span.end.offset}`;
  const once = new Map(edits.map((edit) => [`${place(edit)} ${edit.text}`, edit]));
  const joined = new Map<string, Edit>();
  for (const edit of once.values()) {
    // What is added at one place is added one after the other.
    const first = edit.span.start.offset === edit.span.end.offset ? joined.get(place(edit)) : undefined;
    const key = first === undefined && joined.has(place(edit)) ? `${place(edit)} ${edit.text}` : place(edit);
    joined.set(key, first === undefined ? edit : { ...first, text: first.text + edit.text });
  }
  return [...joined.values()];
}

/** A text as bytes, with the line ends and the mark that the file had. */
function encode(text: string, before: Uint8Array): Uint8Array {
  const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(before);
  const lines = source.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  return new TextEncoder().encode(source.startsWith('\uFEFF') ? `\uFEFF${lines}` : lines);
}
