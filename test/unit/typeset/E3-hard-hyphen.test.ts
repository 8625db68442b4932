import { describe, expect, it } from 'vitest';
import { lines } from './setting.ts';

describe('E3: typed hyphens', () => {
  it('a line may end after one, and no second is added', () => {
    expect(lines('a long-term plan of it all', 4, { lang: 'en' })[0]).toBe('a long-');
  });

  it('a compound is not hyphenated elsewhere', () => {
    for (let measure = 6; measure < 14; measure += 0.5) {
      for (const line of lines('some non-renewable and water-stressed places here', measure, { lang: 'en' })) {
        expect(line).not.toContain('\u00ad');
      }
    }
  });
});
