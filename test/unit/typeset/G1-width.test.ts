import { describe, expect, it } from 'vitest';
import { gapAfter, set } from './setting.ts';

describe('G1: gap between Han and Latin', () => {
  it.each(['排放CO', '排放12', '排放α'])('%s: a quarter of an em in a last line, and no space in the text', (text) => {
    const line = set(text, 20).lines[0];
    expect(gapAfter(line, '放', 1)).toBeCloseTo(0.25);
    expect(line?.text).toBe(text);
  });

  it('shrinks to an eighth, and no further', () => {
    const result = set('国家abcd国家abcd国', 9.5);
    expect(gapAfter(result.lines[0], '家', 1)).toBeCloseTo(0.125);
  });

  it('stretches to a third before Han are spread', () => {
    const line = set('国家abcd国家abcd国家国家国家国家国家', 12.2).lines[0];
    const gap = gapAfter(line, '家', 1);
    expect(gap).toBeGreaterThan(0.25);
    expect(gap).toBeLessThanOrEqual(1 / 3 + 1e-9);
  });
});
