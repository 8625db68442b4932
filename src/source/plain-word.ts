import { isNothing, type SourceNode } from './tree.ts';

const MARK: unique symbol = Symbol('plain word');

/** A scalar written without quotes that other YAML readers would load as a number, a truth value or a date. */
export interface PlainWord {
  readonly [MARK]: true;
  readonly source: string;
}

export function isPlainWord(value: unknown): value is PlainWord {
  return typeof value === 'object' && value !== null && MARK in value;
}

/**
 * What a plain scalar may turn into, in YAML 1.1 or 1.2: truth values, whole numbers with other bases and underscores,
 * floats, base-60 numbers, dates. Source: yaml.org/type/{bool,int,float,timestamp}; YAML 1.2.2, 10.3.
 */
const LOADED_AS_OTHER =
  /^(?:true|false|yes|no|on|off|y|n|[-+]?0[bB][01_]+|[-+]?0[oO]?[0-7_]+|[-+]?0[xX][\da-fA-F_]+|[-+]?\d[\d_]*|[-+]?(?:\d[\d_]*)?\.\d[\d_]*(?:[eE][-+]?\d+)?|[-+]?\d[\d_]*(?:\.\d*)?[eE][-+]?\d+|[-+]?\d[\d_]*\.|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?|[-+]?\.inf|\.nan|\d{4}-\d{1,2}-\d{1,2}(?:[Tt\s].*)?)$/i;

/** The tree as plain values for a schema: objects, lists, text, `null` for a plain nothing, and `PlainWord`s. */
export function plainValue(node: SourceNode): unknown {
  if (node.kind === 'map') {
    return Object.fromEntries(node.entries.map((entry) => [entry.key, plainValue(entry.value)]));
  }
  if (node.kind === 'seq') return node.items.map(plainValue);
  if (node.style !== 'plain') return node.text;
  if (isNothing(node)) return null;
  return LOADED_AS_OTHER.test(node.text) ? { [MARK]: true, source: node.text } : node.text;
}
