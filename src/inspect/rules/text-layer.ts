import { nameOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';
import { at, hex, usedFonts } from './fonts.ts';

/** Source: ISO 14289-1 7.21.7; ISO 19005-3 6.2.11.7.2; Matterhorn 31-027. */
export const TEXT_UNICODE: Rule = {
  ids: { ua1: 'UA-7.21.7-1', a3a: 'A-6.2.11.7.2-1' },
  severity: 'fail',
  asks: 'each code that is shown has a text',
  *check(facts) {
    for (const font of usedFonts(facts)) {
      const named =
        font.descendant === undefined && font.unicode === undefined && facts.file.get(font.dict, 'Encoding') !== null;
      for (const [code, use] of font.used) {
        if (named || !use.bare) continue;
        const text = font.unicode?.get(code);
        if (text === undefined || text === '')
          yield { message: `the code ${hex(code)} of ${font.name} has no text`, ...at(font, code) };
      }
    }
  },
};

/** Source: ISO 14289-1 7.21.7; ISO 19005-3 6.2.11.7.2; Matterhorn 31-028, 31-029. */
export const TEXT_VALUES: Rule = {
  ids: { ua1: 'UA-7.21.7-2', a3a: 'A-6.2.11.7.2-2' },
  severity: 'fail',
  asks: 'no text is U+0000, U+FEFF or U+FFFE',
  *check(facts) {
    for (const font of usedFonts(facts)) {
      for (const code of font.used.keys()) {
        if (/[\u0000\ufeff\ufffe]/.test(font.unicode?.get(code) ?? '')) {
          yield { message: `the code ${hex(code)} of ${font.name} stands for no character`, ...at(font, code) };
        }
      }
    }
  },
};

/** Characters that look like others, or stand for what could not be read: wrong for search and speech. */
const WRONG = /[\u2e80-\u2fdf\ufffd]/;

/** Source: Unicode 16.0, 18.2 (CJK Radicals Supplement, Kangxi Radicals). */
export const TEXT_RADICALS: Rule = {
  ids: { ua1: 'H-text-characters', a3a: 'H-text-characters' },
  severity: 'fail',
  asks: 'no text is a radical in place of a character, or U+FFFD',
  *check(facts) {
    for (const font of usedFonts(facts)) {
      for (const code of font.used.keys()) {
        const found = WRONG.exec(font.unicode?.get(code) ?? '')?.[0];
        if (found === undefined) continue;
        yield {
          message: `the code ${hex(code)} of ${font.name} stands for U+${hex(found.charCodeAt(0))}`,
          ...at(font, code),
        };
      }
    }
  },
};

/** Source: ISO 19005-3 6.2.11.7.3. */
export const PRIVATE_USE: Rule = {
  ids: { a3a: 'A-6.2.11.7.3-1' },
  severity: 'fail',
  asks: 'a private character has a replacement text',
  *check(facts) {
    for (const font of usedFonts(facts)) {
      for (const [code, use] of font.used) {
        if (use.bare && /\p{Co}/u.test(font.unicode?.get(code) ?? '')) {
          yield { message: `the code ${hex(code)} of ${font.name} stands for a private character`, ...at(font, code) };
        }
      }
    }
  },
};

/** Source: ISO 19005-3 6.2.11.2. */
export const FONT_TYPE: Rule = {
  ids: { a3a: 'A-6.2.11.2-1', x4: 'X4-fonts-type' },
  severity: 'fail',
  asks: 'a font says that it is one',
  *check(facts) {
    for (const font of usedFonts(facts)) {
      if (nameOf(facts.file.get(font.dict, 'Type')) !== 'Font')
        yield { message: `${font.name} has no Type /Font`, ...at(font) };
    }
  },
};
