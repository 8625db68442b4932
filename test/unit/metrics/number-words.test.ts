import { describe, expect, it } from 'vitest';
import { numberWords } from '../../../src/metrics/number-words.ts';

describe('numbers written out', () => {
  it.each([
    [0, '零', 'zero'],
    [2, '二', 'two'],
    [10, '十', 'ten'],
    [12, '十二', 'twelve'],
    [20, '二十', 'twenty'],
    [21, '二十一', 'twenty-one'],
    [101, '一百零一', 'one hundred and one'],
    [110, '一百一十', 'one hundred and ten'],
    [999, '九百九十九', 'nine hundred and ninety-nine'],
    [1000, '一千', 'one thousand'],
    [1001, '一千零一', 'one thousand and one'],
    [1012, '一千零一十二', 'one thousand and twelve'],
    [10_000, '一万', 'ten thousand'],
    [10_500, '一万零五百', 'ten thousand five hundred'],
    [120_000, '十二万', 'one hundred and twenty thousand'],
    [201_000, '二十万一千', 'two hundred and one thousand'],
    [100_002_000, '一亿零二千', 'one hundred million two thousand'],
    [1_000_001, '一百万零一', 'one million and one'],
    [-12, '负十二', 'minus twelve'],
  ])('%i', (value, zh, en) => {
    expect(numberWords(value, 'zh')).toBe(zh);
    expect(numberWords(value, 'en')).toBe(en);
  });

  it('never end in a zero that is not read', () => {
    for (const value of [10, 100, 1000, 10_000, 100_000, 1_000_000, 100_000_000]) {
      expect(numberWords(value, 'zh')).not.toContain('零');
    }
  });
});
