/** (a b c d e f): x' = a x + c y + e, y' = b x + d y + f. Source: ISO 32000-1 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

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
