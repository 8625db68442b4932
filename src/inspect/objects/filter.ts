import { constants, inflateSync } from 'node:zlib';
import { Malformed, TooLarge } from './limits.ts';
import { undoPredictor } from './predictor.ts';

/** The parameters of a filter that matter when it is undone. */
export interface FilterParameters {
  readonly predictor: number;
  readonly colours: number;
  readonly bits: number;
  readonly columns: number;
  readonly earlyChange: number;
}

/** Filters that make pictures, and stay as they are. */
export const PICTURE_FILTERS: ReadonlySet<string> = new Set([
  'DCTDecode',
  'DCT',
  'JPXDecode',
  'CCITTFaxDecode',
  'CCF',
  'JBIG2Decode',
]);

/**
 * Undoes one filter.
 * @param most bytes that may come out; more throws TooLarge
 * Throws Malformed for a filter that is not known. What is cut off or damaged gives what can be read.
 * Source: ISO 32000-1 7.4.
 */
export function undoFilter(filter: string, data: Uint8Array, parameters: FilterParameters, most: number): Uint8Array {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return undoPredictor(inflate(data, most), parameters);
    case 'LZWDecode':
    case 'LZW':
      return undoPredictor(expand(data, parameters.earlyChange, most), parameters);
    case 'ASCIIHexDecode':
    case 'AHx':
      return hexadecimal(data);
    case 'ASCII85Decode':
    case 'A85':
      return base85(data);
    case 'RunLengthDecode':
    case 'RL':
      return runs(data, most);
    case 'Crypt':
      return data;
    default:
      throw new Malformed(`there is no filter ${filter}`);
  }
}

function inflate(data: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    if (cause instanceof RangeError) throw new TooLarge(`a stream unpacks to more than ${most} bytes`);
    throw new Malformed('a compressed stream is damaged');
  }
}

const CLEAR = 256;
const END = 257;

function expand(data: Uint8Array, earlyChange: number, most: number): Uint8Array {
  const table: Uint8Array[] = Array.from({ length: 258 }, (_, code) => Uint8Array.of(code & 0xff));
  const parts: Uint8Array[] = [];
  let [width, bits, held, length] = [9, 0, 0, 0];
  let before: Uint8Array | undefined;
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      table.length = 258;
      width = 9;
      before = undefined;
      continue;
    }
    const known = table[code];
    const part = known ?? (before && Uint8Array.of(...before, before[0] ?? 0));
    if (part === undefined || code > table.length) throw new Malformed('an LZW stream is damaged');
    parts.push(part);
    length += part.length;
    if (length > most) throw new TooLarge(`a stream unpacks to more than ${most} bytes`);
    if (before !== undefined && table.length < 4096) table.push(Uint8Array.of(...before, part[0] ?? 0));
    before = part;
    width = Math.min(12, Math.max(9, Math.ceil(Math.log2(table.length + earlyChange + 1))));
  }
  return Buffer.concat(parts, length);
}

function hexadecimal(data: Uint8Array): Uint8Array {
  const text = Buffer.from(data).toString('latin1');
  const end = text.indexOf('>');
  const digits = (end < 0 ? text : text.slice(0, end)).replace(/[^0-9a-fA-F]/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

function base85(data: Uint8Array): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (): void => {
    const missing = 5 - group.length;
    if (missing >= 4) return;
    const value = [...group, ...Array<number>(missing).fill(84)].reduce((sum, digit) => sum * 85 + digit, 0);
    const bytes = [value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value].map((part) => Math.floor(part) & 0xff);
    out.push(...bytes.slice(0, 4 - missing));
    group = [];
  };
  for (const code of data) {
    if (code === 0x7e) break;
    if (code === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    if (code < 0x21 || code > 0x75) continue;
    group.push(code - 0x21);
    if (group.length === 5) flush();
  }
  flush();
  return Uint8Array.from(out);
}

function runs(data: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < data.length; ) {
    const count = data[at] ?? 128;
    if (count === 128) break;
    const part =
      count < 128 ? data.subarray(at + 1, at + 2 + count) : new Uint8Array(257 - count).fill(data[at + 1] ?? 0);
    parts.push(part);
    length += part.length;
    if (length > most) throw new TooLarge(`a stream unpacks to more than ${most} bytes`);
    at += count < 128 ? 2 + count : 2;
  }
  return Buffer.concat(parts, length);
}
