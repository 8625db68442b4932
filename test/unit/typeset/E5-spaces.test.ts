import { describe, expect, it } from 'vitest';
import { characters, set } from './setting.ts';

describe('E5: spaces', () => {
  it('one word space after a full stop', () => {
    const placed = characters(set('It is. It was.', 30, { lang: 'en', align: 'start' }).lines[0]);
    const stop = placed.findIndex(({ text }) => text === '.');
    expect((placed[stop + 2]?.x ?? 0) - (placed[stop + 1]?.x ?? 0)).toBeCloseTo(0.25);
  });

  it('a no-break space keeps initials together', () => {
    for (let measure = 5; measure < 12; measure += 0.5) {
      const joined = set('we met E.\u00a0B.\u00a0White here today', measure, { lang: 'en' }).lines.map(
        ({ text }) => text,
      );
      expect(joined.join('|')).toContain('E.\u00a0B.\u00a0White');
    }
  });

  it('a thin space inside a figure keeps its width in a stretched line', () => {
    const placed = characters(set('of 12\u202f345 we see in all of it that is', 10, { lang: 'en' }).lines[0]);
    const thin = placed.findIndex(({ text }) => text === '\u202f');
    expect((placed[thin + 1]?.x ?? 0) - (placed[thin]?.x ?? 0)).toBeCloseTo(0.2);
  });
});
