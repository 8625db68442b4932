import type { z } from 'zod';
import { described, either, type FieldFault, kindOf, mapping, textField } from '../../source/index.ts';

/** A text in both languages, as written. */
export interface Pair {
  readonly zh: string;
  readonly en: string;
}

/** An own id: dotted words of small letters, digits and hyphens, the first with a letter. */
export const ID_PATTERN = /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*$/;

/** An id that this report gives. C009 says how it may look. */
export function id(): z.ZodType<string> {
  const schema = textField(
    'an id',
    (value) => {
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
    },
    {},
    otherThan('an id'),
  );
  return described(schema, { type: 'string', pattern: ID_PATTERN.source });
}

/** What a field says of something that is no text. */
function otherThan(expected: string) {
  return (written: unknown): { readonly fault: FieldFault } => ({
    fault: { code: 'C003', message: `${kindOf(written)} stands where ${expected} belongs`, expected },
  });
}

/** The first line of every file: `schema: NAME/1`. Emits C017. */
export function schemaLine(name: string): z.ZodType<string> {
  const line = `${name}/1`;
  const other = (found: string): { readonly fault: FieldFault } => ({
    fault: {
      code: 'C017',
      message: `the schema of this file is not \`${found}\``,
      expected: line,
      hint: `write \`schema: ${line}\``,
    },
  });
  const schema = textField(
    line,
    (value) => (value === line ? { value } : other(value)),
    {
      missing: {
        code: 'C017',
        message: 'the file does not name its schema',
        hint: `begin it with \`schema: ${line}\``,
      },
    },
    (written) => other(kindOf(written)),
  );
  return described(schema, { const: line });
}

const EMPTY: FieldFault = { code: 'C008', message: 'the text of this language is empty', hint: 'write the text' };

/** The text of one language. Emits C008 when it is empty, and what `refuse` finds in it. */
export function langText(
  empty: FieldFault = EMPTY,
  refuse?: (text: string) => FieldFault | undefined,
): z.ZodType<string> {
  const schema = textField(
    'a text',
    (value) => {
      const fault = value.trim() === '' ? empty : refuse?.(value);
      return fault === undefined ? { value: value.trimEnd() } : { fault };
    },
    { nothing: empty },
    otherThan('a text'),
  );
  return described(schema, { type: 'string', minLength: 1 });
}

const ONE_LANGUAGE: FieldFault = {
  code: 'P1',
  message: 'a text stands here without its languages',
  expected: '{zh: …, en: …}',
  hint: 'write `{zh: …, en: …}`',
};

const BOTH: z.ZodType<Pair> = mapping({ zh: langText(), en: langText() });

/** A text in both languages. Emits P1 when one of them is missing, or when a bare text stands here. */
export function pair(): z.ZodType<Pair> {
  return either(
    ({ kind }) => (kind === 'text' ? ONE_LANGUAGE : BOTH),
    () => [BOTH],
  );
}

const NO_ALT: FieldFault = {
  code: 'A1',
  message: 'the picture has no alternative text',
  hint: 'say in `alt: {zh: …, en: …}` what the picture shows',
};

/** What a program puts for an alternative text that nobody wrote. */
function fileName(text: string): FieldFault | undefined {
  if (!/^\S+\.(?:png|jpe?g|svg|gif|webp|tiff?|pdf)$/i.test(text.trim())) return undefined;
  return { ...NO_ALT, message: `the alternative text is the name of a file: ${text.trim()}` };
}

const BOTH_ALTS: z.ZodType<Pair> = mapping({ zh: langText(NO_ALT, fileName), en: langText(NO_ALT, fileName) });

/** Alternative text of a picture, in both languages. Emits A1 when it is missing, empty or the name of a file. */
export function altText(): z.ZodType<Pair> {
  return either(
    ({ kind }) => {
      if (kind === 'missing' || kind === 'nothing') return NO_ALT;
      return kind === 'text' ? ONE_LANGUAGE : BOTH_ALTS;
    },
    () => [BOTH],
  );
}

export const STATUSES = ['reported', 'derived', 'estimate', 'disputed', 'sample', 'not_disclosed'] as const;
