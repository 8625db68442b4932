import { isPlainWord } from './plain-word.ts';
import { entryAt, isNothing, type SourceNode } from './tree.ts';

/** What was written, as far as a choice between schemas looks at it. */
export interface Written {
  readonly kind: 'missing' | 'nothing' | 'text' | 'list' | 'mapping';
  /** The text under a key of a mapping, where one stands there. */
  textAt(key: string): string | undefined;
}

const none = (): undefined => undefined;
const MISSING: Written = { kind: 'missing', textAt: none };
const NOTHING: Written = { kind: 'nothing', textAt: none };
const TEXT: Written = { kind: 'text', textAt: none };
const LIST: Written = { kind: 'list', textAt: none };

/** A value of `plainValue`. */
export function writtenValue(value: unknown): Written {
  if (value === undefined) return MISSING;
  if (value === null) return NOTHING;
  if (Array.isArray(value)) return LIST;
  if (asWritten(value) !== undefined) return TEXT;
  const under = value as Readonly<Record<string, unknown>>;
  return { kind: 'mapping', textAt: (key) => (Object.hasOwn(under, key) ? asWritten(under[key]) : undefined) };
}

/** The node that such a value is made of. */
export function writtenNode(node: SourceNode | undefined): Written {
  if (node === undefined) return MISSING;
  if (node.kind === 'seq') return LIST;
  if (node.kind === 'scalar') return isNothing(node) ? NOTHING : TEXT;
  return {
    kind: 'mapping',
    textAt: (key) => {
      const value = entryAt(node, key)?.value;
      return value?.kind === 'scalar' && !isNothing(value) ? value.text : undefined;
    },
  };
}

/** The characters of a scalar as they stand in the file; undefined for anything else. */
export function asWritten(written: unknown): string | undefined {
  if (typeof written === 'string') return written;
  return isPlainWord(written) ? written.source : undefined;
}

/** Names the kind of a value for a message. */
export function kindOf(written: unknown): string {
  return KINDS[writtenValue(written).kind];
}

/** The same for what a choice looks at. */
export const KINDS: Readonly<Record<Written['kind'], string>> = {
  missing: 'nothing',
  nothing: 'nothing',
  text: 'a text',
  list: 'a list',
  mapping: 'a mapping',
};
