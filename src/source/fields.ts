import * as z from 'zod';
import { type DiagnosticCode, isDecimal, nearest } from '../core/index.ts';
import { described } from './json-schema.ts';
import { isPlainWord, plainValue } from './plain-word.ts';
import { REFUSED, withReader } from './quick-read.ts';
import { either } from './shapes.ts';
import { isNothing } from './tree.ts';
import { asWritten, kindOf } from './written.ts';

// A schema of ours is used once or twice in a run: a parser compiled for it would never pay.
z.config({ jitless: true });

/** What a field says of a value that it refuses; carried through zod as the `params` of a custom issue. */
export interface FieldFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly hint?: string;
  /** Path below the value to what is at fault; the value itself by default. */
  readonly at?: readonly string[];
}

export type Read<T> = { readonly value: T } | { readonly fault: FieldFault };

/** What a field says when its key is missing, or stands without a value. */
export interface Absence {
  readonly missing?: FieldFault;
  readonly nothing?: FieldFault;
}

/** A field whose value is read from what was written by a function. A missing key is C004, a key with nothing C003, unless told otherwise. */
export function field<T>(expected: string, read: (written: unknown) => Read<T>, absence: Absence = {}): z.ZodType<T> {
  return withReader(fieldSchema(expected, read, absence), (node) => {
    const written = node === undefined ? null : plainValue(node);
    return written === null ? REFUSED : readOrRefused(read(written));
  });
}

/** A field that takes what stands in the file as text, whatever other readers would make of it. */
export function textField<T>(
  expected: string,
  read: (text: string) => Read<T>,
  absence: Absence = {},
  wrong = wrongType,
): z.ZodType<T> {
  const schema = fieldSchema(
    expected,
    (written) => {
      const text = asWritten(written);
      return text === undefined ? wrong(written, expected) : read(text);
    },
    absence,
  );
  return withReader(schema, (node) =>
    node?.kind !== 'scalar' || isNothing(node) ? REFUSED : readOrRefused(read(node.text)),
  );
}

function readOrRefused<T>(read: Read<T>): T | typeof REFUSED {
  return 'value' in read ? read.value : REFUSED;
}

function fieldSchema<T>(expected: string, read: (written: unknown) => Read<T>, absence: Absence): z.ZodType<T> {
  const missing: FieldFault = absence.missing ?? { code: 'C004', message: 'a key is missing', expected };
  const nothing: FieldFault = absence.nothing ?? {
    code: 'C003',
    message: 'nothing stands here',
    expected,
    hint: `give ${expected}, or remove the key`,
  };
  return z.unknown().transform((written, context): T => {
    const result: Read<T> =
      written === undefined ? { fault: missing } : written === null ? { fault: nothing } : read(written);
    if ('value' in result) return result.value;
    context.issues.push({
      code: 'custom',
      input: written,
      message: result.fault.message,
      params: { fault: result.fault },
    });
    return z.NEVER;
  });
}

/** Text as written: a plain scalar stays the characters that stand in the file, never a number or a date. */
export function text(expected = 'a text'): z.ZodType<string> {
  return described(
    textField(expected, (value) =>
      value.trim() === '' ? { fault: { code: 'C003', message: 'the text is empty', expected } } : { value },
    ),
    { type: 'string' },
  );
}

/** Text that may be empty, as a blank table cell is. */
export function textOrBlank(): z.ZodType<string> {
  return described(
    textField('a text', (value) => ({ value })),
    { type: ['string', 'null'] },
  );
}

/** A decimal in quotes. Plain, it would lose its trailing zeros in other readers: C006. */
export function decimal(): z.ZodType<string> {
  return described(
    field('a decimal in quotes', (written) => {
      if (isPlainWord(written)) {
        const digits = written.source.replaceAll('_', '');
        return {
          fault: {
            code: 'C006',
            message: `the value ${written.source} stands without quotes`,
            expected: 'a decimal in quotes',
            found: written.source,
            hint: isDecimal(digits) ? `write "${digits}"` : 'write the decimal out, in quotes',
          },
        };
      }
      if (typeof written !== 'string') return wrongType(written, 'a decimal in quotes');
      if (isDecimal(written)) return { value: written };
      return {
        fault: {
          code: 'C019',
          message: `"${written}" is not a decimal`,
          expected: 'digits with at most one point, such as "12.50", and a leading - for negatives',
          found: written,
          hint: decimalHint(written),
        },
      };
    }),
    { type: 'string', pattern: '^-?\\d+(?:\\.\\d+)?$' },
  );
}

