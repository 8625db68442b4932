import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/core/index.ts';
import { figureOf, figureText } from '../../../src/metrics/figure.ts';
import { placesOfGrain } from '../../../src/metrics/rounding.ts';

const print = (value: string, places: number, rule?: 'auto' | 'always' | 'never'): string =>
  figureText(figureOf(new Decimal(value), places, rule));

describe('a printed figure', () => {
  it('rounds halves away from zero, on the decimals and not on a double', () => {
    expect(print('1.005', 2)).toBe('1.01');
    expect(print('0.25', 1)).toBe('0.3');
    expect(print('-0.25', 1)).toBe('−0.3');
    expect(print('2.5', 0)).toBe('3');
  });

  it('rounds once: 0.445 is not first 0.45 and then 0.5', () => {
    expect(print('0.445', 1)).toBe('0.4');
  });

  it('groups thousands from four digits on and leaves the fraction alone', () => {
    expect(print('999', 0)).toBe('999');
    expect(print('2290.7', 1)).toBe('2,290.7');
    expect(print('4363600', 0)).toBe('4,363,600');
    expect(print('0.123456', 6)).toBe('0.123456');
    expect(print('1234.123456', 6)).toBe('1,234.123456');
  });

  it('keeps trailing zeros', () => {
    expect(print('1.2', 3)).toBe('1.200');
    expect(print('39', 1)).toBe('39.0');
  });

  it('rounds left of the point where the value is that coarse', () => {
    expect(print('1998.4', -1)).toBe('2,000');
    expect(print('37294', -1)).toBe('37,290');
  });

  it('writes a true minus and gives what rounds to zero no sign', () => {
    expect(print('-7.0', 1)).toBe('\u22127.0');
    expect(print('-0.04', 1)).toBe('0.0');
    expect(print('0', 1, 'always')).toBe('0.0');
  });

  it('signs on request', () => {
    expect(print('63.5', 1, 'always')).toBe('+63.5');
    expect(print('-63.5', 1, 'always')).toBe('−63.5');
    expect(print('-63.5', 1, 'never')).toBe('63.5');
  });

  it('holds more digits than a double', () => {
    expect(print('123456789012345678901234.5', 1)).toBe('123,456,789,012,345,678,901,234.5');
  });
});

describe('places that a grain allows', () => {
  it.each([
    ['0.01', 2],
    ['1', 0],
    ['10', -1],
    ['0.036', 1],
    ['0.1', 1],
    ['0.99', 0],
    ['36', -2],
  ])('of %s are %i', (grain, places) => {
    expect(placesOfGrain(new Decimal(grain))).toBe(places);
  });
});
