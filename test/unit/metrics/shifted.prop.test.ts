import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/core/index.ts';
import { shiftedText } from '../../../src/metrics/shifted.ts';

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 12n), fc.option(fc.stringMatching(/^\d{1,12}$/)))
  .map(([below, whole, places]) => `${below ? '-' : ''}${whole}${places === null ? '' : `.${places}`}`);
const power = fc.integer({ min: -9, max: 9 });
const factor = fc.constantFrom('1', '3600000', '0.45359237', '1000');

describe('a decimal with its point moved', () => {
  it('is what arithmetic makes of it', () => {
    fc.assert(
      fc.property(decimal, power, factor, (value, by, to) => {
        const from = new Decimal(`1e${by}`).times(to).toFixed();
        const text = shiftedText(value, from, to);
        if (text === undefined) return;
        expect(text).toBe(new Decimal(value).times(from).div(to).toDecimalPlaces(20).toFixed());
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['1150', '3600000000', '3600000', '1150000'],
    ['-0.050', '1', '1000', '-0.00005'],
    ['-0.0', '1', '1', '0'],
    ['1.200', '1', '1', '1.2'],
    ['0.012', '1000', '1', '12'],
    ['100', '1', '1000', '0.1'],
  ])('%s in %s is in %s %s', (value, from, to, text) => {
    expect(shiftedText(value, from, to)).toBe(text);
  });

  it('is left to arithmetic where no power of ten lies between the units, or the figure is long', () => {
    expect(shiftedText('1', '3600000', '1')).toBeUndefined();
    expect(shiftedText('1', '3', '9')).toBeUndefined();
    expect(shiftedText('123456789012345678901', '1', '1')).toBeUndefined();
    expect(shiftedText('0.000000000000000001', '1', '1000')).toBeUndefined();
  });
});
