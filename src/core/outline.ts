import type { Segment } from './drawing.ts';

/** Handle length of a cubic that stays on a quarter of a circle, as a share of the radius. */
export const QUARTER_ARM = 0.5522847498;

/** A straight line as a path. Lengths in pt. */
export function straight(x1: number, y1: number, x2: number, y2: number): readonly Segment[] {
  return [
    ['M', x1, y1],
    ['L', x2, y2],
  ];
}

/** A rectangle as a path. */
export function rectangle(x: number, y: number, width: number, height: number): readonly Segment[] {
  return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']];
}

/** A circle as four cubic curves. */
export function circle(x: number, y: number, radius: number): readonly Segment[] {
  return ellipse(x, y, radius, radius);
}

/** An ellipse as four cubic curves. */
export function ellipse(x: number, y: number, rx: number, ry: number): readonly Segment[] {
  const [kx, ky] = [rx * QUARTER_ARM, ry * QUARTER_ARM];
  return [
    ['M', x + rx, y],
    ['C', x + rx, y + ky, x + kx, y + ry, x, y + ry],
    ['C', x - kx, y + ry, x - rx, y + ky, x - rx, y],
    ['C', x - rx, y - ky, x - kx, y - ry, x, y - ry],
    ['C', x + kx, y - ry, x + rx, y - ky, x + rx, y],
    ['Z'],
  ];
}
