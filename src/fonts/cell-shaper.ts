import { type CharacterKind, KIND, kindOf } from './character.ts';
import type { CellStyle, GlyphCell } from './glyph-cells.ts';
import type { Face, FaceChoice, FontBook, ShapedRun } from './types.ts';

/** Shapes words and single characters of one style, each once. */
export interface CellShaper {
  word(text: string): readonly GlyphCell[];
  /** Undefined only when no face has as much as a space. */
  single(code: number): GlyphCell | undefined;
}

/** Longer words are not kept: a long address or figure seldom comes twice. */
const CACHED_LENGTH = 48;
const CACHED_WORDS = 20_000;

/** A sub- or superscript that no face has: the plain glyph at this size and height. House values, in em. */
const SYNTHETIC = { scale: 0.62, sub: -0.14, super: 0.33 } as const;

/** Marks that Chinese faces draw a full em wide; English text takes the narrow form. */
const NARROWED = new Set([0x2018, 0x2019, 0x201c, 0x201d, 0x2026, 0xb7]);
const FULL_WIDTH_FROM = 0.9;

const shapers = new WeakMap<FontBook, Map<string, CellShaper>>();

/** The shaper of a style; the same book and style give the same one. */
export function shaperOf(style: CellStyle, fonts: FontBook): CellShaper {
  let known = shapers.get(fonts);
  if (known === undefined) {
    known = new Map();
    shapers.set(fonts, known);
  }
  const { font } = style;
  const key = `${font.family}${font.weight}${font.italic === true}${style.lang}${style.figures}${style.spaced}`;
  let shaper = known.get(key);
  if (shaper === undefined) {
    shaper = makeShaper(style, fonts);
    known.set(key, shaper);
  }
  return shaper;
}

function makeShaper(style: CellStyle, fonts: FontBook): CellShaper {
  const words = new Map<string, readonly GlyphCell[]>();
  const singles = new Map<number, GlyphCell | undefined>();
  return {
    word: (text) => {
      const known = words.get(text);
      if (known !== undefined) return known;
      const shaped = shapeWord(text, style, fonts);
      if (text.length <= CACHED_LENGTH) {
        if (words.size >= CACHED_WORDS) words.clear();
        words.set(text, shaped);
      }
      return shaped;
    },
    single: (code) => {
      if (singles.has(code)) return singles.get(code);
      const cell = shapeSingle(code, style, fonts);
      singles.set(code, cell);
      return cell;
    },
  };
}

function shapeWord(text: string, style: CellStyle, fonts: FontBook): readonly GlyphCell[] {
  const cells: GlyphCell[] = [];
  const letters = lettersOf(text);
  for (let i = 0; i < letters.length; ) {
    const code = letters[i]?.codePointAt(0) ?? 0;
    const choice = chooseForLetter(letters[i] ?? '', style, fonts);
    if (choice === undefined || NARROWED.has(code)) {
      const cell = choice === undefined ? shapeSingle(code, style, fonts) : narrowCell(code, choice);
      if (cell !== undefined) cells.push(cell);
      i += 1;
      continue;
    }
    const digits = kindOf(code) === KIND.digit;
    let end = i + 1;
    while (end < letters.length) {
      const next = letters[end]?.codePointAt(0) ?? 0;
      if (NARROWED.has(next) || (kindOf(next) === KIND.digit) !== digits) break;
      if (chooseForLetter(letters[end] ?? '', style, fonts)?.face !== choice.face) break;
      end += 1;
    }
    const features = digits ? figureFeatures(style) : style.spaced ? SPACED : PLAIN;
    pushShaped(cells, choice.face.shape(letters.slice(i, end).join(''), { lang: style.lang, features }), choice);
    i = end;
  }
  return cells;
}

/** Characters with the combining marks that follow them. */
function lettersOf(text: string): readonly string[] {
  const letters: string[] = [];
  for (const character of text) {
    const last = letters.length - 1;
    if (last >= 0 && kindOf(character.codePointAt(0) ?? 0) === KIND.mark) letters[last] += character;
    else letters.push(character);
  }
  return letters;
}

