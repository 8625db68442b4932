import type { CrossReference, Place } from './cross-reference.ts';
import { Malformed } from './limits.ts';
import type { ObjectParser } from './object-parser.ts';
import { createScanner } from './scanner.ts';
import { type Dict, dictOf, isReference, isStream, nameOf, type Value } from './value.ts';

/** `12 0 obj` at the start of a word. */
const OBJECT = /(?:^|[\s>])(\d{1,10})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj\b/g;
const TRAILER = /\btrailer\b/g;

/**
 * Finds the objects of a file whose cross-reference is lost; of several with one number the last holds.
 * Throws Malformed when there is no catalog among them.
 */
export function repairCrossReference(bytes: Uint8Array, parser: ObjectParser, objects: number): CrossReference {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const places = new Map<number, Place>();
  for (const found of text.matchAll(OBJECT)) {
    if (places.size > objects) throw new Malformed('it holds too many objects');
    places.set(Number(found[1]), { offset: found.index + found[0].search(/\d/) });
  }
  const trailers = trailerDicts(bytes, text, parser);
  const within = packedPlaces(places, parser);
  for (const [id, place] of within.places) if (!places.has(id)) places.set(id, place);
  const root = [...trailers, ...within.trailers].reverse().find((dict) => isReference(dict.entries.get('Root')));
  const catalog = root === undefined ? findCatalog(places, parser) : undefined;
  if (root === undefined && catalog === undefined) throw new Malformed('it holds no catalog');
  return { places, trailer: root ?? { entries: new Map([['Root', catalog ?? null]]) }, sections: 0 };
}

function trailerDicts(bytes: Uint8Array, text: string, parser: ObjectParser): readonly Dict[] {
  return [...text.matchAll(TRAILER)].flatMap((found) => {
    try {
      const value = createScanner(bytes, found.index + found[0].length, bytes.length, parser.nesting).next();
      const dict = dictOf(value as Value);
      return dict === undefined ? [] : [dict];
    } catch (cause) {
      if (cause instanceof Malformed) return [];
      throw cause;
    }
  });
}

function tryObject(place: Place, parser: ObjectParser): Value {
  if (!('offset' in place)) return null;
  try {
    return parser.indirectObject(place.offset).value;
  } catch (cause) {
    if (cause instanceof Malformed) return null;
    throw cause;
  }
}

/** What stands in object streams, and the dictionaries of cross-reference streams. */
function packedPlaces(places: ReadonlyMap<number, Place>, parser: ObjectParser) {
  const found = new Map<number, Place>();
  const trailers: Dict[] = [];
  for (const [id, place] of places) {
    const value = tryObject(place, parser);
    if (!isStream(value)) continue;
    const type = nameOf(value.dict.entries.get('Type'));
    if (type === 'XRef') trailers.push(value.dict);
    if (type !== 'ObjStm') continue;
    for (const [index, inner] of packedIds(value, parser).entries()) found.set(inner, { within: id, index });
  }
  return { places: found, trailers };
}

function packedIds(stream: Extract<Value, { readonly raw: Uint8Array }>, parser: ObjectParser): readonly number[] {
  try {
    const data = parser.decodePlain(stream);
    const first = stream.dict.entries.get('First');
    const heads = createScanner(data, 0, Math.min(typeof first === 'number' ? first : 0, data.length), parser.nesting);
    const ids: number[] = [];
    for (;;) {
      const id = heads.next();
      const offset = heads.next();
      if (typeof id !== 'number' || typeof offset !== 'number') return ids;
      ids.push(id);
    }
  } catch (cause) {
    if (cause instanceof Malformed) return [];
    throw cause;
  }
}

function findCatalog(places: ReadonlyMap<number, Place>, parser: ObjectParser): Value | undefined {
  for (const [id, place] of places) {
    const dict = dictOf(tryObject(place, parser));
    if (nameOf(dict?.entries.get('Type')) === 'Catalog') return { ref: id, generation: 0 };
  }
  return undefined;
}
