import { describe, expect, it } from 'vitest';
import { run, set } from './setting.ts';

/** All hyphenated fragments of a word, over many measures. */
function fragments(text: string, setting: Parameters<typeof set>[2] = {}): ReadonlySet<string> {
  const found = new Set<string>();
  for (let measure = 4; measure < 14; measure += 0.25) {
    for (const line of set(text, measure, { lang: 'en', ...setting }).lines) {
      if (line.end === 'hyphen') found.add(line.text.split(' ').at(-1)?.replace('\u00ad', '-') ?? '');
    }
  }
  return found;
}

describe('E1: hyphenation', () => {
  it('follows British patterns, two letters before and three after', () => {
    const found = fragments('we saw that women and men of sustainability here meet every year');
    expect(found).toContain('sus-');
    expect(found).not.toContain('wom-');
    for (const fragment of found) expect(fragment.length).toBeGreaterThanOrEqual(3);
  });

  it('leaves capitalized words in mid-sentence alone, but not the first of a sentence', () => {
    expect(fragments('we saw the year of it and the Sustainability', { align: 'start' }).size).toBe(0);
    expect(fragments('Sustainability of the year in a day').size).toBeGreaterThan(0);
  });

  it('divides a name only where a line would else stand open over five times, and says so', () => {
    const text = 'we and Intergovernmental of the year in a day of ours';
    const open = set(text, 11, { lang: 'en' });
    expect(open.lines.some((line) => line.end === 'hyphen')).toBe(true);
    expect(open.diagnostics.map(({ message }) => message)).toEqual([
      'a name is broken at "d Intergovern|mental of the y"',
    ]);
    const fair = set(text, 14, { lang: 'en' });
    expect(fair.lines.some((line) => line.end === 'hyphen')).toBe(false);
    expect(fair.diagnostics).toEqual([]);
  });

  it.each([
    ['in quotes', 'all of us “sustainability” here in all of it'],
    ['before a mark', 'all of us sustainability, here in all of it'],
    ['in brackets', 'all of us (sustainability) here in all of it'],
    ['with an apostrophe', 'all of us sustainability’s here in all of it'],
    ['after a dash', 'all of us—sustainability here in all of it'],
    ['first in a quotation', 'all of us: “Sustainability here in all of it'],
  ])('hyphenates a word %s', (_where, text) => {
    expect([...fragments(text)].some((fragment) => /sus-$/iu.test(fragment))).toBe(true);
  });

  it('divides the words that the patterns leave whole', () => {
    expect([...fragments('all of our products here in all of it')]).toEqual(['prod-']);
  });

  it('leaves the last word of a paragraph alone', () => {
    expect(fragments('in all of us is sustainability.').size).toBe(0);
  });

  it('leaves words with figures, addresses and short words alone', () => {
    expect(fragments('all of it in sustainability4 or so').size).toBe(0);
    expect(fragments('all of it in over or ever or so it is').size).toBe(0);
  });

  it('takes exceptions from the term base', () => {
    const hyphenation = new Map([['sustainability', 'sustain-ability']]);
    expect([...fragments('we meet sustainability here in all', { hyphenation })]).toEqual(['sustain-']);
  });

  it('keeps to the style: none where it does not hyphenate', () => {
    expect(fragments('we meet sustainability here in all', { hyphenate: false }).size).toBe(0);
  });

  it('ends no line with a hyphen that the page forbids', () => {
    const text = 'representative environmental considerations notwithstanding everything of the year';
    const free = set(text, 10, { lang: 'en' });
    const at = free.lines.findIndex((line) => line.end === 'hyphen');
    expect(at).toBeGreaterThanOrEqual(0);
    const asked = set(text, 10, { lang: 'en', wishes: { unhyphenated: [at] } });
    expect(asked.lines[at]?.end).not.toBe('hyphen');
  });

  it('the hyphen is drawn, and stands for a soft hyphen in the text', () => {
    const line = set([run('we meet sustainability here in all of us', 'en')], 7.5, { lang: 'en' }).lines[0];
    const item = line?.items.at(-1);
    expect(item).toMatchObject({ kind: 'glyphs' });
    if (item?.kind !== 'glyphs') return;
    expect(item.clusters.at(-1)).toBe('\u00ad');
    expect(item.glyphs.at(-1)).toBe(0x2d);
  });
});
