import { describe, expect, it } from 'vitest';
import { lines } from './setting.ts';

const MARKS = [...'！），．：；？］｝。、〉》」』】〕〗%‰℃°·”’'];

describe('B1: no line starts with a mark that belongs to what stands before', () => {
  it.each(MARKS)('%s', (mark) => {
    for (let before = 4; before < 14; before += 1) {
      const set = lines(`${'国'.repeat(before)}${mark}${'家'.repeat(12)}`, 8);
      expect(set.slice(1).map((line) => line[0])).not.toContain(mark);
    }
  });

  it('keeps a subscript with its letter', () => {
    for (let before = 5; before < 9; before += 1) {
      expect(lines(`${'国'.repeat(before)}CO₂排放量持续下降`, 8).some((line) => line.startsWith('₂'))).toBe(false);
    }
  });
});
