/** Offsets into the text of the file; `end` is exclusive, and below zero in a tree that leaves it open. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface MapEntry extends KeyRange {
  readonly key: string;
  readonly value: SourceNode;
}

/** Where a key stands. */
interface KeyRange {
  readonly keyStart: number;
  readonly keyEnd: number;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarNode extends Range {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: ScalarStyle;
}

/** A YAML file as a tree whose keys and values know their places. All scalars are text: what they mean is the schema's affair. */
export type SourceNode = MapNode | SeqNode | ScalarNode;

export interface MapNode extends Range {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
}

export interface SeqNode extends Range {
  readonly kind: 'seq';
  readonly items: readonly SourceNode[];
}

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
      keyRange = { start: entry.keyStart, end: entry.keyEnd };
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

const NOTHING = /^(?:~|null|)$/i;

/** Whether a scalar stands for nothing: an empty place, or a plain `null` or `~`. */
export function isNothing({ style, text }: ScalarNode): boolean {
  return style === 'plain' && text.length <= 4 && NOTHING.test(text);
}

/** The entry of a mapping under a key. */
export function entryAt({ entries }: MapNode, key: string): MapEntry | undefined {
  for (const entry of entries) if (entry.key === key) return entry;
  return undefined;
}
