import type { Lang } from '../core/index.ts';
import { type GlyphCell, KIND } from '../fonts/index.ts';
import type { Itemized } from './itemize.ts';

/** What stands between two inked cells. */
export const BETWEEN = { space: 1, noBreak: 2, zeroWidthSpace: 4, softHyphen: 8 } as const;

/**
 * The inked cells of a paragraph, in order: what lines are made of. Spaces and controls are not cells of their own here but
 * belong to the boundary before the next inked cell, so that they vanish when a line breaks there.
 */
export interface LineText {
  readonly count: number;
  /** Ink → cell. */
  readonly cell: Int32Array;
  readonly kind: Uint8Array;
  readonly code: Uint32Array;
  /** `BETWEEN` flags of the boundary before each inked cell. */
  readonly between: Uint8Array;
  /** The text with its spaces, for rules about sequences. An object is U+FFFC. */
  readonly flat: string;
  /** Ink → offset in `flat`. */
  readonly offset: Int32Array;
  /** Offset in `flat` → ink, -1 where no inked cell begins. */
  readonly inkAt: Int32Array;
  /** Paragraph parts between forced new lines, as [first, end) in ink. */
  readonly parts: readonly (readonly [number, number])[];
  langOf(ink: number): Lang;
}

const OBJECT = '\ufffc';
const NO_BREAK = new Set([0xa0, 0x2007, 0x202f, 0x2060, 0xfeff]);

/** Finds the inked cells and what stands between them. */
export function lineText(itemized: Itemized): LineText {
  const { cells, runs, runOf } = itemized;
  const length = cells.length;
  const cell = new Int32Array(length);
  const between = new Uint8Array(length + 1);
  const offset = new Int32Array(length);
  const kinds = new Uint8Array(length);
  const codes = new Uint32Array(length);
  let flat = '';
  let count = 0;
  let flags = 0;
  for (let i = 0; i < length; i += 1) {
    const { kind, code, text } = cells[i] as GlyphCell;
    if (kind === KIND.space || kind === KIND.control) flags |= flagOf(code);
    else {
      cell[count] = i;
      between[count] = flags;
      offset[count] = flat.length;
      kinds[count] = kind;
      codes[count] = code;
      count += 1;
      flags = 0;
    }
    flat += kind === KIND.object ? OBJECT : text;
  }
  const inkAt = new Int32Array(flat.length + 1).fill(-1);
  for (let k = count - 1; k >= 0; k -= 1) inkAt[offset[k] ?? 0] = k;
  const inks = cell.subarray(0, count);
  return {
    count,
    cell: inks,
    kind: kinds.subarray(0, count),
    code: codes.subarray(0, count),
    between: between.subarray(0, count),
    flat,
    offset: offset.subarray(0, count),
    inkAt,
    parts: partsOf(itemized.newlines, inks),
    langOf: (ink) => runs[runOf[cell[ink] ?? 0] ?? 0]?.lang ?? 'zh',
  };
}

function flagOf(code: number): number {
  if (code === 0x200b) return BETWEEN.zeroWidthSpace;
  if (code === 0xad) return BETWEEN.softHyphen;
  if (code === 0x2060 || code === 0xfeff) return BETWEEN.noBreak;
  if (NO_BREAK.has(code)) return BETWEEN.space | BETWEEN.noBreak;
  return code === 0x20 || (code >= 0x2000 && code <= 0x205f) || code === 0x3000 ? BETWEEN.space : 0;
}

function partsOf(newlines: readonly number[], cell: Int32Array): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let first = 0;
  for (const newline of newlines) {
    let end = first;
    while (end < cell.length && (cell[end] ?? 0) < newline) end += 1;
    parts.push([first, end]);
    first = end;
  }
  parts.push([first, cell.length]);
  return parts;
}

/** Whether an inked cell is Latin or Greek text: a letter or a figure, not Han. */
export function isLatinKind(kind: number | undefined): boolean {
  return kind === KIND.letter || kind === KIND.digit;
}
