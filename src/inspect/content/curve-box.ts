/** A box that grows with its path: left, bottom, right, top; pt. */
export type PathBox = [number, number, number, number];

/**
 * Takes a cubic curve into the box of its path: as far as the curve itself goes, which is less far than its handles do.
 * @param curve  x and y by turns of the start, two handles and the end, pt; the start is in the box
 */
export function takeInCurve(box: PathBox, curve: readonly number[]): void {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = curve;
  takeInPoint(box, x3, y3);
  takeInAxis(box, 0, [x0, x1, x2, x3]);
  takeInAxis(box, 1, [y0, y1, y2, y3]);
}

export function takeInPoint(box: PathBox, x: number, y: number): void {
  if (x < box[0]) box[0] = x;
  if (y < box[1]) box[1] = y;
  if (x > box[2]) box[2] = x;
  if (y > box[3]) box[3] = y;
}

type Along = readonly [number, number, number, number];

function takeInAxis(box: PathBox, axis: 0 | 1, along: Along): void {
  const [, from, to] = along;
  // The curve lies in the hull of its four points: with both handles in the box it cannot leave it.
  if (Math.min(from, to) >= box[axis] && Math.max(from, to) <= box[axis === 0 ? 2 : 3]) return;
  for (const t of turnings(along)) {
    if (!(t > 0 && t < 1)) continue;
    const at = pointAt(along, t);
    if (axis === 0) takeInPoint(box, at, box[1]);
    else takeInPoint(box, box[0], at);
  }
}

/** Where the derivative is zero; it is a t² + b t + c, a third of it left out. */
function turnings([p0, p1, p2, p3]: Along): readonly number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0;
  const b = 2 * (p2 - 2 * p1 + p0);
  const c = p1 - p0;
  const root = Math.sqrt(b * b - 4 * a * c);
  // Without cancellation where `a` is next to nothing; what is no number is no place on the curve.
  const q = -(b + (b < 0 ? -root : root)) / 2;
  return [q / a, c / q];
}

function pointAt([p0, p1, p2, p3]: Along, t: number): number {
  const s = 1 - t;
  return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
}
