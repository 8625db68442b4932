import { describe, expect, it } from 'vitest';
import { lines } from './setting.ts';

describe('E4: dashes in English', () => {
  it.each(['—', '–', ' — ', ' – ', ' - '])('no line starts with "%s"', (dash) => {
    for (let measure = 5; measure < 14; measure += 0.5) {
      const set = lines(`all of it${dash}so we say${dash}is in here`, measure, { lang: 'en' });
      for (const line of set) expect(line).not.toMatch(/^[—–-]/);
    }
  });

  it.each([
    ['closed', 'all of it—so we say—in 3–4 of it'],
    ['spaced', 'all of it\u00a0– so we say\u00a0– in 3–4 of it'],
    ['as-written', 'all of it — so we say – in 3–4 of it'],
  ] as const)('a theme sets them %s, and ranges as they are', (dash, shown) => {
    const set = lines('all of it — so we say – in 3–4 of it', 60, { lang: 'en', policy: { dash } });
    expect(set).toEqual([shown]);
  });

  it('a spaced dash ends a line, and never starts one', () => {
    const policy = { dash: 'spaced' } as const;
    expect(lines('all of it—so we say', 5.6, { lang: 'en', policy, align: 'start' })[0]).toBe('all of it\u00a0–');
  });

  it('a line may end after a closed dash', () => {
    expect(lines('all of it—so we say', 5.3, { lang: 'en' })[0]).toBe('all of it—');
  });
});
