import { describe, expect, it } from 'vitest';
import { lines, run, set } from './setting.ts';

const ADDRESS = `https://www.example.com/${'a-path/of_some.length/'.repeat(12)}index.html?x=1&y=2#end`;

describe('K9: addresses', () => {
  it('joins to the source without a hyphen, at any measure', () => {
    for (const measure of [8, 12, 20, 40]) {
      const set = lines(`See ${ADDRESS} for more`, measure, { lang: 'en' });
      expect(set.join('').replaceAll(/\s/g, '')).toBe(`See${ADDRESS}formore`);
      expect(set.join('')).not.toContain('\u00ad');
    }
  });

  it('never parts the two solidi', () => {
    for (let measure = 4; measure < 9; measure += 0.5) {
      const joined = lines('https://example.com/a/b', measure, { lang: 'en' }).join('|');
      expect(joined).toContain('://');
    }
  });

  it('parts after a solidus rather than inside a name', () => {
    expect(lines('https://example.com/reports/annual', 12, { lang: 'en' })[0]).toBe('https://example.com/');
  });

  it('a line that is all address stays short rather than far spread', () => {
    const first = set('https://example.com/abcdefghijklmnopqrstuvwxyz', 18, { lang: 'en' }).lines[0];
    expect(first?.text).toBe('https://example.com/');
    expect(first?.width).toBeLessThan(130);
  });

  it('keeps the tag of a link on all its lines', () => {
    const tag = { type: 'Link', key: 'i1', href: ADDRESS } as const;
    const result = set([run(ADDRESS, 'en', { tag })], 20, { lang: 'en' });
    const tags = result.lines.flatMap((line) =>
      line.items.map((item) => (item.kind === 'glyphs' ? item.tag : undefined)),
    );
    expect(new Set(tags)).toEqual(new Set([tag]));
  });
});
