import type { Edit } from '../core/index.ts';
import { lineMap } from './line-map.ts';
import { parseTree } from './parse-tree.ts';
import type { Range, ScalarNode, SourceNode } from './tree.ts';

/** A YAML text after its edits, and the edits that could not be made without changing more than they meant to. */
export interface EditedYaml {
  readonly text: string;
  readonly made: readonly Edit[];
  readonly refused: readonly Edit[];
}

/**
 * Makes edits in the text of a YAML file and leaves every other character as it stands. Each scalar is edited by itself,
 * and only if the file then holds the same keys and the same other scalars: a plain scalar that would be read otherwise
 * gets quotes. Edits outside of scalars insert, at the end of their line.
 * @param text   as `decodeText` gives it, whose offsets the spans count in
 * @param edits  of this one file; two that overlap leave the second one out
 */
export function editYaml(text: string, edits: readonly Edit[]): EditedYaml {
  const tree = treeOf(text);
  if (tree === undefined) return { text, made: [], refused: edits };
  const scalars = scalarsOf(tree);
  const groups = new Map<ScalarNode | Edit, Edit[]>();
  const refused: Edit[] = [];
  let end = -1;
  for (const edit of [...edits].sort((a, b) => a.span.start.offset - b.span.start.offset)) {
    if (edit.span.start.offset < end) {
      refused.push(edit);
      continue;
    }
    end = Math.max(edit.span.end.offset, edit.span.start.offset + 1);
    const key =
      scalars.find(({ start, end: stop }) => start <= edit.span.start.offset && edit.span.end.offset <= stop) ?? edit;
    groups.set(key, [...(groups.get(key) ?? []), edit]);
  }
  let result = text;
  const made: Edit[] = [];
  // From the end, so that what stands before keeps its offsets.
  for (const [place, group] of [...groups].reverse()) {
    const next = 'kind' in place ? editScalar(result, place, group) : insert(result, place);
    if (next === undefined) refused.push(...group);
    else made.push(...group);
    result = next ?? result;
  }
  return { text: result, made, refused };
}

function treeOf(text: string): SourceNode | undefined {
  const { root, diagnostics } = parseTree(text, lineMap('', text));
  return diagnostics.some(({ severity }) => severity === 'error') ? undefined : root;
}

function scalarsOf(node: SourceNode): readonly ScalarNode[] {
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'seq':
      return node.items.flatMap(scalarsOf);
    case 'map':
      return node.entries.flatMap(({ value }) => scalarsOf(value));
  }
}

/** The text with one scalar edited; undefined when that would change anything else. */
function editScalar(text: string, scalar: ScalarNode, edits: readonly Edit[]): string | undefined {
  const { start, end } = scalar;
  let written = text.slice(start, end);
  for (const { span, text: replacement } of [...edits].reverse()) {
    written = written.slice(0, span.start.offset - start) + replacement + written.slice(span.end.offset - start);
  }
  const asIs = text.slice(0, start) + written + text.slice(end);
  if (onlyScalarChanged(text, asIs, { start, end: start + written.length })) return asIs;
  if (scalar.style !== 'plain') return undefined;
  const inQuotes = `"${written.replace(/[\\"]/g, '\\$&')}"`;
  const quoted = text.slice(0, start) + inQuotes + text.slice(end);
  return onlyScalarChanged(text, quoted, { start, end: start + inQuotes.length }) ? quoted : undefined;
}

/** Whether two texts hold the same tree but for one scalar, which is at that place in the second and nowhere else. */
function onlyScalarChanged(before: string, after: string, place: Range): boolean {
  const [one, other] = [treeOf(before), treeOf(after)];
  if (one === undefined || other === undefined) return false;
  const now = scalarsOf(other).find(({ start }) => start === place.start);
  // What a comment or a new key takes away ends the scalar before its time.
  return now?.end === place.end && shape(one, place.start) === shape(other, place.start);
}

function shape(node: SourceNode, at: number): string {
  switch (node.kind) {
    case 'scalar':
      return node.start === at ? '…' : JSON.stringify(node.text);
    case 'seq':
      return `[${node.items.map((item) => shape(item, at)).join()}]`;
    case 'map':
      return `{${node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${shape(value, at)}`).join()}}`;
  }
}

/** The text with a line added; undefined when the file would no longer parse. */
function insert(text: string, { span, text: added }: Edit): string | undefined {
  if (span.start.offset !== span.end.offset) return undefined;
  const line = text.indexOf('\n', span.start.offset);
  const at = line < 0 ? text.length : line;
  const result = text.slice(0, at) + added + text.slice(at);
  return treeOf(result) === undefined ? undefined : result;
}
