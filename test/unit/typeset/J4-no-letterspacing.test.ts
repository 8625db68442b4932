import { describe, expect, it } from 'vitest';
import { characters, set } from './setting.ts';

const TEXT =
  'Disclosure of climate risks helps investors compare companies across sectors and over time, which is why boards review every figure twice before it is published anywhere.';

describe('J4: English words are never spaced', () => {
  it('letters stand at their own widths at every measure', () => {
    for (const measure of [12, 16, 22, 30]) {
      for (const line of set(TEXT, measure, { lang: 'en' }).lines) {
        const placed = characters(line);
        placed.forEach((here, i) => {
          const next = placed[i + 1];
          if (next === undefined || here.text === ' ' || next.text === ' ') return;
          expect(next.x - here.x).toBeCloseTo(0.5);
        });
      }
    }
  });

  it('word spaces stay between two thirds and twice their width where the measure allows', () => {
    for (const line of set(TEXT, 30, { lang: 'en' }).lines.slice(0, -1)) {
      expect(line.ratio).toBeGreaterThanOrEqual(-1);
      expect(line.ratio).toBeLessThanOrEqual(2);
    }
  });
});
