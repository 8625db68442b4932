import { type BreakTable, HYPHENS } from './break-table.ts';
import { type Gaps, SHRINK_STEPS, STRETCH_STEP } from './glue.ts';

/**
 * Sums over boxes and gaps, so that any stretch of text is measured with two subtractions. Lengths in pt.
 * A gap at either end of a line is not part of it.
 */
export interface LineModel {
  /** Boxes before each inked cell. */
  readonly boxes: Float64Array;
  /** Gaps up to and with the one before each inked cell. */
  readonly gaps: Float64Array;
  readonly stretch: Float64Array;
  /** Stretch of the gaps between Han alone. */
  readonly hanStretch: Float64Array;
  /** Stretch of English word spaces alone. */
  readonly english: Float64Array;
  /** Type size summed over the gaps between Han, and over those inside Chinese sequences. */
  readonly han: Float64Array;
  readonly tight: Float64Array;
  /** Stretch inside addresses alone. */
  readonly addressStretch: Float64Array;
  readonly reserve: Float64Array;
  readonly shrink: Float64Array;
  /** Shrink of the full stops, which only an emergency takes. */
  readonly lastShrink: Float64Array;
  /** Width of the hyphen that a soft break adds before each inked cell, as far as it stands inside the line. */
  readonly hyphen: Float64Array;
  /** The share of such a hyphen that stands outside. */
  readonly hyphenOut: number;
  /** Width of a mark that hangs outside when a line ends before each inked cell. */
  readonly hang: Float64Array;
  /** Where a hyphen may be added, by `HYPHENS`. */
  readonly hyphens: Uint8Array;
  readonly breaks: BreakTable;
}

/** What lines take on or leave out at their ends, by the inked cell that they end before. pt */
export interface LineEnds {
  hyphen(ink: number): number;
  hang(ink: number): number;
  /** 0–1 */
  readonly hyphenOut: number;
}

/** Sums the measures of a paragraph. */
export function buildModel(gaps: Gaps, breaks: BreakTable, hyphens: Uint8Array, ends: LineEnds): LineModel {
  const n = gaps.box.length;
  const model: LineModel = {
    boxes: new Float64Array(n + 1),
    gaps: new Float64Array(n + 1),
    stretch: new Float64Array(n + 1),
    hanStretch: new Float64Array(n + 1),
    han: new Float64Array(n + 1),
    english: new Float64Array(n + 1),
    tight: new Float64Array(n + 1),
    addressStretch: new Float64Array(n + 1),
    reserve: new Float64Array(n + 1),
    shrink: new Float64Array(n + 1),
    lastShrink: new Float64Array(n + 1),
    hyphen: new Float64Array(n + 1),
    hang: new Float64Array(n + 1),
    hyphens,
    hyphenOut: ends.hyphenOut,
    breaks,
  };
  for (let k = 0; k < n; k += 1) {
    model.boxes[k + 1] = (model.boxes[k] ?? 0) + (gaps.box[k] ?? 0);
    const last = gaps.shrinkStep[k] === SHRINK_STEPS;
    const shrink = gaps.shrink[k] ?? 0;
    const before = k === 0 ? 0 : k - 1;
    model.gaps[k] = (model.gaps[before] ?? 0) + (gaps.gap[k] ?? 0);
    model.stretch[k] = (model.stretch[before] ?? 0) + (gaps.stretch[k] ?? 0);
    const own = gaps.stretch[k] ?? 0;
    const step = gaps.stretchStep[k];
    model.hanStretch[k] = (model.hanStretch[before] ?? 0) + (step === STRETCH_STEP.han ? own : 0);
    model.han[k] = (model.han[before] ?? 0) + (step === STRETCH_STEP.han && own > 0 ? (gaps.size[k] ?? 0) : 0);
    model.english[k] = (model.english[before] ?? 0) + (gaps.english[k] ?? 0);
    model.tight[k] = (model.tight[before] ?? 0) + (gaps.tight[k] ?? 0);
    model.addressStretch[k] = (model.addressStretch[before] ?? 0) + (step === STRETCH_STEP.address ? own : 0);
    model.reserve[k] = (model.reserve[before] ?? 0) + (gaps.reserve[k] ?? 0);
    model.shrink[k] = (model.shrink[before] ?? 0) + (last ? 0 : shrink);
    model.lastShrink[k] = (model.lastShrink[before] ?? 0) + (last ? shrink : 0);
    if (hyphens[k] !== HYPHENS.none) model.hyphen[k] = ends.hyphen(k) * (1 - ends.hyphenOut);
    model.hang[k + 1] = ends.hang(k + 1);
  }
  return model;
}

/** Natural width of the line from one inked cell to before another, without an added hyphen and without a mark that hangs. */
export function naturalWidth(model: LineModel, from: number, to: number): number {
  if (to <= from) return 0;
  return between(model.boxes, from, to) + between(model.gaps, from, to - 1) - (model.hang[to] as number);
}

/** Sum of a measure over the gaps inside a line. */
export function insideLine(sums: Float64Array, from: number, to: number): number {
  return to <= from ? 0 : between(sums, from, to - 1);
}

function between(sums: Float64Array, from: number, to: number): number {
  return (sums[to] as number) - (sums[from] as number);
}
