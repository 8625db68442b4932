import type { Font } from '../font/font.ts';
import type { FontProgram } from '../font/program.ts';
import type { Facts } from '../model/facts.ts';
import { isName, isStream, nameOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';
import { at, hex, programOf, usedFonts } from './fonts.ts';

/** Widths may be rounded to whole thousandths. */
const ROUNDING = 1.01;

/** A code of a composite font with its glyph in the embedded program. */
interface ShownGlyph {
  readonly font: Font;
  readonly program: FontProgram;
  readonly code: number;
  /** Undefined for a code that leads to no glyph. */
  readonly glyph: number | undefined;
}

/** Glyphs of composite fonts that are coded by identity: only those can be followed without a table. */
function* shownGlyphs(facts: Facts): Iterable<ShownGlyph> {
  for (const font of usedFonts(facts)) {
    const program = programOf(facts, font);
    const encoding = facts.file.get(font.dict, 'Encoding');
    if (typeof program === 'string' || font.descendant === undefined) continue;
    if (!isName(encoding) || !encoding.name.startsWith('Identity')) continue;
    const glyphOf = glyphMap(facts, font, program);
    for (const code of font.used.keys()) yield { font, program, code, glyph: glyphOf(code) };
  }
}

function glyphMap({ file }: Facts, font: Font, program: FontProgram): (cid: number) => number | undefined {
  if (nameOf(file.get(font.descendant, 'Subtype')) !== 'CIDFontType2') return program.glyphOfCid ?? ((cid) => cid);
  const map = file.get(font.descendant, 'CIDToGIDMap');
  const data = isStream(map) ? file.data(map) : undefined;
  if (data === undefined) return (cid) => cid;
  return (cid) => (2 * cid + 1 < data.length ? ((data[2 * cid] ?? 0) << 8) | (data[2 * cid + 1] ?? 0) : undefined);
}

/** Source: ISO 14289-1 7.21.4.1; ISO 19005-3 6.2.11.4.1; Matterhorn 31-011. */
export const FONT_GLYPHS: Rule = {
  ids: { ua1: 'UA-7.21.4.1-2', a3a: 'A-6.2.11.4.1-2', x4: 'X4-fonts-glyphs' },
  severity: 'fail',
  asks: 'the embedded program has each glyph that is shown',
  *check(facts) {
    for (const { font, program, code, glyph } of shownGlyphs(facts)) {
      if (glyph === undefined || glyph >= program.glyphs) {
        yield { message: `${font.name} has no glyph for the code ${hex(code)}`, ...at(font, code) };
      }
    }
  },
};

/** Source: ISO 14289-1 7.21.5; ISO 19005-3 6.2.11.5; Matterhorn 31-016. */
export const FONT_WIDTHS: Rule = {
  ids: { ua1: 'UA-7.21.5-1', a3a: 'A-6.2.11.5-1', x4: 'X4-fonts-widths' },
  severity: 'fail',
  asks: 'widths in the file are those of the font',
  *check(facts) {
    for (const { font, program, code, glyph } of shownGlyphs(facts)) {
      const own = glyph === undefined || glyph >= program.glyphs ? undefined : program.widthOf(glyph);
      if (own === undefined || Math.abs(own - font.widthOf(code)) <= ROUNDING) continue;
      const message = `the code ${hex(code)} of ${font.name} is ${font.widthOf(code)} wide, its glyph ${own.toFixed(1)}`;
      yield { message, ...at(font, code) };
    }
  },
};

/** Source: ISO 14289-1 7.21.8; ISO 19005-3 6.2.11.8; Matterhorn 31-030. */
export const FONT_NOTDEF: Rule = {
  ids: { ua1: 'UA-7.21.8-1', a3a: 'A-6.2.11.8-1', x4: 'X4-fonts-notdef' },
  severity: 'fail',
  asks: 'no text shows the glyph of missing characters',
  *check(facts) {
    for (const { font, code, glyph } of shownGlyphs(facts)) {
      if (glyph === 0) yield { message: `the code ${hex(code)} of ${font.name} shows .notdef`, ...at(font, code) };
    }
  },
};
