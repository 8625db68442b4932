import type { Stroke } from '../core/index.ts';
import type { ChartLook } from './chart-look.ts';
import type { ModelPoint } from './chart-model.ts';
import { hatch } from './hatch.ts';
import type { AccentPaints } from './palette.ts';
import type { Box, Pen } from './pen.ts';

/** How a bar shows what its value is worth. */
export type BarState = 'current' | 'earlier' | 'not-like-for-like' | 'disputed' | 'sample' | 'nothing';

/** Doubt outweighs time: a disputed current value is hatched, not deep. */
export function barState(point: ModelPoint, current: string): BarState {
  if (point.value === null) return 'nothing';
  if (point.status === 'disputed') return 'disputed';
  if (point.status === 'sample') return 'sample';
  if (!point.comparable) return 'not-like-for-like';
  return point.period.id === current ? 'current' : 'earlier';
}

/** Fill of a bar in a series of years; the outlined ones are white. */
export function barFill(state: BarState, accent: AccentPaints): string {
  if (state === 'current') return accent.deep;
  return state === 'earlier' ? accent.mid : 'white';
}

/**
 * Draws what a bar carries beyond its fill: hatched dashed outline for disputed, dashed outline for a sample and for what
 * is not like for like, a dashed base where nothing is disclosed.
 */
export function drawBarMarks(pen: Pen, box: Box, state: BarState, accent: AccentPaints, look: ChartLook): void {
  const { tokens } = look;
  const inset = 0.4;
  const inner = {
    x: box.x + inset,
    y: box.y + inset,
    width: Math.max(0, box.width - 2 * inset),
    height: Math.max(0, box.height - inset),
  };
  if (state === 'nothing') {
    pen.line(box.x, box.y + box.height, box.x + box.width, box.y + box.height, tokens.notDisclosed);
  }
  if (state === 'not-like-for-like') pen.rect(inner, { stroke: ownPaint(tokens.notLikeForLike, accent) });
  if (state === 'sample') pen.rect(inner, { stroke: tokens.sample });
  if (state === 'disputed') {
    const { pitch, hatch: width, outline } = tokens.disputed;
    hatch(pen, inner, { paint: outline.paint, width }, pitch);
    pen.rect(inner, { stroke: outline });
  }
}

/** `accent.deep` of a token is the deep colour of the chart's own accent. */
function ownPaint(stroke: Stroke, accent: AccentPaints): Stroke {
  const tone = /^accent\.(deep|mid|tint)$/.exec(stroke.paint)?.[1] as keyof AccentPaints | undefined;
  return tone === undefined ? stroke : { ...stroke, paint: accent[tone] };
}
