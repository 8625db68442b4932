import { latin1 } from './characters.ts';
import { undoFilter } from './filter.ts';
import { type Limits, Malformed } from './limits.ts';
import { createScanner, isKeyword } from './scanner.ts';
import { dictOf, isArray, isStream, nameOf, numberOf, type Stream, type Value } from './value.ts';

/** An object as it stands at some place of the file. */
export interface IndirectObject {
  readonly id: number;
  readonly value: Value;
  /** The length that a stream states is not that of its data. */
  readonly wrongLength: boolean;
}

/** Reads single objects of a file. */
export interface ObjectParser {
  readonly nesting: number;
  /** The object whose number stands at an offset. Throws Malformed. */
  indirectObject(offset: number): IndirectObject;
  /** Data of a stream whose filters name no other objects: those of the file's own structure. */
  decodePlain(stream: Stream): Uint8Array;
}

/** @param lengthOf looks up the length that a stream gives by reference; undefined where that cannot be done yet */
export function createObjectParser(
  bytes: Uint8Array,
  limits: Limits,
  lengthOf: (value: Value | undefined) => number | undefined,
): ObjectParser {
  return {
    nesting: limits.nesting,
    indirectObject(offset) {
      const scanner = createScanner(bytes, offset, bytes.length, limits.nesting);
      const id = scanner.next();
      const generation = scanner.next();
      const word = scanner.next();
      if (typeof id !== 'number' || typeof generation !== 'number' || !isKeyword(word) || word.keyword !== 'obj') {
        throw new Malformed(`no object begins at byte ${offset}`);
      }
      const value = scanner.object();
      if (value === undefined || isKeyword(value)) {
        // `1 0 obj endobj` holds nothing.
        return { id, value: null, wrongLength: false };
      }
      const after = scanner.position;
      const next = endsEarly(() => scanner.next());
      if (!isKeyword(next) || next.keyword !== 'stream') {
        scanner.position = after;
        return { id, value, wrongLength: false };
      }
      const dict = dictOf(value);
      if (dict === undefined) throw new Malformed(`stream ${id} has no dictionary`);
      const start = dataStart(bytes, scanner.position);
      const stated = lengthOf(dict.entries.get('Length'));
      const found = dataEnd(bytes, start, stated);
      return { id, value: { dict, raw: bytes.subarray(start, found.end) }, wrongLength: found.end - start !== stated };
    },
    decodePlain(stream) {
      const { entries } = stream.dict;
      const written = entries.get('Filter');
      const filters = (isArray(written) ? written : written === undefined ? [] : [written]).map(nameOf);
      const given = entries.get('DecodeParms');
      let data = stream.raw;
      filters.forEach((filter, i) => {
        const own = dictOf(isArray(given) ? given[i] : given);
        const number = (key: string, fallback: number): number => numberOf(own?.entries.get(key)) ?? fallback;
        data = undoFilter(
          filter ?? '',
          data,
          {
            predictor: number('Predictor', 1),
            colours: number('Colors', 1),
            bits: number('BitsPerComponent', 8),
            columns: number('Columns', 1),
            earlyChange: number('EarlyChange', 1),
          },
          limits.stream,
        );
      });
      return data;
    },
  };
}

/** Junk after an object must not hide the object itself. */
function endsEarly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof Malformed) return undefined;
    throw cause;
  }
}

function dataStart(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 13 && bytes[at + 1] === 10) return at + 2;
  return bytes[at] === 10 || bytes[at] === 13 ? at + 1 : at;
}

/** The stated length holds when `endstream` follows; otherwise the next `endstream` ends the data. */
function dataEnd(bytes: Uint8Array, start: number, stated: number | undefined): { readonly end: number } {
  if (stated !== undefined && stated >= 0 && start + stated <= bytes.length) {
    const after = latin1(bytes, start + stated, Math.min(bytes.length, start + stated + 20));
    if (/^\s*endstream/.test(after)) return { end: start + stated };
  }
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = view.indexOf('endstream', start, 'latin1');
  let end = found < 0 ? bytes.length : found;
  if (found >= 0 && bytes[end - 1] === 10) end -= 1;
  if (found >= 0 && bytes[end - 1] === 13) end -= 1;
  return { end: Math.max(start, end) };
}

/** Whether a value is a stream of the type that holds other objects. */
export function isObjectStream(value: Value): value is Stream {
  return isStream(value) && nameOf(value.dict.entries.get('Type')) === 'ObjStm';
}
