import * as z from 'zod';
import { plainValue } from './plain-word.ts';
import type { SourceNode } from './tree.ts';

/** What a quick reader answers where the schema has something to say against what was written. */
export const REFUSED: unique symbol = Symbol('refused');

/** Makes of a node what its schema makes of it, or refuses it without a word. An undefined node is a key that is missing. */
export type QuickReader<T> = (node: SourceNode | undefined) => T | typeof REFUSED;

/**
 * A schema says of what was written what is wrong with it, and takes its time: each level makes a copy and a list of issues.
 * Nearly all that is written is right. So each field has a second reading of the same rules that goes over the tree once and
 * stops at the first fault, upon which the schema is asked.
 */
const READERS = new WeakMap<z.ZodType, QuickReader<unknown>>();

/** Gives a schema its quick reader, which accepts what the schema accepts and makes the same of it. */
export function withReader<S extends z.ZodType>(schema: S, reader: QuickReader<z.output<S>>): S {
  READERS.set(schema, reader);
  return schema;
}

/** The quick reader of a schema; one that asks the schema itself where it has none. */
export function quickReader<T>(schema: z.ZodType<T>): QuickReader<T> {
  const known = READERS.get(schema) ?? makeReader(schema);
  READERS.set(schema, known);
  // Readers are kept under the schema whose values they make.
  return known as QuickReader<T>;
}

function makeReader(schema: z.ZodType): QuickReader<unknown> {
  if (schema instanceof z.ZodOptional) {
    const inner = quickReader(schema.unwrap() as z.ZodType);
    return (node) => (node === undefined ? undefined : inner(node));
  }
  return (node) => {
    const parsed = schema.safeParse(node === undefined ? undefined : plainValue(node));
    return parsed.success ? parsed.data : REFUSED;
  };
}
