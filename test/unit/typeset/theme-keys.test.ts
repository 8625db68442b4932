import { describe, expect, it } from 'vitest';
import type { TypesetPolicy } from '../../../src/typeset/index.ts';
import { gapAfter, type Setting, set } from './setting.ts';

/** First line of a text at a measure in em, under a policy that says one thing otherwise. */
function first(text: string, measure: number, policy: Partial<TypesetPolicy> = {}, setting: Setting = {}) {
  return set(text, measure, { ...setting, policy }).lines[0];
}

describe('theme keys of setting', () => {
  it('word_space: a smaller least space keeps the word on the next line', () => {
    const text = 'we all of us meet you here again and go';
    const narrow = first(text, 9, {}, { lang: 'en', hyphenate: false });
    const strict = first(text, 9, { wordSpace: { min: 0.95, max: 1.5 } }, { lang: 'en', hyphenate: false });
    expect(narrow?.ratio).toBeLessThan(0);
    expect(strict?.text.length).toBeLessThan(narrow?.text.length ?? 0);
  });

  it('word_space: what stretches further is looser by the same slack', () => {
    const text = 'we all of us meet you here again and go';
    const usual = first(text, 10.25, {}, { lang: 'en', hyphenate: false });
    const wide = first(text, 10.25, { wordSpace: { min: 2 / 3, max: 2 } }, { lang: 'en', hyphenate: false });
    expect(wide?.text).toBe(usual?.text);
    expect(wide?.ratio).toBeCloseTo((usual?.ratio ?? 0) / 2);
  });

  it('hyphen_letters: a hyphen leaves as many letters on both sides', () => {
    const text = 'all of us meet sustainability here in all of it';
    const usual = set(text, 9.4, { lang: 'en', align: 'justify' });
    expect(usual.lines.map((line) => line.text)).toContainEqual(expect.stringMatching(/sus\u00ad$/u));
    const far = set(text, 9.4, { lang: 'en', policy: { hyphenLetters: { before: 4, after: 4 } } });
    for (const line of far.lines) expect(line.text).not.toMatch(/sus\u00ad$/u);
  });

  it('hyphen_cost: a dear hyphen is left for a line that is looser', () => {
    const text = 'we meet at our sustainability here in all of us and of it';
    const hyphens = (hyphenCost: number): number => {
      let sum = 0;
      for (let measure = 9; measure < 16; measure += 0.25)
        sum += set(text, measure, { lang: 'en', policy: { hyphenCost } }).lines.filter(
          (l) => l.end === 'hyphen',
        ).length;
      return sum;
    };
    expect(hyphens(2000)).toBeLessThan(hyphens(0));
  });

  it('last_word_letters: a longer last word may stand alone', () => {
    const last = (lastWordLetters: number): ReadonlySet<string> => {
      const found = new Set<string>();
      for (let measure = 8; measure < 20; measure += 0.25)
        found.add(
          set('we all of us meet you here again today', measure, { lang: 'en', policy: { lastWordLetters } }).lines.at(
            -1,
          )?.text ?? '',
        );
      return found;
    };
    expect(last(5)).toContain('today');
    expect(last(6)).not.toContain('today');
  });

  it('han_spread_em: Han open so far before gaps beside Latin give more', () => {
    const text = '国家国家ab国家国家，国家国家国家国家国家国家国家国家';
    const usual = first(text, 9);
    const tight = first(text, 9, { hanSpread: 0.02 });
    expect(tight?.text).toBe(usual?.text);
    expect(gapAfter(usual, '国', 1)).toBeCloseTo(0.067);
    expect(gapAfter(tight, '国', 1)).toBeCloseTo(0.02);
  });

  /** Gaps behind a character in the first lines of a text at many measures, under two policies that break it alike. */
  const gapsBehind = (text: string, character: string, policy: Partial<TypesetPolicy>): readonly [number, number][] => {
    const found: [number, number][] = [];
    for (let measure = 7; measure < 11; measure += 0.25) {
      const usual = first(text, measure);
      const other = first(text, measure, policy);
      const { text: line = '' } = usual ?? {};
      const inside = line.includes(character) && line.indexOf(character) < line.length - 1;
      if (inside && other?.text === line) found.push([gapAfter(usual, character, 1), gapAfter(other, character, 1)]);
    }
    return found;
  };

  it('han_limit_em: beyond it sequences open too', () => {
    const gaps = gapsBehind('国家12万吨国家国家abcdefghijklmn国家国家国家国家国家', '万', { hanLimit: 0.1 });
    expect(gaps.some(([usual, other]) => usual < 0.001 && other > 0.02)).toBe(true);
    expect(gaps.every(([usual, other]) => other >= usual - 0.001)).toBe(true);
  });

  it('word_space_zh_em: the less a word space takes the more is left for Han', () => {
    const gaps = gapsBehind('国家ab cd国家国家abcdefghijklmn国家国家国家国家', '国', {
      wordSpaceZh: { min: 0.25, max: 0.25 },
    });
    expect(gaps.some(([usual, other]) => other > usual + 0.003)).toBe(true);
    expect(gaps.every(([usual, other]) => other >= usual - 0.001)).toBe(true);
  });

  it('loose_gap_em: the less gaps beside Latin and marks take the more is left for Han', () => {
    const text = '国家ab国家，国家国abcdefghijklmn国家国家国家国家国家';
    const gaps = gapsBehind(text, '国', { looseGap: { latin: 1 / 3, mark: 0.0795 } });
    expect(gaps.some(([usual, other]) => other > usual + 0.01)).toBe(true);
    expect(gaps.every(([usual, other]) => other >= usual - 0.001)).toBe(true);
  });

  it('full_last_line: from this share on a last line is justified', () => {
    const text = '国家国家国家国家国家ab';
    const width = (fullLastLine: number): number => first(text, 11.6, { fullLastLine })?.width ?? 0;
    expect(width(0.98)).toBeLessThan(115);
    expect(width(0.9)).toBeCloseTo(116);
  });

  it('ragged_line: a hyphen fills a line up that would else be shorter than its share', () => {
    const hyphens = (hyphenUnder: number): number => {
      let sum = 0;
      for (let measure = 9; measure < 16; measure += 0.5) {
        const policy = { raggedLine: { least: 0.7, hyphenUnder } };
        const text = 'we meet at our sustainability here in all of us and of it';
        sum += set(text, measure, { lang: 'en', align: 'start', policy }).lines.filter(
          (l) => l.end === 'hyphen',
        ).length;
      }
      return sum;
    };
    expect(hyphens(0.95)).toBeGreaterThan(hyphens(0.5));
  });

  it('ragged_line: lines fill their least share where others can', () => {
    const text = 'aaaa bb cccccccc dd eeeeeeee ff gggggggg hh iiii';
    const shortest = (least: number): number => {
      const policy = { raggedLine: { least, hyphenUnder: 0 } };
      const { lines } = set(text, 8, { lang: 'en', align: 'start', hyphenate: false, policy });
      return Math.min(...lines.slice(0, -1).map(({ width }) => width));
    };
    expect(shortest(0.7)).toBeGreaterThanOrEqual(shortest(0));
  });
});
