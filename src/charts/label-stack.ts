import type { Paint, Stroke } from '../core/index.ts';
import type { LabelMeasure } from './label-measure.ts';
import type { Pen, Run } from './pen.ts';

/** One line of a label: runs side by side, with a frame if it is a tag. */
export interface LabelLine {
  readonly runs: readonly Run[];
  /** Distance from this line's top to the next one's, pt. */
  readonly leading: number;
  /** Framed as a status tag. */
  readonly frame?: Stroke;
  readonly ground?: Paint;
}

/** Lines over one another. */
export type LabelStack = readonly LabelLine[];

/** Padding of a framed line, across and up, pt. */
const FRAME_PAD = { x: 3, y: 1.6 };
/** Share of the leading that stands above the baseline. */
const BASELINE = 0.78;

/** Width of a line with its frame, pt. */
export function lineWidth(line: LabelLine, measure: LabelMeasure): number {
  const text = line.runs.reduce((sum, run) => sum + measure.width(run.text, run.font, run.size, run.lang), 0);
  return text + (line.frame === undefined ? 0 : 2 * FRAME_PAD.x);
}

/** Width and height that a stack takes, pt. */
export function stackSize(
  stack: LabelStack,
  measure: LabelMeasure,
): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(0, ...stack.map((line) => lineWidth(line, measure))),
    height: stack.reduce((sum, line) => sum + line.leading, 0),
  };
}

/**
 * Draws a stack with its top at `y`. `x` is the left edge, centre or right edge, by `align`.
 */
export function drawStack(
  pen: Pen,
  stack: LabelStack,
  place: { readonly x: number; readonly y: number; readonly align: 'start' | 'middle' | 'end' },
  measure: LabelMeasure,
): void {
  let top = place.y;
  for (const line of stack) {
    const width = lineWidth(line, measure);
    const left = place.x - (place.align === 'start' ? 0 : place.align === 'middle' ? width / 2 : width);
    const size = Math.max(...line.runs.map((run) => run.size));
    const baseline = top + line.leading * BASELINE;
    if (line.frame !== undefined) {
      const height = size + 2 * FRAME_PAD.y;
      pen.rect(
        { x: left, y: baseline - size * 0.85 - FRAME_PAD.y, width, height },
        { ...(line.ground === undefined ? {} : { fill: line.ground }), stroke: line.frame },
      );
    }
    let x = left + (line.frame === undefined ? 0 : FRAME_PAD.x);
    for (const run of line.runs) {
      pen.text(run, x, baseline);
      x += measure.width(run.text, run.font, run.size, run.lang);
    }
    top += line.leading;
  }
}
