import type { Paint, Stroke } from '../core/index.ts';
import type { SeriesStyle } from './palette.ts';
import type { Box, Pen } from './pen.ts';

/** Distances of pattern lines and dots, and their strengths, pt. Source: the look's categorical palette. */
const LINE_PITCH = 4;
const LEVEL_PITCH = 3;
const DOT_PITCH = 4;
const DOT_RADIUS = 0.6;

type Line = readonly [number, number, number, number];

/**
 * Parallel lines at 45° over a rectangle, each cut at its edges by calculation, so that no clip is needed; one path.
 * @param pitch  pt from line to line along the base
 * @param rising  from lower left to upper right
 */
export function hatch(pen: Pen, box: Box, stroke: Stroke, pitch: number, rising = true): void {
  const { x, y, width, height } = box;
  const lines: Line[] = [];
  for (let k = -height + pitch; k < width; k += pitch) {
    const from = Math.max(0, k);
    const to = Math.min(width, k + height);
    if (to - from < 0.2) continue;
    const [start, end] = rising ? [y + height - (from - k), y + height - (to - k)] : [y + from - k, y + to - k];
    lines.push([x + from, start, x + to, end]);
  }
  drawLines(pen, lines, stroke);
}

/** The pattern that tells a series apart where colour is not seen, over a rectangle already filled. */
export function patternOver(pen: Pen, box: Box, style: SeriesStyle): void {
  const stroke: Stroke = { paint: linesOn(style), width: 0.5 };
  if (style.pattern === 'rising' || style.pattern === 'falling') {
    hatch(pen, box, stroke, LINE_PITCH * Math.SQRT2, style.pattern === 'rising');
  }
  if (style.pattern === 'level') {
    const lines: Line[] = [];
    for (let dy = LEVEL_PITCH; dy < box.height; dy += LEVEL_PITCH) {
      lines.push([box.x, box.y + dy, box.x + box.width, box.y + dy]);
    }
    drawLines(pen, lines, { paint: linesOn(style), width: 0.4 });
  }
  if (style.pattern === 'dots') drawDots(pen, box, style);
}

function drawLines(pen: Pen, lines: readonly Line[], stroke: Stroke): void {
  if (lines.length === 0) return;
  pen.shape(
    (canvas) => {
      for (const [x1, y1, x2, y2] of lines) {
        canvas.moveTo(x1, y1);
        canvas.lineTo(x2, y2);
      }
    },
    { stroke },
  );
}

function drawDots(pen: Pen, box: Box, style: SeriesStyle): void {
  const first = DOT_PITCH / 2;
  if (box.width < 2 * DOT_RADIUS + first || box.height < 2 * DOT_RADIUS + first) return;
  pen.shape(
    (canvas) => {
      for (let dy = first; dy < box.height - DOT_RADIUS; dy += DOT_PITCH) {
        for (let dx = first; dx < box.width - DOT_RADIUS; dx += DOT_PITCH) {
          canvas.moveTo(box.x + dx + DOT_RADIUS, box.y + dy);
          canvas.arc(box.x + dx, box.y + dy, DOT_RADIUS, 0, 2 * Math.PI);
          canvas.closePath();
        }
      }
    },
    { fill: linesOn(style) },
  );
}

/** Pale fills take dark lines, dark ones white. */
function linesOn(style: SeriesStyle): Paint {
  return style.outlined ? 'ink' : 'white';
}
