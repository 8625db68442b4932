import * as z from 'zod';
import type { FieldFault } from './fields.ts';
import { described } from './json-schema.ts';
import { type QuickReader, quickReader, REFUSED, withReader } from './quick-read.ts';
import { entryAt } from './tree.ts';
import { type Written, writtenNode, writtenValue } from './written.ts';

/** A mapping with these keys and no others. */
export function mapping<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const keys = Object.keys(shape).join(',');
  // zod reports an unknown key without the known ones: they travel as the issue's message, for the suggestion.
  const schema = z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? keys : undefined) });
  return withReader(schema, mappingReader(shape) as QuickReader<z.output<typeof schema>>);
}

function mappingReader(shape: z.ZodRawShape): QuickReader<Readonly<Record<string, unknown>>> {
  let readers: readonly (readonly [key: string, reader: QuickReader<unknown>])[] | undefined;
  return (node) => {
    if (node?.kind !== 'map') return REFUSED;
    // Not before the first file: schemas may hold each other.
    readers ??= Object.entries(shape).map(([key, schema]) => [key, quickReader(schema as z.ZodType)]);
    const made: Record<string, unknown> = {};
    let known = 0;
    for (const [key, reader] of readers) {
      const written = entryAt(node, key)?.value;
      if (written !== undefined) known += 1;
      const value = reader(written);
      if (value === REFUSED) return REFUSED;
      if (written !== undefined || value !== undefined) made[key] = value;
    }
    return known === node.entries.length ? made : REFUSED;
  };
}

/** A mapping with any keys, whose values are alike. */
export function dictionary<T>(value: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> {
  const schema: z.ZodType<Readonly<Record<string, T>>> = z.record(z.string(), value);
  const reader = quickReader(value);
  return withReader(schema, (node) => {
    if (node?.kind !== 'map' || entryAt(node, '__proto__') !== undefined) return REFUSED;
    const made: Record<string, T> = {};
    for (const entry of node.entries) {
      const one = reader(entry.value);
      if (one === REFUSED) return REFUSED;
      made[entry.key] = one;
    }
    return made;
  });
}

/** A list with at least `min` items. */
export function list<T>(item: z.ZodType<T>, min = 0): z.ZodType<readonly T[]> {
  const schema: z.ZodType<readonly T[]> = z.array(item).min(min);
  return withReader(schema, (node) => {
    if (node?.kind !== 'seq' || node.items.length < min) return REFUSED;
    const reader = quickReader(item);
    const made: T[] = [];
    for (const one of node.items) {
      const value = reader(one);
      if (value === REFUSED) return REFUSED;
      made.push(value);
    }
    return made;
  });
}

/** Two things in this order. */
export function couple<A, B>(first: z.ZodType<A>, second: z.ZodType<B>): z.ZodType<readonly [A, B]> {
  const schema: z.ZodType<readonly [A, B]> = z.tuple([first, second]);
  return withReader(schema, (node) => {
    if (node?.kind !== 'seq' || node.items.length !== 2) return REFUSED;
    const one = quickReader(first)(node.items[0]);
    const other = quickReader(second)(node.items[1]);
    return one === REFUSED || other === REFUSED ? REFUSED : [one, other];
  });
}

/**
 * Chooses the schema by looking at what was written, so that faults come from one schema and not from a union of all.
 * @param pick     answers with one of a few schemas that are made beforehand
 * @param choices  all that may be chosen, for the JSON Schema
 */
export function either<T>(
  pick: (written: Written) => z.ZodType<T> | FieldFault,
  choices: () => readonly z.ZodType[],
): z.ZodType<T> {
  const schema = z.unknown().transform((written, context): T => {
    const picked = pick(writtenValue(written));
    if (!(picked instanceof z.ZodType)) {
      const path = [...(picked.at ?? [])];
      context.issues.push({ code: 'custom', input: written, message: picked.message, params: { fault: picked }, path });
      return z.NEVER;
    }
    const result = picked.safeParse(written);
    if (result.success) return result.data;
    for (const issue of result.error.issues) context.issues.push({ ...issue, input: written } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
  return withReader<z.ZodType<T>>(described(schema as z.ZodType<T>, choices), (node) => {
    const picked = pick(writtenNode(node));
    return picked instanceof z.ZodType ? quickReader(picked)(node) : REFUSED;
  });
}

/** One thing, or a list of them. Places of a single thing are found although its path names an index. */
export function oneOrMany<T>(item: z.ZodType<T>): z.ZodType<readonly T[]> {
  const many = list(item, 1);
  const one = madeInto(item, (single): readonly T[] => [single]);
  return either(
    (written) => (written.kind === 'list' ? many : one),
    () => [item, many],
  );
}

/** What a schema reads, made into something else. */
export function madeInto<T, U>(schema: z.ZodType<T>, make: (value: T) => U): z.ZodType<U> {
  return withReader(schema.transform(make) as z.ZodType<U>, (node) => {
    const value = quickReader(schema)(node);
    return value === REFUSED ? REFUSED : make(value);
  });
}
