import { describe, expect, it } from 'vitest';
import { partings } from './K-sequences.ts';
import { lines } from './setting.ts';

describe('K7: formulas', () => {
  it.each(['CO₂e', 'm³', 'NOₓ', 'kJ·kg⁻¹·K⁻¹', 'OS/2'])('%s is never parted', (text) => {
    expect(partings('国家国家国家', text, '国家国家国家国家')).toEqual([]);
    expect(partings('some words before ', text, ' and more words after', { lang: 'en' })).toEqual([]);
  });

  it('does not hyphenate a token with a figure or two capitals', () => {
    for (const word of ['PowerGeneration', 'generation2']) {
      for (let measure = 8; measure < 12; measure += 0.5) {
        const set = lines(`the ${word} of this year is more than that of last year`, measure, { lang: 'en' });
        expect(set.join('|')).toContain(word);
      }
    }
  });
});
