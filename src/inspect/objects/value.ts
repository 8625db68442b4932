/** A name object, `/Type`, with its escapes undone. */
export interface Name {
  readonly name: string;
}

/** A string object; one character a byte. */
export interface ByteText {
  readonly bytes: string;
}

/** An indirect reference. */
export interface Reference {
  readonly ref: number;
  readonly generation: number;
}

export interface Dict {
  readonly entries: ReadonlyMap<string, Value>;
}

/** A stream as it stands in the file, not decoded. */
export interface Stream {
  readonly dict: Dict;
  readonly raw: Uint8Array;
}

/** Any PDF object. Source: ISO 32000-1 7.3. */
export type Value = null | boolean | number | Name | ByteText | Reference | readonly Value[] | Dict | Stream;

export function isName(value: Value | undefined): value is Name {
  return typeof value === 'object' && value !== null && 'name' in value;
}

export function isText(value: Value | undefined): value is ByteText {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}

export function isReference(value: Value | undefined): value is Reference {
  return typeof value === 'object' && value !== null && 'ref' in value;
}

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isDict(value: Value | undefined): value is Dict {
  return typeof value === 'object' && value !== null && 'entries' in value && !Array.isArray(value);
}

export function isStream(value: Value | undefined): value is Stream {
  return typeof value === 'object' && value !== null && 'raw' in value;
}

/** The dictionary of a dictionary or stream. */
export function dictOf(value: Value | undefined): Dict | undefined {
  if (isStream(value)) return value.dict;
  return isDict(value) ? value : undefined;
}

/** The text of a name, or undefined. */
export function nameOf(value: Value | undefined): string | undefined {
  return isName(value) ? value.name : undefined;
}

export function numberOf(value: Value | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/**
 * A text string read by its own mark: UTF-16 or UTF-8 with a byte order mark, else PDFDocEncoding.
 * Source: ISO 32000-1 7.9.2.2; ISO 32000-2 7.9.2.2 for UTF-8.
 */
export function textOf(value: Value | undefined): string | undefined {
  return isText(value) ? decodeText(value.bytes) : undefined;
}

function decodeText(bytes: string): string {
  if (bytes.startsWith('\xfe\xff')) return utf16(bytes, 2, false);
  if (bytes.startsWith('\xff\xfe')) return utf16(bytes, 2, true);
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8');
  return bytes.replace(/[\x18-\x1f\x80-\xa0\xad]/g, (character) => DOC_ENCODING[character.charCodeAt(0)] ?? '');
}

function utf16(bytes: string, from: number, little: boolean): string {
  let out = '';
  for (let i = from; i + 1 < bytes.length; i += 2) {
    const [high, low] = little ? [i + 1, i] : [i, i + 1];
    out += String.fromCharCode((bytes.charCodeAt(high) << 8) | bytes.charCodeAt(low));
  }
  // A language escape inside a string is no part of its text.
  return out.replace(/\u001b[a-zA-Z]{2,8}\u001b/g, '');
}

/** Where PDFDocEncoding is not Latin-1. Source: ISO 32000-1 D.3. */
const DOC_ENCODING: Readonly<Record<number, string>> = Object.fromEntries([
  ...Array.from('\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc', (character, i) => [0x18 + i, character] as const),
  ...Array.from(
    '\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e',
    (character, i) => [0x80 + i, character] as const,
  ),
  [0xa0, '\u20ac'] as const,
]);
