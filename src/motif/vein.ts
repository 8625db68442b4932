import type { Segment } from '../core/index.ts';
import type { Petal } from './petal.ts';

/** Veins of one half: parallel lines from the midrib to the edge. Lengths in pt. */
export interface VeinInput {
  /** Distance between two veins along the midrib. */
  readonly pitch: number;
  /** Angle to the axis. */
  readonly degrees: number;
}

/**
 * Veins on the half of a petal with y < 0. Their ends are computed on the edge, so that nothing needs clipping.
 * The first vein stands clear of the foot and the last of the tip.
 */
export function veins(shape: Petal, input: VeinInput): readonly Segment[] {
  const angle = (input.degrees * Math.PI) / 180;
  const ux = Math.cos(angle);
  const uy = -Math.sin(angle);
  const segments: Segment[] = [];
  const last = shape.length - input.pitch * 0.5;
  for (let i = 0; shape.foot + input.pitch * (1.2 + i) < last; i += 1) {
    const x = shape.foot + input.pitch * (1.2 + i);
    const length = toEdge(shape, x, ux, uy);
    if (length !== undefined) segments.push(['M', x, 0], ['L', x + length * ux, length * uy]);
  }
  return segments;
}

/** Distance from (x, 0) along (ux, uy) to the edge of the half with y < 0; undefined when the ray misses it. */
function toEdge(shape: Petal, x: number, ux: number, uy: number): number | undefined {
  const hits = [...onStraight(shape, x, ux, uy), ...onArc(shape, x, ux, uy)].filter((hit) => hit > 0);
  return hits.length === 0 ? undefined : Math.min(...hits);
}

function onStraight(shape: Petal, x: number, ux: number, uy: number): readonly number[] {
  const ex = shape.shoulder[0] - shape.foot;
  const ey = -shape.shoulder[1];
  const determinant = uy * ex - ux * ey;
  if (Math.abs(determinant) < 1e-9) return [];
  const distance = ((x - shape.foot) * ey) / determinant;
  const along = (distance * uy) / ey;
  return along >= 0 && along <= 1 ? [distance] : [];
}

function onArc(shape: Petal, x: number, ux: number, uy: number): readonly number[] {
  const qx = x - shape.centre[0];
  const qy = shape.centre[1];
  const b = qx * ux + qy * uy;
  const discriminant = b * b - (qx * qx + qy * qy - shape.radius * shape.radius);
  if (discriminant <= 0) return [];
  const root = Math.sqrt(discriminant);
  return [-b - root, -b + root].filter((hit) => isOnOuterArc(shape, x + hit * ux, hit * uy));
}

/** Whether a point of the circle lies on the arc between shoulder and tip: outside the chord that joins them. */
function isOnOuterArc(shape: Petal, px: number, py: number): boolean {
  const cx = shape.length - shape.shoulder[0];
  const cy = shape.shoulder[1];
  const side = cx * (py + shape.shoulder[1]) - cy * (px - shape.shoulder[0]);
  return py <= 1e-9 && side <= 1e-6 * shape.length;
}
