import type { Segment } from '../core/index.ts';

/** What fixes one petal of a flower. Lengths in pt. */
export interface PetalInput {
  /** Petals of the whole flower; the sector is 360°/count. At least 3. */
  readonly count: number;
  /** From the centre of the flower to the tip. */
  readonly length: number;
  /** Distance across the gap between two neighbours. */
  readonly gap: number;
  /** How far the edge runs straight along the sector, as a part of the length; shorter where the tip would be blunt. */
  readonly straight: number;
}

/** One petal that points along +x from the flower's centre at (0, 0); symmetric about the x axis. Lengths in pt. */
export interface Petal {
  readonly length: number;
  /** Where the two edges meet, on the axis. */
  readonly foot: number;
  /** Where the straight edge with y > 0 turns into the arc. */
  readonly shoulder: readonly [number, number];
  /** Centre of the arc with y > 0 at the shoulder, and its radius. */
  readonly centre: readonly [number, number];
  readonly radius: number;
}

/**
 * Computes a petal: straight along the sector's edge (less half the gap), then one arc a side, tangent to that edge,
 * to a pointed tip on the axis.
 */
export function petal(input: PetalInput): Petal {
  const half = Math.PI / Math.max(3, input.count);
  const inset = input.gap / 2;
  const normal: readonly [number, number] = [Math.sin(half), -Math.cos(half)];
  // Past (1 - sin)/cos of the half sector the arcs would meet in a notch: wide petals stay a tenth below, for a pointed tip.
  const reach = Math.min(input.straight, (0.9 * (1 - Math.sin(half))) / Math.cos(half)) * input.length;
  const shoulder: readonly [number, number] = [
    reach * Math.cos(half) + inset * normal[0],
    reach * Math.sin(half) + inset * normal[1],
  ];
  const dx = shoulder[0] - input.length;
  const dy = shoulder[1];
  const radius = -(dx * dx + dy * dy) / (2 * (normal[0] * dx + normal[1] * dy));
  return {
    length: input.length,
    foot: inset / Math.sin(half),
    shoulder,
    centre: [shoulder[0] + radius * normal[0], shoulder[1] + radius * normal[1]],
    radius,
  };
}

/** The half of a petal above (`side` 1, y > 0) or below the axis (`side` -1), closed along the midrib. */
export function petalHalf(shape: Petal, side: 1 | -1): readonly Segment[] {
  return [['M', shape.foot, 0], ['L', shape.shoulder[0], side * shape.shoulder[1]], ...arcToTip(shape, side), ['Z']];
}

/** The whole outline of a petal. */
export function petalOutline(shape: Petal): readonly Segment[] {
  return [
    ['M', shape.foot, 0],
    ['L', shape.shoulder[0], shape.shoulder[1]],
    ...arcToTip(shape, 1),
    ...reversed(arcToTip(shape, -1), [shape.shoulder[0], -shape.shoulder[1]]),
    ['Z'],
  ];
}

/** The midrib, from the foot to the tip. */
export function midrib(shape: Petal): readonly Segment[] {
  return [
    ['M', shape.foot, 0],
    ['L', shape.length, 0],
  ];
}

/** How far the petal reaches from the flower's centre in a direction, degrees from its axis (clockwise on the page); pt. */
export function petalReach(shape: Petal, degrees: number): number {
  const angle = (degrees * Math.PI) / 180;
  const ux = Math.cos(angle);
  const uy = Math.sin(angle);
  const sides = [1, -1].map((side) => {
    const centre = [shape.centre[0], side * shape.centre[1]] as const;
    const from = Math.atan2(side * shape.shoulder[1] - centre[1], shape.shoulder[0] - centre[0]);
    const swept = withinArc(angle, from, arcSweep(shape), side === 1 ? -1 : 1);
    const corner = shape.shoulder[0] * ux + side * shape.shoulder[1] * uy;
    return Math.max(corner, swept ? centre[0] * ux + centre[1] * uy + shape.radius : Number.NEGATIVE_INFINITY);
  });
  return Math.max(shape.length * ux, shape.foot * ux, ...sides);
}

/** Whether a point, given in the petal's own axes, lies in the petal. */
export function isInPetal(shape: Petal, x: number, y: number): boolean {
  if (x < shape.foot || x > shape.length) return false;
  const [sx, sy] = shape.shoulder;
  const side = Math.abs(y);
  if (x <= sx && side <= (sy / (sx - shape.foot)) * (x - shape.foot)) return true;
  const inCircle = Math.hypot(x - shape.centre[0], side - shape.centre[1]) <= shape.radius;
  // The circle reaches past the chord from shoulder to tip on both sides; inside the chord all is petal.
  const underChord = x >= sx && side * (shape.length - sx) <= sy * (shape.length - x);
  return underChord || (inCircle && side * (shape.length - sx) >= sy * (shape.length - x));
}

/** The angle that each arc of the petal turns through, radians, positive. */
function arcSweep(shape: Petal): number {
  const from = Math.atan2(shape.shoulder[1] - shape.centre[1], shape.shoulder[0] - shape.centre[0]);
  const to = Math.atan2(-shape.centre[1], shape.length - shape.centre[0]);
  const sweep = from - to;
  return sweep < 0 ? sweep + 2 * Math.PI : sweep;
}

function withinArc(angle: number, from: number, sweep: number, turn: 1 | -1): boolean {
  const full = 2 * Math.PI;
  const offset = (((turn * (angle - from)) % full) + full) % full;
  return offset <= sweep;
}

/** The arc from the shoulder to the tip as cubic curves of at most a quarter turn each. */
function arcToTip(shape: Petal, side: 1 | -1): readonly Segment[] {
  const sweep = arcSweep(shape);
  const pieces = Math.max(1, Math.ceil(sweep / (Math.PI / 2) - 1e-9));
  const step = sweep / pieces;
  // Length of the handles for which a cubic of this turn keeps to the circle.
  const handle = (4 / 3) * Math.tan(step / 4) * shape.radius;
  const start = Math.atan2(shape.shoulder[1] - shape.centre[1], shape.shoulder[0] - shape.centre[0]);
  const segments: Segment[] = [];
  for (let i = 0; i < pieces; i += 1) {
    const a = start - i * step;
    const b = a - step;
    const end: readonly [number, number] =
      i === pieces - 1
        ? [shape.length, 0]
        : [shape.centre[0] + shape.radius * Math.cos(b), shape.centre[1] + shape.radius * Math.sin(b)];
    segments.push([
      'C',
      shape.centre[0] + shape.radius * Math.cos(a) + handle * Math.sin(a),
      side * (shape.centre[1] + shape.radius * Math.sin(a) - handle * Math.cos(a)),
      end[0] - handle * Math.sin(b),
      side * (end[1] + handle * Math.cos(b)),
      end[0],
      side * end[1],
    ]);
  }
  return segments;
}

/** The same curves walked from the end back to `start`. */
function reversed(segments: readonly Segment[], start: readonly [number, number]): readonly Segment[] {
  const back: Segment[] = [];
  for (let i = segments.length - 1; i >= 0; i -= 1) {
    const curve = segments[i];
    const before = segments[i - 1];
    if (curve?.[0] !== 'C') continue;
    const end = before?.[0] === 'C' ? ([before[5], before[6]] as const) : start;
    back.push(['C', curve[3], curve[4], curve[1], curve[2], end[0], end[1]]);
  }
  return back;
}
