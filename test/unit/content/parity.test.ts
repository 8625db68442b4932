import { describe, expect, it } from 'vitest';
import { checkParity } from '../../../src/content/cross/parity.ts';
import { parseText } from '../../../src/content/inlines.ts';
import type { PlacedText } from '../../../src/content/texts.ts';
import type { Lang } from '../../../src/core/index.ts';

const ORIGINS = { spanOf: () => undefined };

function codes(zh: string, en: string): readonly string[] {
  const text = (source: string, lang: Lang): PlacedText['text'][Lang] => parseText(source, lang, 'a.yaml#').text;
  const placed: PlacedText = {
    text: { zh: text(zh, 'zh'), en: text(en, 'en') },
    role: 'prose',
    shared: false,
    owner: 'a',
  };
  return checkParity([placed], ORIGINS).map(({ code }) => code);
}

describe('a text that was left in the other language', () => {
  it.each([
    ['water is drawn', 'water is drawn', ['P1']],
    ['水', '水', ['P1']],
    ['CO2e', 'CO2e', []],
    ['Petal', 'Petal', []],
    ['水', 'water', []],
  ])('%s beside %s', (zh, en, expected) => expect(codes(zh, en)).toEqual(expected));

  it('is looked for in a word of 200,000 letters in one pass', () => {
    expect(codes('水', 'w'.repeat(200_000))).toEqual([]);
  });
});
