import { InternalError } from '../core/index.ts';

/** Tables of one OpenType file. Offsets count from the start of the file. */
export interface Sfnt {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Offset of a table, undefined when the file has none. */
  offsetOf(tag: string): number | undefined;
}

/** What `head`, `hhea`, `maxp`, `OS/2`, `post` and `name` say of a face. Lengths in units of the em. */
export interface FaceMetrics {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly bbox: readonly [number, number, number, number];
  /** Of the line box as CSS takes it: `hhea`, or the typographic values when OS/2 asks for them. `descent` is below zero. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly weight: number;
  readonly glyphCount: number;
}

const TRUE_TYPE = 0x00010000;
const USE_TYPO_METRICS = 1 << 7;

/**
 * Reads the table directory of a TrueType-flavored file.
 * Source: ISO/IEC 14496-22 (Open Font Format), 4.3.
 */
export function readSfnt(bytes: Uint8Array): Sfnt {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 12 || view.getUint32(0) !== TRUE_TYPE) {
    throw new InternalError('a font of the manifest has no TrueType outlines');
  }
  const tables = new Map<string, number>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i += 1) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(
      view.getUint8(at),
      view.getUint8(at + 1),
      view.getUint8(at + 2),
      view.getUint8(at + 3),
    );
    tables.set(tag, view.getUint32(at + 8));
  }
  return { bytes, view, offsetOf: (tag) => tables.get(tag) };
}

/** Offset of a table without which a face cannot be set. */
export function requireTable(sfnt: Sfnt, tag: string): number {
  const offset = sfnt.offsetOf(tag);
  if (offset === undefined) throw new InternalError(`a font of the manifest has no table ${tag}`);
  return offset;
}

/** Reads the measures and the name of a face. */
export function readMetrics(sfnt: Sfnt): FaceMetrics {
  const { view } = sfnt;
  const head = requireTable(sfnt, 'head');
  const hhea = requireTable(sfnt, 'hhea');
  const os2 = requireTable(sfnt, 'OS/2');
  const typographic = (view.getUint16(os2 + 62) & USE_TYPO_METRICS) !== 0;
  const hasHeights = view.getUint16(os2) >= 2;
  return {
    postscriptName: readPostscriptName(sfnt),
    unitsPerEm: view.getUint16(head + 18),
    bbox: [view.getInt16(head + 36), view.getInt16(head + 38), view.getInt16(head + 40), view.getInt16(head + 42)],
    ascent: typographic ? view.getInt16(os2 + 68) : view.getInt16(hhea + 4),
    descent: typographic ? view.getInt16(os2 + 70) : view.getInt16(hhea + 6),
    capHeight: hasHeights ? view.getInt16(os2 + 88) : 0,
    xHeight: hasHeights ? view.getInt16(os2 + 86) : 0,
    italicAngle: view.getInt32(requireTable(sfnt, 'post') + 4) / 65536,
    weight: view.getUint16(os2 + 4),
    glyphCount: view.getUint16(requireTable(sfnt, 'maxp') + 4),
  };
}

/** Advance of every glyph, units of the em. */
export function readAdvances(sfnt: Sfnt, glyphCount: number): Uint16Array {
  const { view } = sfnt;
  const hmtx = requireTable(sfnt, 'hmtx');
  const long = view.getUint16(requireTable(sfnt, 'hhea') + 34);
  const advances = new Uint16Array(glyphCount);
  for (let glyph = 0; glyph < long && glyph < glyphCount; glyph += 1) {
    advances[glyph] = view.getUint16(hmtx + 4 * glyph);
  }
  advances.fill(advances[long - 1] ?? 0, long);
  return advances;
}

const POSTSCRIPT_NAME = 6;

function readPostscriptName(sfnt: Sfnt): string {
  const { view } = sfnt;
  const name = requireTable(sfnt, 'name');
  const count = view.getUint16(name + 2);
  const strings = name + view.getUint16(name + 4);
  for (let i = 0; i < count; i += 1) {
    const record = name + 6 + 12 * i;
    if (view.getUint16(record + 6) !== POSTSCRIPT_NAME) continue;
    const wide = view.getUint16(record) !== 1;
    const length = view.getUint16(record + 8);
    const start = strings + view.getUint16(record + 10);
    let text = '';
    for (let at = wide ? 1 : 0; at < length; at += wide ? 2 : 1) text += String.fromCharCode(view.getUint8(start + at));
    return text;
  }
  throw new InternalError('a font of the manifest has no PostScript name');
}
