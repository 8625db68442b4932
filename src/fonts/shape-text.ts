import type { FontStyle, Lang } from '../core/index.ts';
import { appendCells } from './append-cells.ts';
import { type CharacterKind, KIND } from './character.ts';
import { setFormulas } from './formula.ts';
import type { GlyphCell } from './glyph-cells.ts';
import { blankAfter, blankBefore, blankBetween, isFullWidthMark, type MarkBox, markBox } from './mark-width.ts';
import type { Face, FontBook } from './types.ts';

export interface TextOptions {
  readonly font: FontStyle;
  /** pt */
  readonly size: number;
  readonly lang: Lang;
  /** pt after each character but the last. */
  readonly tracking?: number;
  readonly figures?: 'proportional' | 'tabular';
}

/** Glyphs of one face on one line. Lengths in pt; `x` from the start of the text. */
export interface GlyphRun {
  readonly face: Face;
  readonly size: number;
  readonly x: number;
  readonly rise: number;
  readonly glyphs: readonly number[];
  /** From each glyph's origin to the next one's. */
  readonly advances: readonly number[];
  /** From each origin to where its glyph is drawn. */
  readonly xOffsets?: readonly number[];
  readonly clusters: readonly string[];
}

export interface ShapedText {
  readonly runs: readonly GlyphRun[];
  /** pt */
  readonly width: number;
  /** Characters that no face has. */
  readonly missing: readonly string[];
}

/** Gap between Han and Latin in one-line texts, em. Source: CLREQ #mixed_text_composition. */
const FIXED_GAP = 0.25;

/**
 * Shapes a one-line text (a label of a chart, a cell of a drawing) at natural width: fallback per character, the fixed gap
 * between Han and Latin, marks in a row closed up, formulas with real subscripts.
 */
export function shapeText(text: string, options: TextOptions, fonts: FontBook): ShapedText {
  const cells: GlyphCell[] = [];
  const tracking = options.tracking ?? 0;
  const style = { font: options.font, lang: options.lang, figures: options.figures ?? 'proportional' } as const;
  const missing = appendCells(cells, setFormulas(text), { ...style, spaced: tracking !== 0 }, fonts);
  const origins = new Float64Array(cells.length + 1);
  const shifts = new Float64Array(cells.length + 1);
  const { size } = options;
  let x = cells.length === 0 ? 0 : blankBefore(kindAt(cells, 0)) * size;
  for (let i = 0; i < cells.length; i += 1) {
    if (i > 0) x += gapBefore(cells, i) * size + tracking;
    const { box, lead } = boxOf(cells[i]);
    origins[i] = x;
    shifts[i] = ((cells[i]?.xOffset ?? 0) - lead) * size;
    x += box * size;
  }
  if (cells.length > 0) x += blankAfter(kindAt(cells, cells.length - 1)) * size;
  return { runs: groupRuns(cells, { origins, shifts, end: x }, options.size), width: x, missing };
}

/** Width of a one-line text as `shapeText` sets it, pt. */
export function measureText(text: string, options: TextOptions, fonts: FontBook): number {
  return shapeText(text, options, fonts).width;
}

function kindAt(cells: readonly GlyphCell[], i: number): CharacterKind {
  return cells[i]?.kind ?? KIND.object;
}

function boxOf(cell: GlyphCell | undefined): MarkBox {
  if (cell === undefined) return { box: 0, lead: 0 };
  return isFullWidthMark(cell.kind) ? markBox(cell.kind, cell.advance) : { box: cell.advance, lead: 0 };
}

function gapBefore(cells: readonly GlyphCell[], i: number): number {
  const left = kindAt(cells, i - 1);
  const right = kindAt(cells, i);
  if (isFullWidthMark(left) || isFullWidthMark(right)) return blankBetween(left, right, 'tight');
  const mixed = (left === KIND.han && isLatin(right)) || (isLatin(left) && right === KIND.han);
  return (cells[i - 1]?.kern ?? 0) + (mixed && !digitBeforeHan(left, right) ? FIXED_GAP : 0);
}

/** A figure and the unit or counter after it stay closed up. */
function digitBeforeHan(left: CharacterKind, right: CharacterKind): boolean {
  return left === KIND.digit && right === KIND.han;
}

function isLatin(kind: CharacterKind): boolean {
  return kind === KIND.letter || kind === KIND.digit;
}

interface Places {
  readonly origins: Float64Array;
  readonly shifts: Float64Array;
  readonly end: number;
}

function groupRuns(cells: readonly GlyphCell[], places: Places, size: number): readonly GlyphRun[] {
  const { origins, shifts, end } = places;
  const runs: GlyphRun[] = [];
  const drawn = [...cells.keys()].filter((i) => (cells[i]?.glyph ?? -1) >= 0);
  for (let k = 0; k < drawn.length; ) {
    const first = drawn[k] ?? 0;
    let to = k + 1;
    while (to < drawn.length && sameRun(cells, first, drawn[to] ?? 0)) to += 1;
    const members = drawn.slice(k, to);
    const next = drawn[to];
    const stop = next === undefined ? end : (origins[next] ?? end);
    runs.push({
      face: cells[first]?.face as Face,
      size: (cells[first]?.scale ?? 1) * size,
      x: origins[first] ?? 0,
      rise: (cells[first]?.rise ?? 0) * size,
      glyphs: members.map((i) => cells[i]?.glyph ?? 0),
      advances: members.map(
        (i, n) => (members[n + 1] === undefined ? stop : (origins[members[n + 1] as number] ?? 0)) - (origins[i] ?? 0),
      ),
      ...(members.some((i) => shifts[i] !== 0) ? { xOffsets: members.map((i) => shifts[i] ?? 0) } : {}),
      clusters: members.map((i) => cells[i]?.text ?? ''),
    });
    k = to;
  }
  return runs;
}

function sameRun(cells: readonly GlyphCell[], a: number, b: number): boolean {
  return cells[a]?.face === cells[b]?.face && cells[a]?.scale === cells[b]?.scale && cells[a]?.rise === cells[b]?.rise;
}
