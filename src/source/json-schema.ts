import * as z from 'zod';

/** What a JSON Schema says of a field: the words themselves, or the schemas of which one has to hold. */
export type JsonShape = Readonly<Record<string, unknown>> | (() => readonly z.ZodType[]);

/** Fields read what was written by functions, which no JSON Schema can say: what to say instead stands here. */
const SHAPES = new WeakMap<object, JsonShape>();

/** Says of a field what an editor should offer and accept for it. */
export function described<T extends z.ZodType>(schema: T, shape: JsonShape): T {
  SHAPES.set(schema, shape);
  return schema;
}

/**
 * A schema of content as JSON Schema, for editors: they complete keys and words by it, and mark what does not fit.
 * `check` says more, and better, of the same file. Source: JSON Schema 2020-12.
 */
export function jsonSchemaOf(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const shape = SHAPES.get(zodSchema);
      if (shape === undefined) return;
      if (typeof shape !== 'function') {
        Object.assign(jsonSchema, shape);
        return;
      }
      const choices = shape().map((choice) => jsonSchemaOf(choice));
      Object.assign(jsonSchema, choices.length === 1 ? choices[0] : { anyOf: choices });
    },
  });
  return json;
}
