import { readCff } from './cff.ts';
import type { FontProgram } from './program.ts';

/** Reads a TrueType or OpenType program. Throws RangeError for one that leads out of its data. Source: ISO/IEC 14496-22. */
export function readSfnt(bytes: Buffer): FontProgram {
  const tables = new Map<string, { readonly offset: number; readonly length: number }>();
  const count = bytes.readUInt16BE(4);
  for (let i = 0; i < count; i += 1) {
    const at = 12 + i * 16;
    const offset = bytes.readUInt32BE(at + 8);
    const length = bytes.readUInt32BE(at + 12);
    if (offset + length > bytes.length) throw new RangeError('a table leads out of the font');
    tables.set(bytes.toString('latin1', at, at + 4), { offset, length });
  }
  const table = (tag: string): number => {
    const found = tables.get(tag);
    if (found === undefined) throw new RangeError(`the font has no table ${tag}`);
    return found.offset;
  };
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18) || 1000;
  const glyphs = bytes.readUInt16BE(table('maxp') + 4);
  const long = Math.max(1, bytes.readUInt16BE(table('hhea') + 34));
  const metrics = table('hmtx');
  const outlines = tables.get('CFF ');
  const cff =
    outlines === undefined ? undefined : readCff(bytes.subarray(outlines.offset, outlines.offset + outlines.length));
  return {
    glyphs,
    widthOf: (glyph) => (bytes.readUInt16BE(metrics + Math.min(glyph, long - 1) * 4) * 1000) / unitsPerEm,
    glyphOfCid: cff?.glyphOfCid,
    tables: new Set(tables.keys()),
  };
}