/** The face of a letter; one with combining marks comes from a face that has them all, where there is one. */
function chooseForLetter(letter: string, style: CellStyle, fonts: FontBook): FaceChoice | undefined {
  const [base = 0, ...marks] = Array.from(letter, (character) => character.codePointAt(0) ?? 0);
  const plain = chooseInWord(base, style, fonts);
  const lacking = marks.find((mark) => plain !== undefined && plain.face.glyphOf(mark) === 0);
  if (lacking === undefined) return plain;
  const marked = fonts.faceFor(lacking, style.font, style.lang);
  return marked !== undefined && marked.face.glyphOf(base) !== 0 ? marked : plain;
}

const PLAIN: readonly string[] = [];
const SPACED: readonly string[] = ['-liga'];
const TABULAR: readonly string[] = ['tnum', 'lnum', '-liga', '-kern'];
const PROPORTIONAL: readonly string[] = ['pnum', 'lnum', '-liga', '-kern'];

function figureFeatures(style: CellStyle): readonly string[] {
  return style.figures === 'tabular' ? TABULAR : PROPORTIONAL;
}

/** Inside a Latin word of Chinese text, an apostrophe or point comes from the word's own face. */
function chooseInWord(code: number, style: CellStyle, fonts: FontBook): FaceChoice | undefined {
  if (style.lang === 'en' || !NARROWED.has(code)) return fonts.faceFor(code, style.font, style.lang);
  const letter = fonts.faceFor(0x6e, style.font, 'zh');
  const narrow = fonts.faceFor(code, style.font, 'en');
  return narrow === undefined || letter === undefined ? narrow : { face: narrow.face, scale: letter.scale };
}

function shapeSingle(code: number, style: CellStyle, fonts: FontBook): GlyphCell | undefined {
  const kind = kindInText(code, style);
  const choice = fonts.faceFor(code, style.font, style.lang);
  if (kind === KIND.control || (kind === KIND.mark && choice === undefined))
    return undrawnCell(code, kind, style, fonts);
  if (kind === KIND.space) return spaceCell(code, style, fonts);
  if (choice === undefined) return syntheticCell(code, kind, style, fonts);
  if (style.lang === 'en' && NARROWED.has(code)) return narrowCell(code, choice);
  const glyph = nativeGlyph(choice.face, code, style);
  return cellOf({ code, kind, choice, glyph, advance: em(choice.face, glyph) });
}

function undrawnCell(code: number, kind: CharacterKind, style: CellStyle, fonts: FontBook): GlyphCell | undefined {
  const choice = fonts.faceFor(0x20, style.font, style.lang);
  return choice === undefined ? undefined : cellOf({ code, kind, choice, glyph: -1, advance: 0 });
}

/** In Chinese text the dash takes the form that joins its neighbor. */
function nativeGlyph(face: Face, code: number, style: CellStyle): number {
  const glyph = face.glyphOf(code);
  return style.lang === 'zh' && code === 0x2014 ? (face.alternate(glyph, 'locl')?.glyph ?? glyph) : glyph;
}

/** Kind by language: quotes, dashes, the ellipsis and the middle dot are full-width marks in Chinese text only. */
function kindInText(code: number, style: CellStyle): CharacterKind {
  if (style.lang === 'zh') {
    if (code === 0x201c || code === 0x2018) return KIND.opener;
    if (code === 0x201d || code === 0x2019) return KIND.closer;
    if (code === 0x2014 || code === 0x2e3a) return KIND.dash;
    if (code === 0x2026 || code === 0x22ef) return KIND.ellipsis;
    if (code === 0xb7 || code === 0x30fb || code === 0x2027) return KIND.middleDot;
  }
  return kindOf(code);
}

