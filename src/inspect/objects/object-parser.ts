import { latin1 } from './characters.ts';
import { undoFilter } from './filter.ts';
import { type Limits, Malformed, TooLarge } from './limits.ts';
import { createScanner, isKeyword, type Scanner } from './scanner.ts';
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

/** Given to any file, however short: its objects are read several times when its cross-reference is lost. */
const LEAST_SCANNED = 65_536;

/** @param lengthOf looks up the length that a stream gives by reference; undefined where that cannot be done yet */
export function createObjectParser(
  bytes: Uint8Array,
  limits: Limits,
  lengthOf: (value: Value | undefined) => number | undefined,
): ObjectParser {
  const most = limits.scans * (bytes.length + LEAST_SCANNED);
  let scanned = 0;
  let decoded = 0;
  let ends: Int32Array | undefined;
  // Objects of an honest file follow each other; in a hostile one each may seem to go on to the end.
  const spend = (length: number): void => {
    scanned += Math.max(0, length);
    if (scanned > most) throw new TooLarge(`the objects of the file lead through each other over ${most} bytes`);
  };
  const indirectObject = (offset: number): IndirectObject => {
    const scanner = createScanner(bytes, offset, bytes.length, limits.nesting);
    try {
      return readObject(scanner, offset);
    } finally {
      spend(scanner.position - offset);
    }
  };
  const readObject = (scanner: Scanner, offset: number): IndirectObject => {
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
    ends ??= isEnd(bytes, start, stated) ? undefined : streamEnds(bytes);
    const end = dataEnd(bytes, start, stated, ends);
    return { id, value: { dict, raw: bytes.subarray(start, end) }, wrongLength: end - start !== stated };
  };
  return {
    nesting: limits.nesting,
    indirectObject,
    decodePlain(stream) {
      const { entries } = stream.dict;
      const written = entries.get('Filter');
      const filters = (isArray(written) ? written : written === undefined ? [] : [written]).map(nameOf);
      const given = entries.get('DecodeParms');
      let data = stream.raw;
      if (decoded > limits.decoded) throw new TooLarge(`the file has more than ${limits.decoded} bytes when unpacked`);
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
      decoded += data.length;
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
function dataEnd(bytes: Uint8Array, start: number, stated: number | undefined, ends: Int32Array | undefined): number {
  if (ends === undefined) return start + (stated ?? 0);
  if (stated !== undefined && isEnd(bytes, start, stated)) return start + stated;
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  let end = ends[low] ?? bytes.length;
  if (end < bytes.length && bytes[end - 1] === 10) end -= 1;
  if (end < bytes.length && bytes[end - 1] === 13) end -= 1;
  return Math.max(start, end);
}

function isEnd(bytes: Uint8Array, start: number, stated: number | undefined): boolean {
  if (stated === undefined || stated < 0 || start + stated > bytes.length) return false;
  return /^\s*endstream/.test(latin1(bytes, start + stated, Math.min(bytes.length, start + stated + 20)));
}

/** All places of `endstream`, found once: a file may have as many streams without an end as it has bytes. */
function streamEnds(bytes: Uint8Array): Int32Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends: number[] = [];
  for (let at = view.indexOf('endstream', 0, 'latin1'); at >= 0; at = view.indexOf('endstream', at + 1, 'latin1')) {
    ends.push(at);
  }
  return Int32Array.from(ends);
}

/** Whether a value is a stream of the type that holds other objects. */
export function isObjectStream(value: Value): value is Stream {
  return isStream(value) && nameOf(value.dict.entries.get('Type')) === 'ObjStm';
}
