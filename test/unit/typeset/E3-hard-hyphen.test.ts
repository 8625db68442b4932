import { describe, expect, it } from 'vitest';
import { lines, set } from './setting.ts';

describe('E3: typed hyphens', () => {
  it('a line may end after one, and no second is added', () => {
    expect(lines('a long-term plan of it all', 4, { lang: 'en' })[0]).toBe('a long-');
  });

  it('a compound is not hyphenated elsewhere while word spaces stay under five times their width', () => {
    for (let measure = 8; measure < 16; measure += 0.5) {
      for (const line of lines('we see all of it in and water-stressed places of ours', measure, { lang: 'en' })) {
        expect(line).not.toContain('\u00ad');
      }
    }
  });

  it('its parts are hyphenated where a line would else stand open further, and that is said', () => {
    const open = set('some non-renewable and water-stressed places here', 12, { lang: 'en' });
    expect(open.lines[0]?.text).toBe('some non-renewable and wa\u00ad');
    expect(open.diagnostics.map(({ message }) => message)).toEqual([
      'a compound is broken at "newable and wa|ter-stressed"',
    ]);
  });
});
