import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeInterval } from '../../../src/check/rules/n1-change-interval.ts';
import { total } from '../../../src/check/rules/n3-total.ts';
import { Decimal } from '../../../src/core/index.ts';
import { found } from './figure-facts.ts';

const gas = { unit: 'tCO2e', zh: '万吨', en: 'million tonnes' } as const;
/** A true value with six decimals, and how many of them are printed. */
const exact = fc.integer({ min: 1_000_000, max: 10 ** 9 }).map((n) => new Decimal(n).div(10 ** 6));
const places = fc.integer({ min: 0, max: 4 });

describe('rounding is never a fault', () => {
  it('of a change and its two values, each rounded as it likes', () => {
    fc.assert(
      fc.property(exact, exact, places, places, places, (earlier, later, p, q, r) => {
        const change = later.div(earlier).minus(1).times(100);
        const [from, to] = [earlier.toFixed(p), later.toFixed(q)];
        const sketch = {
          metrics: {
            it: {
              ...gas,
              values: { CY2022: `${from} MtCO2e`, CY2023: `${to} MtCO2e` },
              stated: { CY2023: { from: 'CY2022', value: change.toFixed(r) } },
            },
          },
        };
        expect(found(changeInterval, sketch)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('of a total and its parts, each rounded as it likes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(exact, places), { minLength: 1, maxLength: 5 }), places, (pieces, p) => {
        const sum = pieces.reduce((all, [value]) => all.plus(value), new Decimal(0));
        const parts = pieces.map(([value, q], i) => [
          `part-${i}`,
          { ...gas, values: { CY2023: `${value.toFixed(q)} MtCO2e` } },
        ]);
        const items = parts.map(([id]) => String(id));
        const whole = {
          ...gas,
          values: { CY2023: `${sum.toFixed(p)} MtCO2e` },
          parts: [{ complete: true, period: 'CY2023', items, origin: 'x#/parts' }],
        };
        expect(found(total, { metrics: { ...Object.fromEntries(parts), whole } })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
