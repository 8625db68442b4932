import type { Segment } from '../core/index.ts';

/** A turn about the origin, then a shift. Degrees clockwise as seen on the page (y down); pt. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
}

/** Moves a path: turned first, then shifted. Coordinates are rounded to a thousandth of a point, so that output is stable. */
export function place(segments: readonly Segment[], at: Placement): readonly Segment[] {
  const angle = (at.degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const move = (x: number, y: number): readonly [number, number] => [
    round(at.x + x * cos - y * sin),
    round(at.y + x * sin + y * cos),
  ];
  return segments.map((segment): Segment => {
    switch (segment[0]) {
      case 'M':
      case 'L':
        return [segment[0], ...move(segment[1], segment[2])];
      case 'C':
        return ['C', ...move(segment[1], segment[2]), ...move(segment[3], segment[4]), ...move(segment[5], segment[6])];
      case 'Z':
        return ['Z'];
    }
  });
}

function round(value: number): number {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? 0 : rounded;
}