/** Widths of spaces that faces seldom have, em. */
const SPACE_WIDTHS: ReadonlyMap<number, number> = new Map([
  [0x2002, 0.5],
  [0x2003, 1],
  [0x2004, 1 / 3],
  [0x2005, 0.25],
  [0x2006, 1 / 6],
  [0x2009, 0.2],
  [0x200a, 0.1],
  [0x202f, 0.2],
  [0x3000, 1],
]);

function spaceCell(code: number, style: CellStyle, fonts: FontBook): GlyphCell | undefined {
  const choice = fonts.faceFor(0x20, style.font, style.lang);
  if (choice === undefined) return undefined;
  const glyph = choice.face.glyphOf(0x20);
  const figure = code === 0x2007 ? choice.face.glyphOf(0x30) : glyph;
  const known = SPACE_WIDTHS.get(code);
  const advance = known === undefined ? em(choice.face, figure) : known / choice.scale;
  return cellOf({ code, kind: KIND.space, choice, glyph, advance });
}

function narrowCell(code: number, choice: FaceChoice): GlyphCell {
  const { face } = choice;
  const plain = face.glyphOf(code);
  const wide = em(face, plain) >= FULL_WIDTH_FROM;
  const glyph = (wide ? face.alternate(plain, 'pwid')?.glyph : undefined) ?? plain;
  return cellOf({ code, kind: KIND.symbol, choice, glyph, advance: em(face, glyph) });
}

function syntheticCell(code: number, kind: CharacterKind, style: CellStyle, fonts: FontBook): GlyphCell | undefined {
  const base = kind === KIND.script ? (String.fromCodePoint(code).normalize('NFKC').codePointAt(0) ?? 0) : 0;
  const choice = fonts.faceFor(base, style.font, style.lang);
  if (kind === KIND.script && choice !== undefined) {
    const glyph = choice.face.glyphOf(base);
    const small: FaceChoice = { face: choice.face, scale: choice.scale * SYNTHETIC.scale };
    const rise = code >= 0x2080 ? SYNTHETIC.sub : SYNTHETIC.super;
    return cellOf({ code, kind, choice: small, glyph, advance: em(choice.face, glyph), rise });
  }
  const fallback = fonts.faceFor(0x20, style.font, style.lang);
  if (fallback === undefined) return undefined;
  return cellOf({ code, kind, choice: fallback, glyph: 0, advance: em(fallback.face, 0) });
}

function em(face: Face, glyph: number): number {
  return face.advanceOf(glyph) / face.unitsPerEm;
}

interface CellParts {
  readonly text?: string;
  readonly code: number;
  readonly kind: CharacterKind;
  readonly choice: FaceChoice;
  readonly glyph: number;
  /** em of the glyph's own size, as the next two. */
  readonly advance: number;
  readonly kern?: number;
  readonly xOffset?: number;
  readonly rise?: number;
}

function cellOf(parts: CellParts): GlyphCell {
  const { face, scale } = parts.choice;
  return {
    text: parts.text ?? String.fromCodePoint(parts.code),
    code: parts.code,
    kind: parts.kind,
    face,
    scale,
    glyph: parts.glyph,
    advance: parts.advance * scale,
    kern: (parts.kern ?? 0) * scale,
    xOffset: (parts.xOffset ?? 0) * scale,
    rise: parts.rise ?? 0,
  };
}

function pushShaped(cells: GlyphCell[], shaped: ShapedRun, choice: FaceChoice): void {
  const { face } = choice;
  for (let i = 0; i < shaped.glyphs.length; i += 1) {
    const text = shaped.clusters[i] ?? '';
    const code = text.codePointAt(0) ?? 0;
    const glyph = shaped.glyphs[i] ?? 0;
    const advance = em(face, glyph);
    const kern = (shaped.advances[i] ?? 0) / face.unitsPerEm - advance;
    const xOffset = (shaped.xOffsets[i] ?? 0) / face.unitsPerEm;
    const kind = text === '' ? KIND.mark : kindOf(code);
    cells.push(cellOf({ text, code, kind, choice, glyph, advance, kern, xOffset }));
  }
}
