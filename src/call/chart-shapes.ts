import type { DrawnShape } from '../inspect/index.ts';
import type { PlaceBox } from './places.ts';

/** A rectangle with its sides along the page; pt from the page’s top left, y down. */
export interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is drawn in a chart, by what it can stand for. */
export interface ChartShapes {
  /** Filled rectangles that can be seen: filled with a colour, or outlined. Nothing that lies within another one. */
  readonly bars: readonly Rect[];
  /** Middles of dots of the size that most dots have. */
  readonly dots: readonly (readonly [x: number, y: number])[];
  /** Points where slanting lines begin, end or bend. */
  readonly bends: readonly (readonly [x: number, y: number])[];
  /** Parts of a ring, in the order of painting, by their share of all of them. */
  readonly sectors: readonly number[];
  /** Hairlines over much of the drawing, across and upright. */
  readonly across: readonly Rect[];
  readonly upright: readonly Rect[];
}

/** How far a shape may reach out of the box of its drawing, pt. */
const SLACK = 1;
/** A line of the grid is at least this much of its drawing. */
const GRID = 0.35;

/** Sorts the painted paths of one placed drawing. */
export function chartShapes(shapes: readonly DrawnShape[], place: PlaceBox, pageHeight: number): ChartShapes {
  const placed = shapes
    .map((shape) => ({ shape, rect: rectOf(shape, pageHeight) }))
    .filter(({ shape, rect }) => shape.page === place.page && isWithin(rect, place));
  const filled = placed.filter(({ shape }) => shape.filled && isRectangle(shape));
  const outlines = placed.filter(({ shape }) => !shape.filled && isRectangle(shape)).map(({ rect }) => rect);
  const bars = filled
    .filter(({ shape, rect }) => !isWhite(shape) || outlines.some((inner) => frames(rect, inner)))
    .map(({ rect }) => rect);
  const circles = placed.filter(({ shape }) => shape.filled && isCircle(shape)).map(({ rect }) => rect);
  const size = mostOften(circles.map(({ left, right }) => right - left));
  const lines = placed.filter(({ shape }) => !shape.filled && shape.steps.every(({ op }) => op === 'm' || op === 'l'));
  const rings = placed.filter(({ shape }) => shape.filled && isSector(shape)).map(({ shape }) => areaOf(shape));
  const ring = rings.reduce((sum, area) => sum + area, 0);
  return {
    bars: bars.filter((rect) => !bars.some((other) => other !== rect && holds(other, rect))),
    dots: circles
      .filter(({ left, right }) => Math.abs(right - left - size) < 0.3)
      .map(({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2] as const),
    bends: lines
      .filter(({ rect }) => rect.right - rect.left > 0.5 && rect.bottom - rect.top > 0.05)
      .filter(({ shape }) => shape.steps.filter(({ op }) => op === 'm').length === 1)
      .flatMap(({ shape }) => shape.steps.map(({ points: [x = 0, y = 0] }) => [x, pageHeight - y] as const)),
    sectors: rings.map((area) => area / ring),
    across: lines
      .map(({ rect }) => rect)
      .filter(({ left, right, top, bottom }) => bottom - top < 0.05 && right - left > GRID * place.width),
    upright: lines
      .map(({ rect }) => rect)
      .filter(({ left, right, top, bottom }) => right - left < 0.05 && bottom - top > GRID * place.height),
  };
}

function rectOf({ box: [left, low, right, high] }: DrawnShape, pageHeight: number): Rect {
  return { left, right, top: pageHeight - high, bottom: pageHeight - low };
}

function isWithin({ left, right, top, bottom }: Rect, { x, y, width, height }: PlaceBox): boolean {
  return left > x - SLACK && right < x + width + SLACK && top > y - SLACK && bottom < y + height + SLACK;
}

function opsOf({ steps }: DrawnShape): string {
  return steps.map(({ op }) => op).join('');
}

function isRectangle(shape: DrawnShape): boolean {
  if (!/^ml{3,4}h?$/.test(opsOf(shape))) return false;
  const [left, low, right, high] = shape.box;
  const at = (value: number, a: number, b: number): boolean => Math.abs(value - a) < 0.02 || Math.abs(value - b) < 0.02;
  return shape.steps.every(({ op, points: [x = 0, y = 0] }) => op === 'h' || (at(x, left, right) && at(y, low, high)));
}

function isCircle(shape: DrawnShape): boolean {
  const [left, low, right, high] = shape.box;
  return /^mc{4}h?$/.test(opsOf(shape)) && Math.abs(right - left - (high - low)) < 0.05;
}

/** Two arcs, joined by straight lines. */
function isSector(shape: DrawnShape): boolean {
  return /^ml?c+lc+l?h?$/.test(opsOf(shape));
}

function isWhite({ paint: { space, parts } }: DrawnShape): boolean {
  return space.family === 'DeviceCMYK' || space.components === 4
    ? parts.every((part) => part === 0)
    : parts.every((part) => part > 0.995);
}

/** An outline stands a little within the area that it belongs to. */
function frames(outer: Rect, inner: Rect): boolean {
  const sides = [outer.left - inner.left, outer.right - inner.right, outer.top - inner.top];
  return sides.every((gap) => Math.abs(gap) < 1) && Math.abs(outer.bottom - inner.bottom) < 1;
}

/** Lies in another one without filling its width or height: the ground of a label. */
function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.left > outer.left + 0.1 &&
    inner.right < outer.right - 0.1 &&
    inner.top > outer.top - 0.1 &&
    inner.bottom < outer.bottom + 0.1
  );
}

/** The value that most others are within a quarter of a point of; the first of several. */
export function mostOften(values: readonly number[]): number {
  let best = 0;
  let most = 0;
  for (const value of values) {
    const count = values.filter((other) => Math.abs(other - value) < 0.25).length;
    if (count > most) [best, most] = [value, count];
  }
  return best;
}

/** Steps that a curve is taken in for its area. */
const CUTS = 16;

/** Area of a closed path, by the polygon that its curves are close to. */
function areaOf({ steps }: DrawnShape): number {
  const points: (readonly [number, number])[] = [];
  for (const { op, points: at } of steps) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = at;
    const [x0, y0] = points.at(-1) ?? [x1, y1];
    if (op === 'm' || op === 'l') points.push([x1, y1]);
    if (op !== 'c') continue;
    for (let cut = 1; cut <= CUTS; cut += 1) {
      const t = cut / CUTS;
      const s = 1 - t;
      const bend = (a: number, b: number, c: number, d: number): number =>
        s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
      points.push([bend(x0, x1, x2, x3), bend(y0, y1, y2, y3)]);
    }
  }
  let twice = 0;
  points.forEach(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice) / 2;
}
