import { describe, expect, it } from 'vitest';
import { lines } from './setting.ts';

describe('B2: no line ends with a mark that opens, or with a sign before a figure', () => {
  it.each([...'（《〈「『【〔“‘'])('%s', (mark) => {
    for (let before = 4; before < 14; before += 1) {
      const set = lines(`${'国'.repeat(before)}${mark}${'家'.repeat(12)}`, 8);
      expect(set.map((line) => line.at(-1))).not.toContain(mark);
    }
  });

  it.each(['$', '¥', '€', '±', '≤'])('%s before a figure', (sign) => {
    for (let before = 4; before < 10; before += 1) {
      const set = lines(`${'国'.repeat(before)}${sign}12${'家'.repeat(12)}`, 8);
      expect(set.some((line) => line.endsWith(sign))).toBe(false);
    }
  });
});
