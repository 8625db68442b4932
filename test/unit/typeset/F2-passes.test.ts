import { describe, expect, it } from 'vitest';
import { set } from './setting.ts';

describe('F2: passes', () => {
  it('hyphenates only where the strict pass has no way', () => {
    const text = 'the of and to in is it on at by as we be or an';
    expect(set(text, 10, { lang: 'en' }).lines.every((line) => line.end !== 'hyphen')).toBe(true);
    const long = 'representative environmental considerations notwithstanding everything';
    expect(set(long, 9, { lang: 'en' }).lines.some((line) => line.end === 'hyphen')).toBe(true);
  });

  it('a word of forty letters at a narrow measure breaks inside the measure, and says so', () => {
    const word = 'm'.repeat(40);
    const result = set(word, 8, { lang: 'en' });
    expect(result.lines.map((line) => line.text).join('')).toBe(word);
    expect(result.lines.every((line) => line.width <= 80.001)).toBe(true);
    expect(result.diagnostics.map((fault) => [fault.code, fault.severity])).toContainEqual(['L001', 'warning']);
    expect(result.diagnostics[0]).toMatchObject({ origin: 'test.yaml#/text' });
    expect(result.diagnostics[0]?.hints).not.toEqual([]);
  });

  it('stretches without limit before it opens a sequence', () => {
    const result = set('国家12.5万吨国家', 5);
    expect(result.lines.map((line) => line.text).join('|')).toContain('12.5万吨');
    expect(result.diagnostics.map(({ code }) => code)).not.toContain('L001');
  });

  it('a character wider than the measure stands too wide, and says so', () => {
    const result = set('国家', 0.6);
    expect(result.lines.map((line) => line.text)).toEqual(['国', '家']);
    expect(result.diagnostics.map((fault) => fault.code)).toEqual(['L002', 'L002']);
  });

  it.each([0, -3, Number.NaN, Number.POSITIVE_INFINITY])('%d em is no measure', (measure) => {
    const result = set('国家', measure);
    expect(result.lines).toEqual([]);
    expect(result.diagnostics.map((fault) => fault.code)).toEqual(['L003']);
  });
});
