import type { FontProgram } from './program.ts';

/** A list of byte strings. */
interface Index {
  readonly items: readonly Buffer[];
  readonly end: number;
}

/** Operators of top and private dictionaries. Source: Adobe Technical Note 5176, 9 and 15. */
const OP = {
  charset: 15,
  charStrings: 17,
  private: 18,
  defaultWidth: 20,
  nominalWidth: 21,
  ros: 1230,
  fdArray: 1236,
  fdSelect: 1237,
  matrix: 1207,
} as const;

/** Reads a Compact Font Format program: glyphs, their widths, and CIDs where it has them. Throws RangeError when damaged. */
export function readCff(bytes: Buffer): FontProgram {
  const names = readIndex(bytes, bytes.readUInt8(2));
  const tops = readIndex(bytes, names.end);
  const strings = readIndex(bytes, tops.end);
  readIndex(bytes, strings.end);
  const top = readDict(tops.items[0] ?? Buffer.alloc(0));
  const outlines = readIndex(bytes, top.get(OP.charStrings)?.[0] ?? 0);
  const glyphs = outlines.items.length;
  const keyed = top.has(OP.ros);
  const privates = keyed
    ? readIndex(bytes, top.get(OP.fdArray)?.[0] ?? 0).items.map((item) => privateWidths(bytes, readDict(item)))
    : [privateWidths(bytes, top)];
  const select = keyed ? readSelect(bytes, top.get(OP.fdSelect)?.[0] ?? 0, glyphs) : undefined;
  const scale = (top.get(OP.matrix)?.[0] ?? 0.001) * 1000;
  const cids = keyed ? readCids(bytes, top.get(OP.charset)?.[0] ?? 0, glyphs) : undefined;
  return {
    glyphs,
    widthOf(glyph) {
      const outline = outlines.items[glyph];
      const own = privates[select?.(glyph) ?? 0];
      if (outline === undefined || own === undefined) return undefined;
      const extra = widthIn(outline);
      return (extra === undefined ? own.usual : own.nominal + extra) * scale;
    },
    glyphOfCid: cids === undefined ? undefined : (cid) => cids.get(cid),
    tables: new Set(['CFF ']),
  };
}

function readIndex(bytes: Buffer, at: number): Index {
  const count = bytes.readUInt16BE(at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = bytes.readUInt8(at + 2);
  const base = at + 3 + (count + 1) * size - 1;
  const offset = (i: number): number => base + bytes.readUIntBE(at + 3 + i * size, size);
  const items: Buffer[] = [];
  for (let i = 0; i < count; i += 1) {
    const [from, to] = [offset(i), offset(i + 1)];
    if (to < from || to > bytes.length) throw new RangeError('an index leads out of the font');
    items.push(bytes.subarray(from, to));
  }
  return { items, end: offset(count) };
}

function readDict(data: Buffer): ReadonlyMap<number, readonly number[]> {
  const dict = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < data.length; ) {
    const code = data.readUInt8(at);
    if (code <= 21) {
      const operator = code === 12 ? 1200 + data.readUInt8(at + 1) : code;
      dict.set(operator, operands);
      operands = [];
      at += code === 12 ? 2 : 1;
      continue;
    }
    const [value, length] = code === 30 ? realAt(data, at + 1) : integerAt(data, at);
    operands.push(value);
    at += length;
  }
  return dict;
}

function integerAt(data: Buffer, at: number): readonly [number, number] {
  const code = data.readUInt8(at);
  if (code === 28) return [data.readInt16BE(at + 1), 3];
  if (code === 29) return [data.readInt32BE(at + 1), 5];
  if (code >= 32 && code <= 246) return [code - 139, 1];
  if (code >= 247 && code <= 250) return [(code - 247) * 256 + data.readUInt8(at + 1) + 108, 2];
  if (code >= 251 && code <= 254) return [-(code - 251) * 256 - data.readUInt8(at + 1) - 108, 2];
  throw new RangeError('a dictionary of the font is damaged');
}

const NIBBLES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'e', 'e-', '', '-'];

function realAt(data: Buffer, start: number): readonly [number, number] {
  let text = '';
  for (let at = start; ; at += 1) {
    const byte = data.readUInt8(at);
    for (const nibble of [byte >> 4, byte & 15]) {
      if (nibble === 15) return [Number(text), at - start + 2];
      text += NIBBLES[nibble] ?? '';
    }
  }
}

function privateWidths(bytes: Buffer, dict: ReadonlyMap<number, readonly number[]>) {
  const [size = 0, offset = 0] = dict.get(OP.private) ?? [];
  const own = readDict(bytes.subarray(offset, offset + size));
  return { usual: own.get(OP.defaultWidth)?.[0] ?? 0, nominal: own.get(OP.nominalWidth)?.[0] ?? 0 };
}

function readSelect(bytes: Buffer, at: number, glyphs: number): (glyph: number) => number {
  if (bytes.readUInt8(at) === 0) return (glyph) => bytes.readUInt8(at + 1 + glyph);
  const ranges = bytes.readUInt16BE(at + 1);
  const table = new Uint8Array(glyphs);
  for (let i = 0; i < ranges; i += 1) {
    const from = bytes.readUInt16BE(at + 3 + i * 3);
    table.fill(bytes.readUInt8(at + 5 + i * 3), from, Math.min(glyphs, bytes.readUInt16BE(at + 6 + i * 3)));
  }
  return (glyph) => table[glyph] ?? 0;
}

function readCids(bytes: Buffer, at: number, glyphs: number): ReadonlyMap<number, number> {
  const cids = new Map<number, number>([[0, 0]]);
  const format = bytes.readUInt8(at);
  let glyph = 1;
  for (let place = at + 1; glyph < glyphs; ) {
    const first = bytes.readUInt16BE(place);
    const left = format === 0 ? 0 : format === 1 ? bytes.readUInt8(place + 2) : bytes.readUInt16BE(place + 2);
    for (let i = 0; i <= left && glyph < glyphs; i += 1) {
      cids.set(first + i, glyph);
      glyph += 1;
    }
    place += 2 + format;
  }
  return cids;
}

/** Operators that end the operands among which a width may stand first, with the operands that they take themselves. */
const STACK_CLEARING: Readonly<Record<number, number | 'even'>> = {
  1: 'even',
  3: 'even',
  18: 'even',
  23: 'even',
  19: 'even',
  20: 'even',
  21: 2,
  4: 1,
  22: 1,
  14: 0,
};

/** The width that an outline states, as a difference from the nominal one; undefined when it has the usual width. */
function widthIn(outline: Buffer): number | undefined {
  const operands: number[] = [];
  for (let at = 0; at < outline.length; ) {
    const code = outline.readUInt8(at);
    if (code === 28 || code >= 32) {
      if (code === 255) {
        operands.push(outline.readInt32BE(at + 1) / 65_536);
        at += 5;
        continue;
      }
      const [value, length] = integerAt(outline, at);
      operands.push(value);
      at += length;
      continue;
    }
    const takes = STACK_CLEARING[code];
    if (takes === undefined) return undefined;
    const extra =
      takes === 'even' ? operands.length % 2 === 1 : operands.length > takes && !(code === 14 && operands.length === 4);
    return extra ? operands[0] : undefined;
  }
  return undefined;
}
