import { describe, expect, it } from 'vitest';
import { set } from './setting.ts';

const TEXT =
  'representative environmental considerations notwithstanding everything administrative departments reconsidered fundamental organisational responsibilities throughout international communities';

describe('F3: hyphens in a row', () => {
  it.each([1, 2, 3])('at most %d', (most) => {
    for (let measure = 7; measure < 16; measure += 0.5) {
      let row = 0;
      for (const line of set(TEXT, measure, { lang: 'en', policy: { maxHyphensInRow: most } }).lines) {
        row = line.end === 'hyphen' ? row + 1 : 0;
        expect(row).toBeLessThanOrEqual(most);
      }
    }
  });
});