/** A decimal in quotes, or `null` for a value that is not known. */
export function decimalOrNull(): z.ZodType<string | null> {
  return orNull(decimal());
}

function orNull<T>(schema: z.ZodType<T>): z.ZodType<T | null> {
  const nothing = withReader(z.null(), () => null) as z.ZodType<T | null>;
  return either(
    (written) => (written.kind === 'nothing' ? nothing : (schema as z.ZodType<T | null>)),
    () => [schema, z.null()],
  );
}

/** A calendar date in quotes, `"2024-07-22"`. */
export function isoDate(): z.ZodType<string> {
  const expected = 'a date in quotes, such as "2024-07-22"';
  return described(
    field(expected, (written) => {
      if (isPlainWord(written)) {
        return {
          fault: {
            code: 'C006',
            message: `the date ${written.source} stands without quotes`,
            expected,
            found: written.source,
            hint: `write "${written.source}"`,
          },
        };
      }
      if (typeof written !== 'string') return wrongType(written, expected);
      if (isRealDate(written)) return { value: written };
      return { fault: { code: 'C019', message: `"${written}" is not a date`, expected, found: written } };
    }),
    { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  );
}

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number): z.ZodType<number> {
  const expected = `a whole number from ${min} to ${max}`;
  return described(
    textField(expected, (source) => {
      if (!/^-?\d{1,9}$/.test(source)) return badValue(source, expected, 'a whole number');
      const value = Number(source);
      return value >= min && value <= max ? { value } : badValue(source, expected, `between ${min} and ${max}`);
    }),
    { type: 'integer', minimum: min, maximum: max },
  );
}

/** A number that is a measure, not a figure of the report: a token of a theme, a share of a page. */
export function number(min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): z.ZodType<number> {
  const expected = Number.isFinite(min) && Number.isFinite(max) ? `a number from ${min} to ${max}` : 'a number';
  return described(
    textField(expected, (source) => {
      if (!/^-?(?:\d+\.?\d*|\.\d+)$/.test(source)) return badValue(source, expected, 'a number');
      const value = Number(source);
      return value >= min && value <= max ? { value } : badValue(source, expected, 'in range');
    }),
    {
      type: 'number',
      ...(Number.isFinite(min) ? { minimum: min } : {}),
      ...(Number.isFinite(max) ? { maximum: max } : {}),
    },
  );
}

/** `true` or `false`. */
export function flag(): z.ZodType<boolean> {
  return described(
    textField('true or false', (source) =>
      source === 'true' || source === 'false'
        ? { value: source === 'true' }
        : badValue(source, 'true or false', 'true or false'),
    ),
    { type: 'boolean' },
  );
}

/** One of a closed list of words. C019 names the list and the nearest word. */
export function oneOf<const W extends string>(...words: readonly W[]): z.ZodType<W> {
  const expected = words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? '');
  return described(
    textField(expected, (source) => {
      const word = words.find((w) => w === source);
      return word === undefined ? { fault: { ...wordFault(source, words), expected } } : { value: word };
    }),
    { enum: words },
  );
}

function wordFault(source: string, words: readonly string[]): FieldFault {
  const near = nearest(source.replaceAll('-', '_'), words);
  return {
    code: 'C019',
    message: `\`${source}\` is none of the values that stand here`,
    found: source,
    ...(near === undefined ? {} : { hint: `did you mean \`${near}\`?` }),
  };
}

function wrongType(written: unknown, expected: string): { readonly fault: FieldFault } {
  const found = kindOf(written);
  return { fault: { code: 'C003', message: `${found} stands where ${expected} belongs`, expected, found } };
}

function badValue(found: string, expected: string, what: string): { readonly fault: FieldFault } {
  return { fault: { code: 'C019', message: `\`${found}\` is not ${what}`, expected, found } };
}

function decimalHint(written: string): string {
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(written)) return `write "${written.replaceAll(',', '')}": no grouping commas`;
  if (/%$/.test(written)) return 'leave the unit out: it belongs in `in:`';
  if (/^\+/.test(written)) return 'leave the + out';
  if (/^[−–]/.test(written)) return 'write the minus as a hyphen';
  return 'write the figure alone; its unit belongs in `in:`';
}

/** Whether a text is `YYYY-MM-DD` and that day exists. */
export function isRealDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
