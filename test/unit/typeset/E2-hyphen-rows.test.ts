import { describe, expect, it } from 'vitest';
import { set } from './setting.ts';

const TEXT =
  'state-of-the-art year-on-year non-renewable water-stressed low-carbon well-being long-term end-of-life co-operation decision-making cross-border third-party';

describe('E2: rows of hyphens', () => {
  it('typed hyphens count too: never three in a row', () => {
    for (let measure = 5; measure < 16; measure += 0.5) {
      const ends = set(TEXT, measure, { lang: 'en' })
        .lines.map((line) => (/[-\u00ad]\s?$/.test(line.text) ? '-' : ' '))
        .join('');
      expect(ends).not.toContain('---');
    }
  });
});
