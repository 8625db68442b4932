import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PathBox, takeInCurve } from '../../../src/inspect/content/curve-box.ts';

const coordinate = fc.oneof(fc.integer({ min: -900, max: 900 }), fc.double({ min: -900, max: 900, noNaN: true }));
const curve = fc.array(coordinate, { minLength: 8, maxLength: 8 });

function boxOf(points: readonly number[]): PathBox {
  const [x = 0, y = 0] = points;
  const box: PathBox = [x, y, x, y];
  takeInCurve(box, points);
  return box;
}

/** The box around many points of the curve, each found by halving its handles. */
function sampled(points: readonly number[]): PathBox {
  const box: PathBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i <= 2000; i += 1) {
    const t = i / 2000;
    let row = points;
    while (row.length > 2) row = row.slice(0, -2).map((from, k) => from + t * ((row[k + 2] ?? 0) - from));
    const [x = 0, y = 0] = row;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

describe('the box of a curve', () => {
  it('is that of its points, and not that of its handles', () => {
    fc.assert(
      fc.property(curve, (points) => {
        const found = boxOf(points);
        sampled(points).forEach((edge, i) => {
          expect(Math.abs((found[i] ?? Number.NaN) - edge)).toBeLessThan(0.01);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('of a quarter circle is the quarter, of an arch three quarters as high as its handles', () => {
    expect(boxOf([0, 0, 0, 55, 45, 100, 100, 100])).toEqual([0, 0, 100, 100]);
    expect(boxOf([0, 0, 0, 100, 90, 100, 90, 0])).toEqual([0, 0, 90, 75]);
  });
});
