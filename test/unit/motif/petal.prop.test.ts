import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Segment } from '../../../src/core/index.ts';
import { isInPetal, type Petal, petal, petalHalf, petalOutline, petalReach } from '../../../src/motif/petal.ts';
import { veins } from '../../../src/motif/vein.ts';

type Dot = readonly [number, number];

const petals = fc.record({
  count: fc.integer({ min: 3, max: 9 }),
  length: fc.double({ min: 8, max: 900, noNaN: true }),
  straight: fc.double({ min: 0.2, max: 0.6, noNaN: true }),
  gapShare: fc.double({ min: 0, max: 0.04, noNaN: true }),
});

const shapes = petals.map(({ gapShare, ...rest }) => petal({ ...rest, gap: gapShare * rest.length }));

/** Points along a path: ends of lines, and sixteen steps of each curve. */
function flatten(segments: readonly Segment[]): readonly Dot[] {
  const dots: Dot[] = [];
  for (const segment of segments) {
    if (segment[0] === 'M' || segment[0] === 'L') dots.push([segment[1], segment[2]]);
    if (segment[0] !== 'C') continue;
    const [x0, y0] = dots.at(-1) ?? [0, 0];
    const [, x1, y1, x2, y2, x3, y3] = segment;
    for (let i = 1; i <= 16; i += 1) {
      const t = i / 16;
      const u = 1 - t;
      dots.push([
        u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3,
        u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3,
      ]);
    }
  }
  return dots;
}

/** Whether a point lies in the half of the petal with y < 0, by the definition of its edge and not by its path. */
function inLowerHalf(shape: Petal, [x, y]: Dot, slack: number): boolean {
  if (y > slack || x < shape.foot - slack || x > shape.length + slack) return false;
  const [sx, sy] = shape.shoulder;
  const slope = sy / (sx - shape.foot);
  if (x <= sx && -y <= slope * (x - shape.foot) + slack) return true;
  return Math.hypot(x - shape.centre[0], y + shape.centre[1]) <= shape.radius + slack;
}

test('the two halves are mirror images', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const upper = flatten(petalHalf(shape, 1));
      const lower = flatten(petalHalf(shape, -1));
      expect(lower).toHaveLength(upper.length);
      for (const [i, [x, y]] of upper.entries()) {
        expect(lower[i]?.[0]).toBeCloseTo(x, 9);
        expect(lower[i]?.[1]).toBeCloseTo(-y, 9);
      }
    }),
  );
});

test('the tip is the point furthest out along the axis, and lies on it', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const dots = flatten(petalOutline(shape));
      const tip = dots.reduce((far, dot) => (dot[0] > far[0] ? dot : far));
      expect(tip[0]).toBeCloseTo(shape.length, 6);
      expect(tip[1]).toBeCloseTo(0, 6);
    }),
  );
});

test('the edge goes over into its arc without a corner', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const along: Dot = [shape.shoulder[0] - shape.foot, shape.shoulder[1]];
      const radius: Dot = [shape.shoulder[0] - shape.centre[0], shape.shoulder[1] - shape.centre[1]];
      const cosine = (along[0] * radius[0] + along[1] * radius[1]) / (Math.hypot(...along) * shape.radius);
      expect(cosine).toBeCloseTo(0, 6);
    }),
  );
});

test('curves keep to their circle', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const dots = flatten(petalHalf(shape, 1)).slice(2);
      for (const [x, y] of dots) {
        const distance = Math.hypot(x - shape.centre[0], y - shape.centre[1]);
        expect(Math.abs(distance - shape.radius)).toBeLessThan(shape.radius * 4e-4);
      }
    }),
  );
});

test('a petal stays inside its sector', () => {
  fc.assert(
    fc.property(petals, ({ gapShare, ...rest }) => {
      const shape = petal({ ...rest, gap: gapShare * rest.length });
      const slope = Math.tan(Math.PI / rest.count);
      for (const [x, y] of flatten(petalOutline(shape))) expect(Math.abs(y)).toBeLessThanOrEqual(slope * x + 1e-6);
    }),
  );
});

test('every vein begins on the midrib and ends on the edge, and no part of it leaves the half', () => {
  fc.assert(
    fc.property(shapes, fc.double({ min: 3, max: 20, noNaN: true }), (shape, pitch) => {
      const lines = veins(shape, { pitch, degrees: 52 });
      const slack = 1e-6 * shape.length;
      for (let i = 0; i < lines.length; i += 2) {
        const from = lines[i];
        const to = lines[i + 1];
        if (from?.[0] !== 'M' || to?.[0] !== 'L') throw new Error('a vein is one line');
        expect(from[2]).toBe(0);
        for (const part of [0, 0.25, 0.5, 0.75, 1]) {
          const dot: Dot = [from[1] + part * (to[1] - from[1]), part * to[2]];
          expect(inLowerHalf(shape, dot, slack)).toBe(true);
        }
        const past: Dot = [from[1] + 1.001 * (to[1] - from[1]), 1.001 * to[2]];
        expect(inLowerHalf(shape, past, slack * 1e-3)).toBe(false);
      }
    }),
  );
});

test('the reach of a petal is that of its outline', () => {
  fc.assert(
    fc.property(shapes, fc.double({ min: -180, max: 180, noNaN: true }), (shape, degrees) => {
      const angle = (degrees * Math.PI) / 180;
      const reached = Math.max(
        ...flatten(petalOutline(shape)).map(([x, y]) => x * Math.cos(angle) + y * Math.sin(angle)),
      );
      expect(petalReach(shape, degrees)).toBeGreaterThanOrEqual(reached - shape.length * 4e-4);
      expect(petalReach(shape, degrees)).toBeLessThanOrEqual(reached + shape.length * 0.01);
    }),
  );
});

test('a point is in the petal when it is in one of the halves', () => {
  const share = fc.double({ min: -0.2, max: 1.2, noNaN: true });
  fc.assert(
    fc.property(shapes, share, share, (shape, h, v) => {
      const dot: Dot = [h * shape.length, (v - 0.5) * shape.length];
      const mirrored: Dot = [dot[0], -Math.abs(dot[1])];
      const margin = 1e-6 * shape.length;
      fc.pre(inLowerHalf(shape, mirrored, margin) === inLowerHalf(shape, mirrored, -margin));
      expect(isInPetal(shape, ...dot)).toBe(inLowerHalf(shape, mirrored, 0));
    }),
  );
});
