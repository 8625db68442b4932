import { describe, expect, it } from 'vitest';
import { lines, run, set } from './setting.ts';

describe('T1: each glyph stands for the character that was written', () => {
  it.each(['工气龙', '／', '3–4', 'office', '１２', 'é'])('%s', (text) => {
    expect(set(text, 20).lines[0]?.text).toBe(text);
  });
});

describe('T2: hyphens', () => {
  it('a typed one stays one, an added one is a soft hyphen', () => {
    expect(lines('a long-term plan of it all', 4, { lang: 'en' })[0]).toBe('a long-');
    expect(set('we meet sustainability here in all', 6.5, { lang: 'en' }).lines[0]?.text).toMatch(/\u00ad$/);
  });
});

describe('T3: spaces', () => {
  it('no space stands for the gap or for tracking', () => {
    expect(
      set('国家AB国家12国', 8)
        .lines.map((line) => line.text)
        .join(''),
    ).toBe('国家AB国家12国');
  });

  it('a space ends a line of English, so that words do not run together', () => {
    const result = set('green power for all', 5, { lang: 'en' });
    expect(result.lines.map((line) => line.text).join('')).toBe('green power for all');
    for (const line of result.lines.slice(0, -1)) expect(line.text.endsWith(' ')).toBe(true);
  });
});

describe('T4: right-to-left text', () => {
  it('is refused at its place', () => {
    const result = set([run('国家'), run('שלום', 'en', { origin: 'content/a.yaml#/zh' })], 20);
    expect(result.diagnostics).toMatchObject([{ code: 'L004', severity: 'error', origin: 'content/a.yaml#/zh' }]);
  });

  it('controls alone are none', () => {
    expect(set('国\u200e家\u2067\u2069', 20).diagnostics).toEqual([]);
  });

  it.each(['\u202b', '\u202e', '\u2067'])('%j in front of text is refused by its number', (control) => {
    expect(set(`国家${control}ab国`, 20).diagnostics).toMatchObject([
      { code: 'L004', message: expect.not.stringContaining(control), origin: 'test.yaml#/text' },
    ]);
  });
});
