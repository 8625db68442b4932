import { describe, expect, it } from 'vitest';
import { set } from './setting.ts';

describe('F4: no last line of a single Han', () => {
  it.each(['', '。', '……'])('with "%s" after it', (mark) => {
    for (let length = 9; length < 40; length += 1) {
      for (const align of ['justify', 'start'] as const) {
        const last = set(`${'国'.repeat(length)}${mark}`, 8, { align }).lines.at(-1);
        expect(last?.text.replaceAll(/[。…]/g, '').length).toBeGreaterThan(1);
      }
    }
  });

  it('a paragraph of one line has none', () => {
    expect(set('国。', 8).lines.map((line) => line.text)).toEqual(['国。']);
  });
});
