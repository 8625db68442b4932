import { describe, expect, it } from 'vitest';
import { characters, set } from './setting.ts';

const ZH = '报告期内公司自身运营温室气体净排放总量比上一财年下降了很多其中范围一的排放下降得更快一些';
const EN = 'We report what we know and say what we do not know about the emissions of our own operations in the year';

describe('F7: ragged text', () => {
  it('Chinese lines are short by less than a character', () => {
    for (const line of set(ZH, 9.6, { align: 'start' }).lines.slice(0, -2)) {
      expect(line.width).toBeGreaterThan(96 - 10);
      expect(line.width).toBeCloseTo(line.natural);
    }
  });

  it('a line before an unbreakable figure may be shorter', () => {
    const first = set('国家国家国家12.5万吨国家国家国家', 9, { align: 'start' }).lines[0];
    expect(first?.text).toBe('国家国家国家');
  });

  it('English lines even out and keep 70 % of the measure', () => {
    const result = set(EN, 20, { lang: 'en', align: 'start' });
    for (const line of result.lines.slice(0, -1)) {
      expect(line.width).toBeGreaterThanOrEqual(140);
      expect(line.width).toBeLessThanOrEqual(200);
      expect(line.end).toBe('soft');
    }
  });

  it('hyphenates only where a line would be more than 30 % short', () => {
    const hyphened = set('we use representativeness here', 12, { lang: 'en', align: 'start' });
    expect(hyphened.lines[0]?.end).toBe('hyphen');
    const kept = set('we often use representative here', 7.5, { lang: 'en', align: 'start' });
    expect(kept.lines[0]?.text).toBe('we often use ');
  });

  it('centres and sets to the right', () => {
    const centred = characters(set('国家', 10, { align: 'center' }).lines[0]);
    expect(centred[0]?.x).toBeCloseTo(4);
    const right = characters(set('国家。', 10, { align: 'end' }).lines[0]);
    expect(right[0]?.x).toBeCloseTo(7.5);
  });
});
