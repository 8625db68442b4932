/** Offsets into the text of the file; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface MapEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: SourceNode;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly range: Range;
  readonly text: string;
  readonly style: ScalarStyle;
}

/** A YAML file as a tree whose keys and values know their places. All scalars are text: what they mean is the schema's affair. */
export type SourceNode =
  | { readonly kind: 'map'; readonly range: Range; readonly entries: readonly MapEntry[] }
  | { readonly kind: 'seq'; readonly range: Range; readonly items: readonly SourceNode[] }
  | ScalarNode;

export type PathKey = string | number;

/** What lies at a path: the node, the range of the key that names it, and whether the whole path was there. */
export interface Place {
  readonly node: SourceNode;
  readonly keyRange: Range | undefined;
  readonly whole: boolean;
}

/**
 * Walks a path as far as it goes. A list of one may be written without its brackets,
 * so an index into something that is no list stands for the thing itself.
 */
export function placeAt(root: SourceNode, path: readonly PathKey[]): Place {
  let node = root;
  let keyRange: Range | undefined;
  for (const key of path) {
    if (node.kind === 'map' && typeof key === 'string') {
      const entry = node.entries.find((e) => e.key === key);
      if (entry === undefined) return { node, keyRange, whole: false };
      node = entry.value;
      keyRange = entry.keyRange;
    } else if (node.kind === 'seq' && typeof key === 'number') {
      const item = node.items[key];
      if (item === undefined) return { node, keyRange, whole: false };
      node = item;
      keyRange = undefined;
    } else if (typeof key !== 'number') {
      return { node, keyRange, whole: false };
    }
  }
  return { node, keyRange, whole: true };
}
