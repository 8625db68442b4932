import { describe, expect, it } from 'vitest';
import { set } from './setting.ts';

describe('B6: a pile of marks wider than the measure', () => {
  it('gives way, and says so', () => {
    const result = set('。』」』】〉》』」』】〉》』」』】〉》', 2);
    expect(result.lines.map((line) => line.text).join('')).toBe('。』」』】〉》』」』】〉》』」』】〉》');
    expect(result.lines.every((line) => line.width <= 20.001)).toBe(true);
    expect(result.diagnostics.map((fault) => fault.code)).toContain('L001');
    expect(result.diagnostics[0]?.message).toMatch(/a row of marks is broken at/);
  });

  it('holds where the measure has room', () => {
    const result = set('国家（他说：“好。”）国家国家', 8);
    expect(result.diagnostics).toEqual([]);
  });
});
