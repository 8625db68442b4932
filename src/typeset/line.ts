import { KIND } from '../fonts/index.ts';
import type { FontBook } from '../fonts/types.ts';
import type { Gaps } from './glue.ts';
import type { Itemized, LineObject } from './itemize.ts';
import type { LineText } from './line-text.ts';
import { runWriter } from './run-writer.ts';
import type { Line } from './types.ts';

/** One line to be drawn: which inked cells, where it starts, and what its gaps are. Lengths in pt. */
export interface LinePlan {
  readonly from: number;
  readonly to: number;
  /** What the line gives as its `next`. */
  readonly next: number;
  readonly x: number;
  /** Added to each gap by justification. */
  readonly adjust: Float64Array;
  /** Room that fills share. */
  readonly fill: number;
  readonly hyphen: boolean;
  /** Width of a mark that stands outside. */
  readonly hang: number;
  readonly natural: number;
  readonly ratio: number;
  readonly end: Line['end'];
}

export interface LineSource {
  readonly text: LineText;
  readonly itemized: Itemized;
  readonly gaps: Gaps;
  readonly fonts: FontBook;
}

/**
 * Draws a line: glyphs at their places, runs of one face, size and meaning together. A space at the line's end stays in the
 * text, without width, so that words of two lines do not run together when they are copied.
 */
export function drawLine(source: LineSource, plan: LinePlan): Line {
  const { text, itemized, gaps } = source;
  const writer = runWriter(itemized);
  const notes: string[] = [];
  let x = plan.x;
  let fills = 0;
  for (let k = plan.from; k < plan.to; k += 1) fills += objectAt(itemized, text, k)?.kind === 'fill' ? 1 : 0;
  for (let k = plan.from; k < plan.to; k += 1) {
    const cell = text.cell[k] ?? 0;
    if (k > plan.from) {
      const gap = (gaps.gap[k] ?? 0) + (plan.adjust[k] ?? 0);
      if (hasDrawnSpace(source, k)) writer.space(cell, text.cell[k - 1] ?? 0, x);
      x += gap;
    }
    const run = itemized.runs[itemized.runOf[cell] ?? 0];
    if (run === undefined) continue;
    if (run.note !== undefined && notes.at(-1) !== run.note) notes.push(run.note);
    const width = gaps.box[k] ?? 0;
    if (run.object !== undefined) {
      const extra = run.object.kind === 'fill' ? plan.fill / fills : 0;
      writer.object(run, run.object, x, width + extra);
      x += width + extra;
    } else {
      writer.glyph(cell, x, -(gaps.lead[k] ?? 0));
      x += width;
    }
  }
  if (plan.hyphen) {
    const cell = text.cell[plan.to - 1] ?? 0;
    x += writer.hyphen(cell, x, source.fonts);
  }
  const trailing = plan.to < text.count && plan.end === 'soft' && hasDrawnSpace(source, plan.to);
  if (trailing) writer.space(text.cell[plan.to] ?? 0, text.cell[plan.to - 1] ?? 0, x);
  const items = writer.finish(x);
  return {
    items,
    natural: plan.natural,
    width: x - plan.hang,
    ratio: plan.ratio,
    end: plan.end,
    notes,
    text: items.map((item) => (item.kind === 'glyphs' ? item.clusters.join('') : '')).join(''),
    next: plan.next,
  };
}

function objectAt(itemized: Itemized, text: LineText, k: number): LineObject | undefined {
  return itemized.runs[itemized.runOf[text.cell[k] ?? 0] ?? 0]?.object;
}

/** Whether a space cell stands before an inked cell and is drawn there: not beside Han or a full-width mark. */
function hasDrawnSpace(source: LineSource, k: number): boolean {
  const { cells } = source.itemized;
  const from = (source.text.cell[k - 1] ?? 0) + 1;
  const to = source.text.cell[k] ?? 0;
  for (let cell = from; cell < to; cell += 1)
    if (cells[cell]?.kind === KIND.space) return source.gaps.stretchStep[k] === 1;
  return false;
}
