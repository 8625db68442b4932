import { isWhite, latin1 } from './characters.ts';
import { Malformed } from './limits.ts';
import type { ObjectParser } from './object-parser.ts';
import { createScanner, isKeyword } from './scanner.ts';
import { type Dict, isArray, isDict, isStream, nameOf, numberOf, type Value } from './value.ts';

/** Where an object stands: at an offset of the file, or in an object stream. */
export type Place = { readonly offset: number } | { readonly within: number; readonly index: number };

/** The cross-reference of a whole file, all updates taken together. */
export interface CrossReference {
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: Dict;
  /** Sections, the newest first, at most one for each update. */
  readonly sections: number;
}

const SECTIONS = 1000;
/** How far from the end the last `startxref` may stand. */
const TAIL = 2048;

/**
 * Reads the tables or streams of cross-references, from the newest back to the first. Throws Malformed when one is damaged.
 * Source: ISO 32000-1 7.5.4, 7.5.8.
 */
export function readCrossReference(bytes: Uint8Array, parser: ObjectParser, objects: number): CrossReference {
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  let trailer: Dict | undefined;
  const queue = [startOffset(bytes)];
  while (queue.length > 0) {
    const offset = skipWhite(bytes, queue.shift() as number);
    if (seen.has(offset)) continue;
    seen.add(offset);
    if (seen.size > SECTIONS) throw new Malformed('the cross-reference has too many sections');
    const section = readSection(bytes, offset, parser, places, objects);
    trailer ??= section;
    const hybrid = numberOf(section.entries.get('XRefStm'));
    const previous = numberOf(section.entries.get('Prev'));
    for (const next of [hybrid, previous]) if (next !== undefined) queue.push(next);
  }
  if (trailer === undefined || trailer.entries.get('Root') === undefined) throw new Malformed('there is no trailer');
  return { places, trailer, sections: seen.size };
}

function startOffset(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - TAIL);
  const tail = latin1(bytes, from, bytes.length);
  const at = tail.lastIndexOf('startxref');
  const offset = /^startxref\s+(\d+)/.exec(tail.slice(at))?.[1];
  if (at < 0 || offset === undefined) throw new Malformed('there is no startxref');
  return Number(offset);
}

/** Many offsets may lead to one section: it is read once. */
function skipWhite(bytes: Uint8Array, offset: number): number {
  let at = offset;
  while (at >= 0 && at < bytes.length && isWhite(bytes[at] ?? 0)) at += 1;
  return at;
}

function readSection(
  bytes: Uint8Array,
  offset: number,
  parser: ObjectParser,
  places: Map<number, Place>,
  objects: number,
): Dict {
  if (offset < 0 || offset >= bytes.length) throw new Malformed('the cross-reference leads out of the file');
  if (latin1(bytes, offset, offset + 4) === 'xref') return readTable(bytes, offset + 4, parser, places, objects);
  const { value } = parser.indirectObject(offset);
  if (!isStream(value) || nameOf(value.dict.entries.get('Type')) !== 'XRef') {
    throw new Malformed('the cross-reference is not where the file says');
  }
  readStream(value.dict, parser.decodePlain(value), places, objects);
  return value.dict;
}

function readTable(
  bytes: Uint8Array,
  start: number,
  parser: ObjectParser,
  places: Map<number, Place>,
  objects: number,
): Dict {
  const scanner = createScanner(bytes, start, bytes.length, parser.nesting);
  for (;;) {
    const first = scanner.next();
    if (isKeyword(first) && first.keyword === 'trailer') break;
    const count = scanner.next();
    if (typeof first !== 'number' || typeof count !== 'number' || count > objects) {
      throw new Malformed('a cross-reference table is damaged');
    }
    for (let i = 0; i < count; i += 1) {
      const offset = scanner.next();
      const generation = scanner.next();
      const kind = scanner.next();
      if (typeof offset !== 'number' || typeof generation !== 'number' || !isKeyword(kind)) {
        throw new Malformed('a cross-reference table is damaged');
      }
      if (kind.keyword === 'n' && !places.has(first + i)) places.set(first + i, { offset });
    }
  }
  const trailer = scanner.next();
  if (isKeyword(trailer) || !isDict(trailer)) throw new Malformed('there is no trailer');
  return trailer;
}

function readStream(dict: Dict, data: Uint8Array, places: Map<number, Place>, objects: number): void {
  const widths = numbers(dict.entries.get('W'));
  const [w0 = 0, w1 = 0, w2 = 0] = widths;
  const size = numberOf(dict.entries.get('Size')) ?? 0;
  const index = dict.entries.has('Index') ? numbers(dict.entries.get('Index')) : [0, size];
  const row = w0 + w1 + w2;
  if (row === 0 || widths.some((width) => width < 0 || width > 8))
    throw new Malformed('a cross-reference stream is damaged');
  let at = 0;
  const field = (width: number): number => {
    let value = 0;
    for (let i = 0; i < width; i += 1) value = value * 256 + (data[at + i] ?? 0);
    at += width;
    return value;
  };
  for (let k = 0; k + 1 < index.length; k += 2) {
    const first = index[k] as number;
    const count = index[k + 1] as number;
    for (let i = 0; i < count && at + row <= data.length; i += 1) {
      const kind = w0 === 0 ? 1 : field(w0);
      const second = field(w1);
      const third = field(w2);
      if (places.has(first + i) || places.size > objects) continue;
      if (kind === 1) places.set(first + i, { offset: second });
      if (kind === 2) places.set(first + i, { within: second, index: third });
    }
  }
}

function numbers(value: Value | undefined): readonly number[] {
  return isArray(value) ? value.map((item) => numberOf(item) ?? 0) : [];
}
