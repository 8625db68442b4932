import type { Font } from '../font/font.ts';
import { type ProgramResult, readProgram } from '../font/program.ts';
import type { Facts } from '../model/facts.ts';
import { dictOf, isName, isStream, nameOf, numberOf } from '../objects/index.ts';
import type { Found, Rule } from '../rule.ts';

const programs = new WeakMap<Font, ProgramResult>();

/** Read once, for all rules. */
export function programOf({ file }: Facts, font: Font): ProgramResult {
  const known = programs.get(font);
  if (known !== undefined) return known;
  const program = readProgram(file, font);
  programs.set(font, program);
  return program;
}

/** Fonts in use, other than those whose glyphs are content themselves. */
export function usedFonts({ painting }: Facts): readonly Font[] {
  return painting.fonts.filter((font) => font.used.size > 0 && font.subtype !== 'Type3');
}

export function at(font: Font, code?: number): Omit<Found, 'message'> {
  const use = code === undefined ? font.used.values().next().value : font.used.get(code);
  return { object: font.id, page: use?.page };
}

export function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

/** Source: ISO 14289-1 7.21.4.1; ISO 19005-3 6.2.11.4.1; ISO 15930-7 6.3; Matterhorn 31-009. */
export const FONT_EMBEDDED: Rule = {
  ids: { ua1: 'UA-7.21.4.1-1', a3a: 'A-6.2.11.4.1-1', x4: 'X4-fonts-embedded' },
  severity: 'fail',
  asks: 'fonts that show are embedded, whole enough to be read',
  *check(facts) {
    for (const font of usedFonts(facts)) {
      if (font.program === undefined) {
        if (font.visible) yield { message: `${font.name} is not embedded`, ...at(font) };
      } else if (programOf(facts, font) === 'broken')
        yield { message: `the program of ${font.name} is damaged`, ...at(font) };
    }
  },
};

/** Source: ISO 14289-1 7.21.3.2; ISO 19005-3 6.2.11.3.2; Matterhorn 31-004, 31-005. */
export const FONT_GLYPH_MAP: Rule = {
  ids: { ua1: 'UA-7.21.3.2-1', a3a: 'A-6.2.11.3.2-1', x4: 'X4-fonts-glyph-map' },
  severity: 'fail',
  asks: 'a composite TrueType font maps its codes to glyphs',
  *check(facts) {
    for (const font of usedFonts(facts)) {
      if (nameOf(facts.file.get(font.descendant, 'Subtype')) !== 'CIDFontType2' || font.program === undefined) continue;
      const map = facts.file.get(font.descendant, 'CIDToGIDMap');
      if (!isStream(map) && nameOf(map) !== 'Identity')
        yield { message: `${font.name} has no CIDToGIDMap`, ...at(font) };
    }
  },
};

/** Maps that every reader has. Source: ISO 32000-1 table 118. */
const KNOWN_MAPS =
  /^(?:Identity|GB-EUC|GBpc-EUC|GBK-EUC|GBKp-EUC|GBK2K|UniGB-UCS2|UniGB-UTF16|B5pc|HKscs-B5|ETen-B5|ETenms-B5|CNS-EUC|UniCNS-UCS2|UniCNS-UTF16|83pv-RKSJ|90ms-RKSJ|90msp-RKSJ|90pv-RKSJ|Add-RKSJ|EUC|Ext-RKSJ|UniJIS-UCS2|UniJIS-UCS2-HW|UniJIS-UTF16|KSC-EUC|KSCms-UHC|KSCms-UHC-HW|KSCpc-EUC|UniKS-UCS2|UniKS-UTF16)(?:-[HV])?$/;

/** Source: ISO 14289-1 7.21.3.3; ISO 19005-3 6.2.11.3.3; Matterhorn 31-006. */
export const FONT_CODE_MAP: Rule = {
  ids: { ua1: 'UA-7.21.3.3-1', a3a: 'A-6.2.11.3.3-1', x4: 'X4-fonts-code-map' },
  severity: 'fail',
  asks: 'the code map of a composite font is known to all readers, or embedded',
  *check(facts) {
    for (const font of usedFonts(facts)) {
      if (font.descendant === undefined) continue;
      const encoding = facts.file.get(font.dict, 'Encoding');
      if (isStream(encoding) || (isName(encoding) && KNOWN_MAPS.test(encoding.name))) continue;
      yield { message: `${font.name} is coded by \`${nameOf(encoding) ?? 'nothing'}\``, ...at(font) };
    }
  },
};

/** Source: ISO 14289-1 7.21.3.1; ISO 19005-3 6.2.11.3.1; Matterhorn 31-001. */
export const FONT_SYSTEM: Rule = {
  ids: { ua1: 'UA-7.21.3.1-1', a3a: 'A-6.2.11.3.1-1', x4: 'X4-fonts-system' },
  severity: 'fail',
  asks: 'a composite font says which set of characters its glyphs are of',
  *check(facts) {
    const { file } = facts;
    for (const font of usedFonts(facts)) {
      if (font.descendant === undefined) continue;
      const dict = dictOf(file.get(font.descendant, 'CIDSystemInfo'));
      if (!dict?.entries.has('Registry') || !dict.entries.has('Ordering')) {
        yield { message: `${font.name} has no whole CIDSystemInfo`, ...at(font) };
      }
    }
  },
};

const SYMBOLIC = 4;

/** Source: ISO 14289-1 7.21.6; ISO 19005-3 6.2.11.6; Matterhorn 31-021, 31-024. */
export const FONT_ENCODING: Rule = {
  ids: { ua1: 'UA-7.21.6-2', a3a: 'A-6.2.11.6-2', x4: 'X4-fonts-encoding' },
  severity: 'fail',
  asks: 'a simple TrueType font is coded as Mac or Windows Latin, or is symbolic without a code of its own',
  *check(facts) {
    const { file } = facts;
    for (const font of usedFonts(facts)) {
      if (font.subtype !== 'TrueType') continue;
      const encoding = file.get(font.dict, 'Encoding');
      const base = isName(encoding) ? encoding.name : nameOf(file.get(dictOf(encoding), 'BaseEncoding'));
      const symbolic = ((numberOf(file.get(font.descriptor, 'Flags')) ?? 0) & SYMBOLIC) !== 0;
      if (symbolic && encoding !== null) yield { message: `${font.name} is symbolic and has an Encoding`, ...at(font) };
      if (!symbolic && base !== 'WinAnsiEncoding' && base !== 'MacRomanEncoding') {
        yield { message: `${font.name} is coded by \`${base ?? 'nothing'}\``, ...at(font) };
      }
    }
  },
};
