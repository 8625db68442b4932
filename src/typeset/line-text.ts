import type { Lang } from '../core/index.ts';
import { isHan, KIND } from '../fonts/index.ts';
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
  const length = cells.glyph.length;
  const cell: number[] = [];
  const between: number[] = [];
  const offset: number[] = [];
  const pieces: string[] = [];
  let at = 0;
  let flags = 0;
  for (let i = 0; i < length; i += 1) {
    const kind = cells.kind[i];
    const code = cells.code[i] ?? 0;
    const text = kind === KIND.object ? OBJECT : (cells.text[i] ?? '');
    if (kind === KIND.space || kind === KIND.control) flags |= flagOf(code);
    else {
      cell.push(i);
      between.push(flags);
      offset.push(at);
      flags = 0;
    }
    pieces.push(text);
    at += text.length;
  }
  const inkAt = new Int32Array(at + 1).fill(-1);
  for (let k = cell.length - 1; k >= 0; k -= 1) inkAt[offset[k] ?? 0] = k;
  return {
    count: cell.length,
    cell: Int32Array.from(cell),
    kind: Uint8Array.from(cell, (i) => cells.kind[i] ?? KIND.object),
    code: Uint32Array.from(cell, (i) => cells.code[i] ?? 0),
    between: Uint8Array.from(between),
    flat: pieces.join(''),
    offset: Int32Array.from(offset),
    inkAt,
    parts: partsOf(itemized.newlines, cell),
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

function partsOf(newlines: readonly number[], cell: readonly number[]): readonly (readonly [number, number])[] {
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

export { isHan };
