import { describe, expect, it } from 'vitest';
import { gapAfter, set } from './setting.ts';

/** One word space, two gaps beside Latin, and Han. */
const TEXT = '国家ab cd国家国家国';

/** The first line of a text that goes on, stretched by so much, em. */
function stretched(by: number) {
  const natural = (set(TEXT, 60).lines[0]?.natural ?? 0) / 10;
  const line = set(`${TEXT}——国家国家国家国家国家国家`, natural + by).lines[0];
  expect(line?.text).toBe(TEXT);
  return line;
}

describe('J2: order of stretching', () => {
  it('the word space first, up to half an em', () => {
    const line = stretched(0.1);
    expect(gapAfter(line, ' ', 0)).toBeCloseTo(0.25 + 0.1);
    expect(gapAfter(line, '家', 1)).toBeCloseTo(0.25);
  });

  it('then the gaps beside Latin, up to a third', () => {
    const line = stretched(0.25 + 0.1);
    expect(gapAfter(line, ' ', 0)).toBeCloseTo(0.5);
    expect(gapAfter(line, '家', 1)).toBeCloseTo(0.3);
    expect(gapAfter(line, '国', 1)).toBeCloseTo(0);
  });

  it('then all Han equally', () => {
    const line = stretched(0.25 + 1 / 6 + 0.25);
    expect(gapAfter(line, '家', 1)).toBeCloseTo(1 / 3);
    expect(gapAfter(line, '国', 1)).toBeCloseTo(0.05);
  });

  it('never inside a figure with its unit, nor inside a Latin word', () => {
    const line = set('国家减排12.5万吨国家国家家国家国家国家国家', 14.9).lines[0];
    expect(line?.ratio).toBeGreaterThan(0);
    expect(gapAfter(line, '万', 1)).toBeCloseTo(0);
    expect(gapAfter(line, '1', 0.5)).toBeCloseTo(0);
  });

  it('never between a bracket at the line’s start and what it holds, however loose the line', () => {
    const line = set('（国家AB家国）1,234,567,890,123万吨国家', 11).lines[0];
    expect(line?.text).toBe('（国家AB家国）');
    expect(gapAfter(line, '国', 1)).toBeGreaterThan(0.4);
    expect(gapAfter(line, '（', 0.5)).toBeLessThan(0.08);
  });
});
