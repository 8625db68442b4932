import { coverageIndex, type Lookup } from './layout-table.ts';

const SINGLE = 1;
const LIGATURE = 4;

/** The glyph that the single substitutions among the lookups put in place of another; undefined when none applies. */
export function substituteSingle(view: DataView, lookups: readonly Lookup[], glyph: number): number | undefined {
  for (const lookup of lookups) {
    if (lookup.type !== SINGLE) continue;
    for (const subtable of lookup.subtables) {
      const index = coverageIndex(view, subtable + view.getUint16(subtable + 2), glyph);
      if (index < 0) continue;
      return view.getUint16(subtable) === 1
        ? (glyph + view.getInt16(subtable + 4)) & 0xffff
        : view.getUint16(subtable + 6 + 2 * index);
    }
  }
  return undefined;
}

/** Ligature that begins at a place of a glyph sequence: its glyph, and how many glyphs it takes. */
export interface Ligature {
  readonly glyph: number;
  readonly count: number;
}

/** Finds the ligature of the lookups that begins at `start`. The face lists longer ones first. */
export function findLigature(
  view: DataView,
  lookups: readonly Lookup[],
  glyphs: readonly number[],
  start: number,
): Ligature | undefined {
  for (const lookup of lookups) {
    if (lookup.type !== LIGATURE) continue;
    for (const subtable of lookup.subtables) {
      const index = coverageIndex(view, subtable + view.getUint16(subtable + 2), glyphs[start] ?? 0);
      if (index < 0) continue;
      const set = subtable + view.getUint16(subtable + 6 + 2 * index);
      const found = matchSet(view, set, glyphs, start);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function matchSet(view: DataView, set: number, glyphs: readonly number[], start: number): Ligature | undefined {
  for (let i = 0; i < view.getUint16(set); i += 1) {
    const ligature = set + view.getUint16(set + 2 + 2 * i);
    const count = view.getUint16(ligature + 2);
    let k = 1;
    while (k < count && view.getUint16(ligature + 4 + 2 * (k - 1)) === glyphs[start + k]) k += 1;
    if (k === count) return { glyph: view.getUint16(ligature), count };
  }
  return undefined;
}
