import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage, languageRuns } from '../../../src/typeset/index.ts';

const parts = (text: string, lang: 'zh' | 'en') => languageRuns(text, lang).map((run) => `${run.lang}:${run.text}`);

describe('languages of a plain text', () => {
  it('guesses by the share of Han', () => {
    expect(guessLanguage('依据TCFD的框架，我们从治理、战略等方面披露')).toBe('zh');
    expect(guessLanguage('The programme known as “双碳” in Chinese')).toBe('en');
    expect(guessLanguage('12.5%')).toBe('en');
  });

  it('leaves names inside Chinese, and takes passages out', () => {
    expect(parts('入选S&P Global的年鉴', 'zh')).toEqual(['zh:入选S&P Global的年鉴']);
    expect(parts('我们说：“We read figures with their notes.”对。', 'zh')).toEqual([
      'zh:我们说：“',
      'en:We read figures with their notes.',
      'zh:”对。',
    ]);
  });

  it('takes Han out of English, and leaves the quotes around them', () => {
    expect(parts('known as “双碳” here', 'en')).toEqual(['en:known as “', 'zh:双碳', 'en:” here']);
  });

  it('loses nothing', () => {
    const piece = fc.constantFrom('国家', '，', 'green ', 'power ', 'for all ', '“', '”', ' ', '——', '12%', 'a');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('zh' as const, 'en' as const), (pieces, lang) => {
        const text = pieces.join('');
        expect(
          languageRuns(text, lang)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
      { seed: 20240722 },
    );
  });
});
