import type { Matrix } from '../../../core/index.ts';

/** The same transform in axes whose y runs the other way. */
export function flipped([a, b, c, d, e, f]: Matrix): Matrix {
  return [a, -b, -c, d, e, -f];
}

/** Turned clockwise, as seen with y upwards, about a point. */
export function rotationAt(degrees: number, x: number, y: number): Matrix {
  const angle = (-degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [cos, sin, -sin, cos, x, y];
}
