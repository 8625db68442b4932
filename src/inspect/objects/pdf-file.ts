import { diagnose, failed, good, type Outcome } from '../../core/index.ts';
import { latin1 } from './characters.ts';
import { type CrossReference, type Place, readCrossReference } from './cross-reference.ts';
import { decodeStream } from './decode-stream.ts';
import { type Budget, createBudget, LIMITS, type Limits, Malformed, TooLarge } from './limits.ts';
import { createObjectParser, isObjectStream } from './object-parser.ts';
import { EMPTY_PACK, openPack, type Pack } from './object-stream.ts';
import { repairCrossReference } from './repair.ts';
import { type Dict, dictOf, isReference, isStream, numberOf, type Stream, type Value } from './value.ts';

/** Something in the file's own syntax that is not as it should be. */
export interface SyntaxFault {
  readonly message: string;
  readonly object: number | undefined;
}

/** The objects of one file, by any maker. Reading an object that is damaged gives null and leaves a fault. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  /** As the head of the file says, `1.7`. */
  readonly version: string;
  /** Where the head stands; 0 in a file that keeps the rules. */
  readonly headOffset: number;
  readonly trailer: Dict;
  readonly catalog: Dict;
  /** The file's cross-reference could not be used, and its objects were looked for. */
  readonly repaired: boolean;
  readonly encrypted: boolean;
  readonly faults: readonly SyntaxFault[];
  readonly budget: Budget;
  /** Numbers of all objects, ascending. */
  readonly ids: readonly number[];
  /** All streams, in the order of their numbers. To find them, every object is read. */
  readonly streams: readonly { readonly id: number; readonly stream: Stream }[];
  object(id: number): Value;
  /** What a value refers to, through any number of references; null for nothing. */
  resolve(value: Value | undefined): Value;
  get(dict: Dict | undefined, key: string): Value;
  /** Decoded data; those of a picture as far as its own filter. Undefined when damaged or encrypted. */
  data(stream: Stream): Uint8Array | undefined;
  /** Streams whose stated length is wrong, as far as they have been read. */
  readonly wrongLengths: ReadonlySet<number>;
}

const CHAIN = 32;
/** How far into the file its head may stand. Source: ISO 32000-1 annex H, 3.4.1. */
const HEAD_WITHIN = 1024;

/**
 * Opens a file: its cross-reference, or its objects one by one where that is damaged.
 * Emits I001 (no PDF, or nothing to be read in it), I006 (more than any file needs).
 */
export function openPdf(bytes: Uint8Array, limits: Limits = LIMITS): Outcome<PdfFile> {
  try {
    return good(openFile(bytes, limits));
  } catch (cause) {
    if (cause instanceof TooLarge) {
      return failed([diagnose('I006', cause.message, { hints: ['inspect a file that comes from a source you know'] })]);
    }
    if (cause instanceof Malformed) {
      return failed([
        diagnose('I001', `the file cannot be read as a PDF: ${cause.message}`, { hints: ['make it again'] }),
      ]);
    }
    throw cause;
  }
}

function openFile(bytes: Uint8Array, limits: Limits): PdfFile {
  const head = /%PDF-(\d\.\d)/.exec(latin1(bytes, 0, Math.min(bytes.length, HEAD_WITHIN)));
  if (head === null) throw new Malformed('it does not begin as one');
  const budget = createBudget(limits);
  const faults: SyntaxFault[] = [];
  const wrongLengths = new Set<number>();
  const loaded = new Map<number, Value>();
  const loading = new Set<number>();
  const packs = new Map<number, Pack>();
  let ids: readonly number[] | undefined;
  let streams: PdfFile['streams'] | undefined;
  let reference: CrossReference = { places: new Map(), trailer: { entries: new Map() }, sections: 0 };

  const parser = createObjectParser(bytes, limits, (value) => numberOf(isReference(value) ? object(value.ref) : value));
  const object = (id: number): Value => {
    const known = loaded.get(id);
    if (known !== undefined) return known;
    const place = reference.places.get(id);
    if (place === undefined || loading.has(id)) return null;
    loading.add(id);
    const value = load(id, place);
    loading.delete(id);
    loaded.set(id, value);
    return value;
  };
  const load = (id: number, place: Place): Value => {
    try {
      if ('within' in place) return pack(place.within)(id);
      const found = parser.indirectObject(place.offset);
      if (found.id !== id) throw new Malformed(`object ${found.id} stands where ${id} should`);
      if (found.wrongLength) wrongLengths.add(id);
      return found.value;
    } catch (cause) {
      if (!(cause instanceof Malformed)) throw cause;
      faults.push({ message: cause.message, object: id });
      return null;
    }
  };
  const pack = (id: number): Pack => {
    const known = packs.get(id);
    if (known !== undefined) return known;
    packs.set(id, EMPTY_PACK);
    const stream = object(id);
    const made = isObjectStream(stream) ? openPack(file, stream) : EMPTY_PACK;
    packs.set(id, made);
    return made;
  };
  const file: PdfFile = {
    bytes,
    version: head[1] ?? '',
    headOffset: head.index,
    get trailer() {
      return reference.trailer;
    },
    get catalog() {
      return dictOf(file.get(reference.trailer, 'Root')) ?? { entries: new Map() };
    },
    get repaired() {
      return repaired;
    },
    get encrypted() {
      return reference.trailer.entries.has('Encrypt');
    },
    faults,
    budget,
    get ids() {
      ids ??= [...reference.places.keys()].sort((a, b) => a - b);
      return ids;
    },
    get streams() {
      streams ??= file.ids.flatMap((id) => {
        const value = object(id);
        return isStream(value) ? [{ id, stream: value }] : [];
      });
      return streams;
    },
    object,
    resolve(value) {
      let current: Value = value ?? null;
      for (let i = 0; isReference(current); i += 1) {
        if (i === CHAIN) return null;
        current = object(current.ref);
      }
      return current;
    },
    get: (dict, key) => file.resolve(dict?.entries.get(key)),
    data: (stream) => (file.encrypted ? undefined : decodeStream(file, stream)),
    wrongLengths,
  };
  let repaired = false;
  try {
    reference = readCrossReference(bytes, parser, limits.objects);
    if (dictOf(file.get(reference.trailer, 'Root')) === undefined) throw new Malformed('there is no catalog');
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause;
    faults.push({ message: cause.message, object: undefined });
    loaded.clear();
    packs.clear();
    reference = repairCrossReference(bytes, parser, limits.objects);
    repaired = true;
    if (dictOf(file.get(reference.trailer, 'Root')) === undefined) throw new Malformed('its catalog is not there');
  }
  if (reference.places.size > limits.objects) throw new TooLarge(`the file has more than ${limits.objects} objects`);
  return file;
}
