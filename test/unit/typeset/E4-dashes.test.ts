import { describe, expect, it } from 'vitest';
import { lines } from './setting.ts';

describe('E4: dashes in English', () => {
  it.each(['—', '–', ' — ', ' – ', ' - '])('no line starts with "%s"', (dash) => {
    for (let measure = 5; measure < 14; measure += 0.5) {
      const set = lines(`all of it${dash}so we say${dash}is in here`, measure, { lang: 'en' });
      for (const line of set) expect(line).not.toMatch(/^[—–-]/);
    }
  });

  it('a line may end after a closed dash', () => {
    expect(lines('all of it—so we say', 5.3, { lang: 'en' })[0]).toBe('all of it—');
  });
});
