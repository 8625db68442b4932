import { InternalError } from '../../../core/index.ts';
import type { Face, FaceId, FontBook } from '../../../fonts/types.ts';
import type { Component } from './composite.ts';
import { openTrueType, type TrueTypeFont } from './true-type.ts';

/**
 * What one character code of an embedded font shows and says: one glyph as the face has it, or several glyphs, moved, or with
 * another advance. Widths in units of the em. One glyph that stands for two texts takes two codes, so that each code has
 * exactly one text; the code is also the glyph's number in the subset.
 */
export interface CodedGlyph {
  readonly components: readonly Component[];
  readonly advance: number;
  readonly text: string;
}

/** One face as the file uses it, its codes given out in the order of first use. */
export interface CodedFont {
  readonly face: Face;
  readonly program: TrueTypeFont;
  /** Name in the resources, without the slash. */
  readonly resource: string;
  /** Index 0 is `.notdef` and never shown. */
  readonly coded: readonly CodedGlyph[];
  /** The code of one glyph as the face has it. */
  plain(glyph: number, text: string): number;
  /** The code of glyphs that are moved, fused, or of another width. */
  composed(glyph: CodedGlyph): number;
}

/** The fonts of one file, in order of first use. */
export interface FontTable {
  font(face: FaceId): CodedFont;
  readonly all: readonly CodedFont[];
}

/** Opens faces of a book on demand. */
export function createFontTable(book: FontBook): FontTable {
  const fonts = new Map<FaceId, CodedFont>();
  const all: CodedFont[] = [];
  return {
    all,
    font(id) {
      const known = fonts.get(id);
      if (known !== undefined) return known;
      const face = book.faces.get(id);
      if (face === undefined) throw new InternalError(`a run names the face ${id}, which the font book does not have`);
      const font = createCodedFont(face, `F${all.length + 1}`);
      fonts.set(id, font);
      all.push(font);
      return font;
    },
  };
}

function createCodedFont(face: Face, resource: string): CodedFont {
  const program = openTrueType(face.bytes);
  const coded: CodedGlyph[] = [{ components: [{ glyph: 0, dx: 0 }], advance: program.advance(0), text: '' }];
  const codes = new Map<string, number>();
  const codeOf = (key: string, make: () => CodedGlyph): number => {
    const known = codes.get(key);
    if (known !== undefined) return known;
    const glyph = make();
    if (glyph.text === '') throw new InternalError(`a glyph of ${face.id} stands for no text`);
    const code = coded.length;
    coded.push(glyph);
    codes.set(key, code);
    return code;
  };
  /** What a glyph stood for last, which is nearly always what it stands for next. */
  const usual = new Map<number, { readonly text: string; readonly code: number }>();
  return {
    face,
    program,
    resource,
    coded,
    plain: (glyph, text) => {
      const last = usual.get(glyph);
      if (last?.text === text) return last.code;
      const advance = program.advance(glyph);
      const code = codeOf(`${glyph} ${text}`, () => ({ components: [{ glyph, dx: 0 }], advance, text }));
      usual.set(glyph, { text, code });
      return code;
    },
    composed: (wanted) => {
      const parts = wanted.components.map((part) => `${part.glyph}+${part.dx}`).join(',');
      return codeOf(`${parts}|${wanted.advance} ${wanted.text}`, () => wanted);
    },
  };
}
