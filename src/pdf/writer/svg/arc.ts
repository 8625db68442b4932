import type { Segment } from '../../../core/index.ts';

/** An elliptical arc as path data give it; `turn` in degrees. */
export interface Arc {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly rx: number;
  readonly ry: number;
  readonly turn: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** Turns an arc into curves of at most a quarter each. Source: SVG 1.1 F.6. */
export function arcSegments(arc: Arc): readonly Segment[] {
  const [x1, y1] = arc.from;
  const [x2, y2] = arc.to;
  if (x1 === x2 && y1 === y2) return [];
  if (arc.rx === 0 || arc.ry === 0) return [['L', x2, y2]];
  const turn = (arc.turn * Math.PI) / 180;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const dx = (x1 - x2) / 2;
  const dy = (y1 - y2) / 2;
  const px = cos * dx + sin * dy;
  const py = -sin * dx + cos * dy;
  const grow = Math.max(1, Math.sqrt((px / arc.rx) ** 2 + (py / arc.ry) ** 2));
  const rx = Math.abs(arc.rx) * grow;
  const ry = Math.abs(arc.ry) * grow;
  const under = rx * rx * ry * ry - rx * rx * py * py - ry * ry * px * px;
  const root = Math.sqrt(Math.max(0, under) / (rx * rx * py * py + ry * ry * px * px));
  const side = arc.large === arc.sweep ? -root : root;
  const ox = (side * rx * py) / ry;
  const oy = (-side * ry * px) / rx;
  const cx = cos * ox - sin * oy + (x1 + x2) / 2;
  const cy = sin * ox + cos * oy + (y1 + y2) / 2;
  const from = Math.atan2((py - oy) / ry, (px - ox) / rx);
  const to = Math.atan2((-py - oy) / ry, (-px - ox) / rx);
  let span = to - from;
  if (arc.sweep && span < 0) span += 2 * Math.PI;
  if (!arc.sweep && span > 0) span -= 2 * Math.PI;

  const count = Math.max(1, Math.ceil(Math.abs(span) / (Math.PI / 2) - 1e-9));
  const step = span / count;
  const reach = (4 / 3) * Math.tan(step / 4);
  const point = (u: number, v: number): readonly [number, number] => [
    cx + cos * rx * u - sin * ry * v,
    cy + sin * rx * u + cos * ry * v,
  ];
  return Array.from({ length: count }, (_, i): Segment => {
    const a = from + i * step;
    const b = a + step;
    const [c1x, c1y] = point(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a));
    const [c2x, c2y] = point(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b));
    const [ex, ey] = i === count - 1 ? arc.to : point(Math.cos(b), Math.sin(b));
    return ['C', c1x, c1y, c2x, c2y, ex, ey];
  });
}
