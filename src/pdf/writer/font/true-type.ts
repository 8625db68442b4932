import { InternalError } from '../../../core/index.ts';

/** The tables of a TrueType font that an embedded subset is made from. */
export interface TrueTypeFont {
  readonly glyphCount: number;
  readonly unitsPerEm: number;
  /** Bytes of one glyph description, empty when the glyph has no outline. */
  outline(glyph: number): Buffer;
  advance(glyph: number): number;
  leftSideBearing(glyph: number): number;
  table(tag: string): Buffer | undefined;
}

const TRUE_TYPE = [0x00010000, 0x74727565];

/** Whether a font file holds TrueType outlines, the only kind that is embedded. */
export function isTrueType(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return data.length > 12 && TRUE_TYPE.includes(data.readUInt32BE(0)) && readDirectory(data).has('glyf');
}

/** Opens a font file by its tables, without decoding any glyph. Source: ISO/IEC 14496-22 4.3, 5.2, 5.3. */
export function openTrueType(bytes: Uint8Array): TrueTypeFont {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readDirectory(data);
  const required = (tag: string): Buffer => {
    const found = directory.get(tag);
    if (found === undefined) throw new InternalError(`font file without table ${tag}`);
    return found;
  };
  const head = required('head');
  const glyf = required('glyf');
  const loca = required('loca');
  const hmtx = required('hmtx');
  const glyphCount = required('maxp').readUInt16BE(4);
  const metrics = required('hhea').readUInt16BE(34);
  const longOffsets = head.readInt16BE(50) === 1;
  const offset = (glyph: number): number =>
    longOffsets ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  return {
    glyphCount,
    unitsPerEm: head.readUInt16BE(18),
    outline: (glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)),
    // Asked for at every glyph of every page.
    advance: (glyph) => {
      const at = (glyph < metrics ? glyph : metrics - 1) * 4;
      return ((hmtx[at] ?? 0) << 8) | (hmtx[at + 1] ?? 0);
    },
    leftSideBearing: (glyph) =>
      glyph < metrics ? hmtx.readInt16BE(glyph * 4 + 2) : hmtx.readInt16BE(metrics * 4 + (glyph - metrics) * 2),
    table: (tag) => directory.get(tag),
  };
}

function readDirectory(data: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>();
  const count = data.readUInt16BE(4);
  for (let i = 0; i < count; i += 1) {
    const at = 12 + i * 16;
    const start = data.readUInt32BE(at + 8);
    tables.set(data.toString('latin1', at, at + 4), data.subarray(start, start + data.readUInt32BE(at + 12)));
  }
  return tables;
}
