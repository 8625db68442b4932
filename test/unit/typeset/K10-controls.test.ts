import { describe, expect, it } from 'vitest';
import { lines, set } from './setting.ts';

describe('K10: controls', () => {
  it.each(['\u00a0', '\u202f', '\u2007', '\u2060'])('%j joins', (joiner) => {
    const text = `国家国家左${joiner}右国家国家`;
    expect(lines(text, 5)[0]?.length).toBe(4);
    expect(lines(text.replace(joiner, ''), 5)[0]).toBe('国家国家左');
  });

  it('a zero-width space and a soft hyphen allow a break', () => {
    expect(lines('abcdefgh\u200bijklmnop', 5, { lang: 'en' })).toEqual(['abcdefgh', 'ijklmnop']);
    expect(lines('abcdefg\u00adhijklmnop', 5, { lang: 'en' })).toEqual(['abcdefg\u00ad', 'hijklmnop']);
  });

  it('a soft hyphen that is not used is not drawn', () => {
    expect(lines('abc\u00addef', 5, { lang: 'en' })).toEqual(['abcdef']);
  });

  it('bidi controls take no width', () => {
    expect(set('国\u200e家\u2066国\u2069家', 10).lines[0]?.width).toBe(40);
  });

  it('a figure of a hundred digits breaks, whole and inside the measure, and says so', () => {
    const digits = '1234567890'.repeat(10);
    const result = set(`圆周率${digits}。`, 12);
    expect(result.lines.map((line) => line.text).join('')).toBe(`圆周率${digits}。`);
    expect(result.lines.every((line) => line.width <= 120.001)).toBe(true);
    expect(result.diagnostics.every((fault) => fault.code === 'L001')).toBe(true);
    expect(result.diagnostics.length).toBeGreaterThan(0);
  });

  it('a row of words that may not part gives way at its cheapest point', () => {
    const result = set('one\u00a0two\u00a0three\u00a0four\u00a0five', 6, { lang: 'en', hyphenate: false });
    expect(result.lines.every((line) => line.width <= 60.001)).toBe(true);
    expect(result.diagnostics[0]?.code).toBe('L001');
  });
});
