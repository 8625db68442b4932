import { describe, expect, it } from 'vitest';
import { set } from './setting.ts';

const WORDS =
  'the plan of the year is to cut what we use and to pay for what is left of it so that all of us may see it'.split(
    ' ',
  );

describe('F5: no last line of one short word', () => {
  it('draws another word down', () => {
    for (let count = 8; count <= WORDS.length; count += 1) {
      const last = set(WORDS.slice(0, count).join(' '), 14, { lang: 'en' }).lines.at(-1);
      expect(last?.text).toMatch(/ |.{5}/);
    }
  });

  it('a figure alone counts as a short word in Chinese too', () => {
    for (let length = 8; length < 30; length += 1) {
      const lines = set(`${'国'.repeat(length)}占12%。`, 8).lines;
      if (lines.length > 1) expect(lines.at(-1)?.text).not.toBe('12%。');
    }
  });
});
