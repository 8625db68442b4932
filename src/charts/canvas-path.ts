import type { Matrix, Segment } from '../core/index.ts';

/** A path under construction: takes points in user space, holds them transformed. */
export interface PathBuilder {
  readonly segments: Segment[];
  begin(): void;
  move(m: Matrix, x: number, y: number): void;
  line(m: Matrix, x: number, y: number): void;
  cubic(m: Matrix, x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  quadratic(m: Matrix, x1: number, y1: number, x: number, y: number): void;
  ellipse(m: Matrix, arc: EllipseArc): void;
  arcTo(m: Matrix, x1: number, y1: number, x2: number, y2: number, radius: number): void;
  rect(m: Matrix, x: number, y: number, width: number, height: number): void;
  roundRect(m: Matrix, x: number, y: number, width: number, height: number, radii: readonly number[]): void;
  close(): void;
}

/** A part of an ellipse. Lengths in user space, angles in radians clockwise from +x. */
export interface EllipseArc {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly rotation: number;
  readonly start: number;
  readonly end: number;
  readonly counterclockwise: boolean;
}

const TAU = 2 * Math.PI;

/** Three decimals of a point: finer than any printer. Source: chosen so that dumps do not carry rounding noise. */
export function round(value: number): number {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? 0 : rounded;
}

/** Makes an empty path. */
export function createPath(): PathBuilder {
  let segments: Segment[] = [];
  /** Last point in user space, and where the sub-path began. */
  let pen: readonly [number, number] | undefined;
  let first: readonly [number, number] | undefined;

  const at = (m: Matrix, x: number, y: number): [number, number] => [
    round(m[0] * x + m[2] * y + m[4]),
    round(m[1] * x + m[3] * y + m[5]),
  ];

  const builder: PathBuilder = {
    get segments() {
      return segments;
    },
    begin() {
      segments = [];
      pen = undefined;
      first = undefined;
    },
    move(m, x, y) {
      segments.push(['M', ...at(m, x, y)]);
      pen = [x, y];
      first = pen;
    },
    line(m, x, y) {
      if (pen === undefined) return builder.move(m, x, y);
      const to = at(m, x, y);
      const last = segments.at(-1)?.slice(-2);
      if (last === undefined || last[0] !== to[0] || last[1] !== to[1]) segments.push(['L', ...to]);
      pen = [x, y];
    },
    cubic(m, x1, y1, x2, y2, x, y) {
      if (pen === undefined) builder.move(m, x1, y1);
      segments.push(['C', ...at(m, x1, y1), ...at(m, x2, y2), ...at(m, x, y)]);
      pen = [x, y];
    },
    quadratic(m, x1, y1, x, y) {
      const [x0, y0] = pen ?? [x1, y1];
      builder.cubic(
        m,
        x0 + (2 / 3) * (x1 - x0),
        y0 + (2 / 3) * (y1 - y0),
        x + (2 / 3) * (x1 - x),
        y + (2 / 3) * (y1 - y),
        x,
        y,
      );
    },
    ellipse(m, arc) {
      const sweep = sweepOf(arc);
      const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
      const step = sweep / pieces;
      const k = (4 / 3) * Math.tan(step / 4);
      const cos = Math.cos(arc.rotation);
      const sin = Math.sin(arc.rotation);
      const point = (u: number, v: number): [number, number] => [
        arc.x + arc.rx * u * cos - arc.ry * v * sin,
        arc.y + arc.rx * u * sin + arc.ry * v * cos,
      ];
      builder.line(m, ...point(Math.cos(arc.start), Math.sin(arc.start)));
      for (let i = 0; i < pieces && sweep !== 0; i += 1) {
        const a = arc.start + i * step;
        const b = a + step;
        const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
        builder.cubic(m, ...point(ca - k * sa, sa + k * ca), ...point(cb + k * sb, sb - k * cb), ...point(cb, sb));
      }
    },
    arcTo(m, x1, y1, x2, y2, radius) {
      const [x0, y0] = pen ?? [x1, y1];
      const tangents = roundedCorner([x0, y0], [x1, y1], [x2, y2], radius);
      if (tangents === undefined) return builder.line(m, x1, y1);
      builder.line(m, ...tangents.start);
      builder.ellipse(m, tangents.arc);
    },
    rect(m, x, y, width, height) {
      builder.move(m, x, y);
      builder.line(m, x + width, y);
      builder.line(m, x + width, y + height);
      builder.line(m, x, y + height);
      builder.close();
    },
    roundRect(m, x, y, width, height, radii) {
      const cap = (r: number): number => Math.min(r, Math.abs(width) / 2, Math.abs(height) / 2);
      const tl = cap(radii[0] ?? 0);
      const tr = cap(radii[1] ?? radii[0] ?? 0);
      const br = cap(radii[2] ?? radii[0] ?? 0);
      const bl = cap(radii[3] ?? radii[1] ?? radii[0] ?? 0);
      builder.move(m, x + tl, y);
      builder.arcTo(m, x + width, y, x + width, y + height, tr);
      builder.arcTo(m, x + width, y + height, x, y + height, br);
      builder.arcTo(m, x, y + height, x, y, bl);
      builder.arcTo(m, x, y, x + width, y, tl);
      builder.close();
    },
    close() {
      if (pen === undefined) return;
      segments.push(['Z']);
      pen = first;
    },
  };
  return builder;
}

/** Signed angle that an arc covers; a whole turn at most. Source: HTML canvas `ellipse`. */
function sweepOf(arc: EllipseArc): number {
  const raw = arc.end - arc.start;
  if (arc.counterclockwise) {
    if (raw <= -TAU) return -TAU;
    return raw > 0 ? raw - TAU * Math.ceil(raw / TAU) : raw;
  }
  if (raw >= TAU) return TAU;
  return raw < 0 ? raw + TAU * Math.ceil(-raw / TAU) : raw;
}

type Pair = readonly [number, number];

function roundedCorner(
  p0: Pair,
  p1: Pair,
  p2: Pair,
  radius: number,
): { readonly start: Pair; readonly arc: EllipseArc } | undefined {
  const inward = [p0[0] - p1[0], p0[1] - p1[1]] as const;
  const outward = [p2[0] - p1[0], p2[1] - p1[1]] as const;
  const li = Math.hypot(...inward);
  const lo = Math.hypot(...outward);
  const cross = inward[0] * outward[1] - inward[1] * outward[0];
  if (radius <= 0 || li === 0 || lo === 0 || Math.abs(cross) < 1e-9 * li * lo) return undefined;
  const cosine = (inward[0] * outward[0] + inward[1] * outward[1]) / (li * lo);
  const half = Math.acos(Math.min(1, Math.max(-1, cosine))) / 2;
  const reach = radius / Math.tan(half);
  const start: Pair = [p1[0] + (inward[0] / li) * reach, p1[1] + (inward[1] / li) * reach];
  const stop: Pair = [p1[0] + (outward[0] / lo) * reach, p1[1] + (outward[1] / lo) * reach];
  const along = radius / Math.sin(half);
  const bx = inward[0] / li + outward[0] / lo;
  const by = inward[1] / li + outward[1] / lo;
  const lb = Math.hypot(bx, by);
  const x = p1[0] + (bx / lb) * along;
  const y = p1[1] + (by / lb) * along;
  return {
    start,
    arc: {
      x,
      y,
      rx: radius,
      ry: radius,
      rotation: 0,
      start: Math.atan2(start[1] - y, start[0] - x),
      end: Math.atan2(stop[1] - y, stop[0] - x),
      counterclockwise: cross > 0,
    },
  };
}
