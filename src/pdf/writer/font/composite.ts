/** One component of a composite glyph: which glyph, and how far it is moved, in units of the em. */
export interface Component {
  readonly glyph: number;
  readonly dx: number;
}

const WORDS = 0x0001;
const XY_VALUES = 0x0002;
const SCALE = 0x0008;
const MORE = 0x0020;
const XY_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;

/** Whether a glyph description is made of other glyphs. Source: ISO/IEC 14496-22 5.3.4.1.2. */
export function isComposite(outline: Buffer): boolean {
  return outline.length > 10 && outline.readInt16BE(0) < 0;
}

/** A copy of a composite glyph whose components have other numbers. */
export function renumberComponents(outline: Buffer, numberOf: (glyph: number) => number): Buffer {
  const copy = Buffer.from(outline);
  for (const at of componentOffsets(outline)) copy.writeUInt16BE(numberOf(outline.readUInt16BE(at + 2)), at + 2);
  return copy;
}

/**
 * A composite glyph that shows its components moved sideways. `boxes` holds the outline of each component, for the bounds.
 * Empty when none of them has an outline.
 */
export function moveComponents(components: readonly Component[], outlines: readonly Buffer[]): Buffer {
  const drawn = components
    .map((component, i) => ({ component, outline: outlines[i] ?? Buffer.alloc(0) }))
    .filter(({ outline }) => outline.length > 10);
  if (drawn.length === 0) return Buffer.alloc(0);
  const out = Buffer.alloc(10 + drawn.length * 8);
  out.writeInt16BE(-1, 0);
  out.writeInt16BE(Math.min(...drawn.map(({ component, outline }) => outline.readInt16BE(2) + component.dx)), 2);
  out.writeInt16BE(Math.min(...drawn.map(({ outline }) => outline.readInt16BE(4))), 4);
  out.writeInt16BE(Math.max(...drawn.map(({ component, outline }) => outline.readInt16BE(6) + component.dx)), 6);
  out.writeInt16BE(Math.max(...drawn.map(({ outline }) => outline.readInt16BE(8))), 8);
  drawn.forEach(({ component }, i) => {
    const at = 10 + i * 8;
    out.writeUInt16BE(WORDS | XY_VALUES | (i < drawn.length - 1 ? MORE : 0), at);
    out.writeUInt16BE(component.glyph, at + 2);
    out.writeInt16BE(component.dx, at + 4);
    out.writeInt16BE(0, at + 6);
  });
  return out;
}

/** Where each component record begins. */
function componentOffsets(outline: Buffer): readonly number[] {
  if (!isComposite(outline)) return [];
  const offsets: number[] = [];
  let at = 10;
  for (;;) {
    const flags = outline.readUInt16BE(at);
    offsets.push(at);
    at += (flags & WORDS) !== 0 ? 8 : 6;
    if ((flags & SCALE) !== 0) at += 2;
    else if ((flags & XY_SCALE) !== 0) at += 4;
    else if ((flags & TWO_BY_TWO) !== 0) at += 8;
    if ((flags & MORE) === 0) return offsets;
  }
}
