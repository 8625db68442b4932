import type { Span } from '../core/index.ts';
import type { LineMap } from './line-map.ts';
import { scalarOffsets, straightStart } from './scalar-offsets.ts';
import { type PathKey, placeAt, type SourceNode } from './tree.ts';

/** A value of a file with the places of everything in it. */
export interface Located<T> {
  readonly file: string;
  readonly value: T;
  /** Keys of the file's mapping in the order written. */
  readonly keys: readonly string[];
  /** Where the value at a path stands; the nearest ancestor's place when the path leads further than the file. */
  spanOf(path: readonly PathKey[]): Span;
  /** Where the key that names the value stands; the value's place for an item of a list. */
  keySpanOf(path: readonly PathKey[]): Span;
  /** Where characters `start` to `end` (UTF-16 units) of the text at a path stand, through quotes, escapes and line ends. */
  textSpanOf(path: readonly PathKey[], start: number, end: number): Span;
}

/**
 * @param root   the tree of the text; mappings and lists in it may leave open where they end
 * @param whole  a tree that leaves nothing open, asked for where that counts
 */
export function located<T>(
  value: T,
  root: SourceNode,
  source: string,
  lines: LineMap,
  whole: () => SourceNode = () => root,
): Located<T> {
  const nodeAt = (path: readonly PathKey[]): SourceNode => {
    const { node } = placeAt(root, path);
    return node.end < 0 ? placeAt(whole(), path).node : node;
  };
  const spanOf = (path: readonly PathKey[]): Span => {
    const node = nodeAt(path);
    return lines.span(node.start, node.end);
  };
  return {
    file: lines.file,
    value,
    keys: root.kind === 'map' ? root.entries.map((e) => e.key) : [],
    spanOf,
    keySpanOf: (path) => {
      const range = placeAt(root, path).keyRange ?? nodeAt(path);
      return lines.span(range.start, range.end);
    },
    textSpanOf: (path, start, end) => {
      const { node } = placeAt(root, path);
      if (node.kind !== 'scalar') return spanOf(path);
      const written = source.slice(node.start, node.end);
      const straight = straightStart(written, node.text);
      if (straight !== undefined && start <= node.text.length && end <= node.text.length) {
        return lines.span(node.start + straight + start, node.start + straight + end);
      }
      const offsets = scalarOffsets(written, node.text, node.style);
      const from = offsets?.[start];
      const to = offsets?.[end];
      if (from === undefined || to === undefined) return spanOf(path);
      return lines.span(node.start + from, node.start + to);
    },
  };
}
