import type { Stroke } from '../core/index.ts';
import type { SeriesStyle } from './palette.ts';
import type { Box, Pen } from './pen.ts';

/**
 * Parallel lines at 45° over a rectangle, each cut at its edges by calculation, so that no clip is needed.
 * `rising` goes from lower left to upper right.
 */
export function hatch(pen: Pen, box: Box, stroke: Stroke, pitch: number, rising = true): void {
  const { x, y, width, height } = box;
  const bottom = y + height;
  for (let k = -height + pitch; k < width; k += pitch) {
    const from = Math.max(0, k);
    const to = Math.min(width, k + height);
    if (to - from < 0.2) continue;
    if (rising) pen.line(x + from, bottom - (from - k), x + to, bottom - (to - k), stroke);
    else pen.line(x + from, y + (from - k), x + to, y + (to - k), stroke);
  }
}

/** The pattern that tells a series apart where colour is not seen, over a rectangle already filled. */
export function patternOver(pen: Pen, box: Box, style: SeriesStyle): void {
  const stroke: Stroke = { paint: style.on, width: 0.5 };
  if (style.pattern === 'rising') hatch(pen, box, stroke, 4, true);
  if (style.pattern === 'falling') hatch(pen, box, stroke, 4, false);
  if (style.pattern === 'level') {
    for (let dy = 3; dy < box.height; dy += 3) {
      pen.line(box.x, box.y + dy, box.x + box.width, box.y + dy, { paint: style.on, width: 0.4 });
    }
  }
  if (style.pattern === 'dots') {
    for (let dy = 2; dy < box.height - 0.6; dy += 4) {
      for (let dx = 2; dx < box.width - 0.6; dx += 4) {
        pen.circle(box.x + dx, box.y + dy, 0.6, { fill: style.on });
      }
    }
  }
}
