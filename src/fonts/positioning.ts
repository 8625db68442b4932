import { coverageIndex, glyphClass, type Lookup } from './layout-table.ts';

const SINGLE = 1;
const PAIR = 2;

/** How a positioning feature moves a glyph. Units of the em. */
export interface Placement {
  readonly xOffset: number;
  readonly advance: number;
}

const X_PLACEMENT = 1;
const Y_PLACEMENT = 2;
const X_ADVANCE = 4;

/** What the single adjustments among the lookups do to a glyph; undefined when none covers it. */
export function adjustSingle(view: DataView, lookups: readonly Lookup[], glyph: number): Placement | undefined {
  for (const lookup of lookups) {
    if (lookup.type !== SINGLE) continue;
    for (const subtable of lookup.subtables) {
      const index = coverageIndex(view, subtable + view.getUint16(subtable + 2), glyph);
      if (index < 0) continue;
      const format = view.getUint16(subtable + 4);
      const record = view.getUint16(subtable) === 1 ? subtable + 6 : subtable + 8 + index * valueSize(format);
      return readValue(view, record, format);
    }
  }
  return undefined;
}

/** Kerning between two glyphs by the pair adjustments among the lookups, 0 when there is none. */
export function kerning(view: DataView, lookups: readonly Lookup[], left: number, right: number): number {
  let sum = 0;
  for (const lookup of lookups) {
    if (lookup.type !== PAIR) continue;
    for (const subtable of lookup.subtables) {
      const index = coverageIndex(view, subtable + view.getUint16(subtable + 2), left);
      if (index < 0) continue;
      const format = view.getUint16(subtable + 4);
      const size = valueSize(format) + valueSize(view.getUint16(subtable + 6));
      const record =
        view.getUint16(subtable) === 1
          ? pairOfGlyphs(view, subtable + view.getUint16(subtable + 10 + 2 * index), right, size)
          : pairOfClasses(view, subtable, left, right, size);
      if (record === undefined) continue;
      sum += readValue(view, record, format).advance;
      break;
    }
  }
  return sum;
}

function pairOfGlyphs(view: DataView, set: number, right: number, size: number): number | undefined {
  let low = 0;
  let high = view.getUint16(set) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = set + 2 + middle * (2 + size);
    const second = view.getUint16(record);
    if (second === right) return record + 2;
    if (second < right) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function pairOfClasses(view: DataView, subtable: number, left: number, right: number, size: number): number {
  const first = glyphClass(view, subtable + view.getUint16(subtable + 8), left);
  const second = glyphClass(view, subtable + view.getUint16(subtable + 10), right);
  return subtable + 16 + (first * view.getUint16(subtable + 14) + second) * size;
}

function valueSize(format: number): number {
  let size = 0;
  for (let bits = format; bits > 0; bits >>= 1) size += (bits & 1) * 2;
  return size;
}

function readValue(view: DataView, record: number, format: number): Placement {
  let at = record;
  let xOffset = 0;
  let advance = 0;
  if (format & X_PLACEMENT) {
    xOffset = view.getInt16(at);
    at += 2;
  }
  if (format & Y_PLACEMENT) at += 2;
  if (format & X_ADVANCE) advance = view.getInt16(at);
  return { xOffset, advance };
}
