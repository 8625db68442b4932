import { InternalError } from '../core/index.ts';
import { requireTable, type Sfnt } from './sfnt.ts';

/** Maps code points to glyphs; 0 is "none". */
export type CharacterMap = (codePoint: number) => number;

const BMP = 0x10000;

/**
 * Expands the Unicode subtable of a face (format 12 if it has one, else 4) into a table for the Basic Multilingual Plane
 * and a map beyond it, so that a look-up is one array access.
 * Source: ISO/IEC 14496-22, 5.2.1 (cmap).
 */
export function readCharacterMap(sfnt: Sfnt): CharacterMap {
  const { view } = sfnt;
  const cmap = requireTable(sfnt, 'cmap');
  let segments: number | undefined;
  let groups: number | undefined;
  for (let i = 0; i < view.getUint16(cmap + 2); i += 1) {
    const subtable = cmap + view.getUint32(cmap + 8 + 8 * i);
    const format = view.getUint16(subtable);
    if (format === 12) groups = subtable;
    if (format === 4) segments = subtable;
  }
  const table = new Uint16Array(BMP);
  const beyond = new Map<number, number>();
  if (groups !== undefined) expandGroups(view, groups, table, beyond);
  else if (segments !== undefined) expandSegments(view, segments, table);
  else throw new InternalError('a font of the manifest has no Unicode character map');
  return (codePoint) => (codePoint < BMP ? (table[codePoint] ?? 0) : (beyond.get(codePoint) ?? 0));
}

function expandGroups(view: DataView, subtable: number, table: Uint16Array, beyond: Map<number, number>): void {
  const count = view.getUint32(subtable + 12);
  for (let i = 0; i < count; i += 1) {
    const group = subtable + 16 + 12 * i;
    const start = view.getUint32(group);
    const end = view.getUint32(group + 4);
    const glyph = view.getUint32(group + 8);
    for (let code = start; code <= end; code += 1) {
      if (code < BMP) table[code] = glyph + code - start;
      else beyond.set(code, glyph + code - start);
    }
  }
}

function expandSegments(view: DataView, subtable: number, table: Uint16Array): void {
  const double = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + double + 2;
  for (let i = 0; i < double; i += 2) {
    const end = view.getUint16(ends + i);
    const start = view.getUint16(starts + i);
    const delta = view.getUint16(starts + double + i);
    const rangeAt = starts + 2 * double + i;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const direct = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - start));
      table[code] = direct === 0 ? 0 : (direct + delta) & 0xffff;
    }
  }
}
