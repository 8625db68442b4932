import type { z } from 'zod';
import { asWritten, described, either, type FieldFault, field, kindOf, mapping } from '../../source/index.ts';

/** A text in both languages, as written. */
export interface Pair {
  readonly zh: string;
  readonly en: string;
}

/** An own id: dotted words of small letters, digits and hyphens, the first with a letter. */
export const ID_PATTERN = /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*$/;

/** An id that this report gives. C009 says how it may look. */
export function id(): z.ZodType<string> {
  const schema = field('an id', (written) => {
    const value = asWritten(written);
    if (value === undefined) {
      return { fault: { code: 'C003', message: `${kindOf(written)} stands where an id belongs`, expected: 'an id' } };
    }
    if (ID_PATTERN.test(value)) return { value };
    return {
      fault: {
        code: 'C009',
        message: `\`${value}\` is not an id`,
        expected: 'small letters, digits and hyphens, in parts joined by points',
        found: value,
        hint: 'ids look like `ch.green.own-ops`',
      },
    };
  });
  return described(schema, { type: 'string', pattern: ID_PATTERN.source });
}

/** The first line of every file: `schema: NAME/1`. Emits C017. */
export function schemaLine(name: string): z.ZodType<string> {
  const line = `${name}/1`;
  const schema = field(
    line,
    (written) => {
      const value = asWritten(written);
      if (value === line) return { value };
      return {
        fault: {
          code: 'C017',
          message: `the schema of this file is not \`${value ?? kindOf(written)}\``,
          expected: line,
          hint: `write \`schema: ${line}\``,
        },
      };
    },
    {
      missing: {
        code: 'C017',
        message: 'the file does not name its schema',
        hint: `begin it with \`schema: ${line}\``,
      },
    },
  );
  return described(schema, { const: line });
}

const EMPTY: FieldFault = { code: 'C008', message: 'the text of this language is empty', hint: 'write the text' };

/** The text of one language. Emits C008 when it is empty. */
export function langText(empty: FieldFault = EMPTY): z.ZodType<string> {
  const schema = field(
    'a text',
    (written) => {
      const value = asWritten(written);
      if (value === undefined) {
        return {
          fault: { code: 'C003', message: `${kindOf(written)} stands where a text belongs`, expected: 'a text' },
        };
      }
      return value.trim() === '' ? { fault: empty } : { value: value.trimEnd() };
    },
    { nothing: empty },
  );
  return described(schema, { type: 'string', minLength: 1 });
}

const ONE_LANGUAGE: FieldFault = {
  code: 'P1',
  message: 'a text stands here without its languages',
  expected: '{zh: …, en: …}',
  hint: 'write `{zh: …, en: …}`',
};

/** A text in both languages. Emits P1 when one of them is missing, or when a bare text stands here. */
export function pair(): z.ZodType<Pair> {
  return either(
    (written) => (asWritten(written) === undefined ? mapping({ zh: langText(), en: langText() }) : ONE_LANGUAGE),
    () => [mapping({ zh: langText(), en: langText() })],
  );
}

const NO_ALT: FieldFault = {
  code: 'A1',
  message: 'the picture has no alternative text',
  hint: 'say in `alt: {zh: …, en: …}` what the picture shows',
};

/** Alternative text of a picture, in both languages. Emits A1 when it is missing or empty. */
export function altText(): z.ZodType<Pair> {
  return either(
    (written) => {
      if (written === undefined || written === null) return NO_ALT;
      return asWritten(written) === undefined ? mapping({ zh: langText(NO_ALT), en: langText(NO_ALT) }) : ONE_LANGUAGE;
    },
    () => [mapping({ zh: langText(), en: langText() })],
  );
}

export const STATUSES = ['reported', 'derived', 'estimate', 'disputed', 'sample', 'not_disclosed'] as const;
