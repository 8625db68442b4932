import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexFloor, indexScale, rangeScale, tickText, zeroScale } from '../../../src/charts/value-scale.ts';

const figure = fc.double({ min: -1e7, max: 1e7, noNaN: true }).map((value) => Number(value.toPrecision(4)));
const some = fc.array(figure, { minLength: 1, maxLength: 8 });

describe('value scales', () => {
  it('hold every value and zero with three to five round ticks', () => {
    fc.assert(
      fc.property(some, (values) => {
        fc.pre(values.some((value) => Math.abs(value) > 1e-3));
        const scale = zeroScale(values);
        expect(scale.ticks.length).toBeGreaterThanOrEqual(3);
        expect(scale.ticks.length).toBeLessThanOrEqual(5);
        expect(scale.ticks).toContain(0);
        const hair = scale.step * 1e-8;
        expect(scale.min).toBeLessThanOrEqual(Math.min(0, ...values) + hair);
        expect(scale.max).toBeGreaterThanOrEqual(Math.max(0, ...values) - hair);
      }),
    );
  });

  it('print ticks that differ', () => {
    fc.assert(
      fc.property(some, (values) => {
        fc.pre(values.some((value) => Math.abs(value) > 1e-3));
        const { ticks, places } = zeroScale(values);
        expect(new Set(ticks.map((tick) => tickText(tick, places))).size).toBe(ticks.length);
      }),
    );
  });

  it('never divide whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (values) => {
        for (const tick of zeroScale(values).ticks) expect(Number.isInteger(tick)).toBe(true);
      }),
    );
  });

  it('let points stand away from the edges of a range', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 1e5, noNaN: true }), { minLength: 2, maxLength: 6 }), (raw) => {
        const values = raw.map((value) => Number(value.toPrecision(4)));
        fc.pre(Math.max(...values) > Math.min(...values) * 1.01);
        const scale = rangeScale(values);
        expect(scale.max).toBeGreaterThan(Math.max(...values));
        expect(scale.min).toBeLessThanOrEqual(Math.min(...values));
        expect(scale.min).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    [[537.2, 422], '0 200 400 600'],
    [[5.372], '0 2 4 6'],
    [[56, 100], '0 25 50 75 100'],
    [[-46.2, -18.9], '−60 −40 −20 0'],
    [[3338], '0 1,000 2,000 3,000 4,000'],
    [[0.86, 0.4], '0 0.25 0.50 0.75 1.00'],
  ])('put ticks under %j at %s', (values, expected) => {
    const { ticks, places } = zeroScale(values);
    expect(ticks.map((tick) => tickText(tick, places)).join(' ')).toBe(expected);
  });

  it('begin an index at the round value below it, and print that value', () => {
    expect(indexFloor([1.247, 1.2])).toBe(1);
    expect(indexFloor([87, 92])).toBe(80);
    const { ticks, places, min } = indexScale([1.247, 1.215, 1.2]);
    expect(min).toBe(1);
    expect(tickText(ticks[0] ?? 0, places)).toBe('1.0');
  });
});
