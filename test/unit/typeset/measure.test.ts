import { describe, expect, it } from 'vitest';
import { set } from './setting.ts';

describe('a measure that is none', () => {
  it.each([0, -3, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d em sets nothing and says so at the paragraph',
    (measure) => {
      const { lines, diagnostics } = set('国家的排放量，and more.', measure);
      expect(lines).toEqual([]);
      expect(diagnostics.map(({ code, origin }) => ({ code, origin }))).toEqual([
        { code: 'L003', origin: 'test.yaml#/text' },
      ]);
    },
  );

  it('of less than a character still sets every character, and says so', () => {
    const { lines, diagnostics } = set('国家的排放量', 0.1);
    expect(lines.map((line) => line.text).join('')).toBe('国家的排放量');
    expect(diagnostics.some(({ code }) => code === 'L002')).toBe(true);
  });
});
