import type { Face } from '../../src/fonts/types.ts';
import type { DrawnGlyph } from '../../src/inspect/index.ts';

/** A character as it is drawn. `width` in em; the others in pt from the page's left edge. */
export interface Drawn {
  readonly text: string;
  readonly x: number;
  /** Its own width: the font's, whatever space a writer made part of it. */
  readonly width: number;
  /** Where its body begins and ends: of a full-width mark the whole em, with its blank, even where half of it was drawn. */
  readonly from: number;
  readonly to: number;
}

/** One line of a page. Lengths in pt. */
export interface DrawnLine {
  readonly page: number;
  readonly size: number;
  /** Inked characters in order; a space stands in `spaced` of the one after it. */
  readonly characters: readonly Drawn[];
  /** For each character whether a space was drawn before it. */
  readonly spaced: readonly boolean[];
  readonly text: string;
  /** How many characters came as the code point of a ligature. */
  readonly ligatures: number;
}

export const OPENERS: ReadonlySet<string> = new Set('（《〈「『【〖〔［｛“‘');
export const CLOSERS: ReadonlySet<string> = new Set('。，、；：？！．）》〉」』】〗〕］｝”’');

/** What takes the space after itself, when a writer makes it part of a glyph; others beside these take it before. */
const WIDE = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const LIGATURE = /[\ufb00-\ufb06]/u;
const BLANK = /^[\s\u00a0\u200b\u2060\u200e\u200f]*$/u;

/** Puts glyphs into lines: those of one page whose baselines are near each other, from left to right. */
export function drawnLines(glyphs: readonly DrawnGlyph[], face: Face): readonly DrawnLine[] {
  const rows: { page: number; y: number; size: number; glyphs: DrawnGlyph[] }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.page - b.page || b.y - a.y)) {
    const row = rows.at(-1);
    if (
      row !== undefined &&
      row.page === glyph.page &&
      Math.abs(row.y - glyph.y) <= 0.5 * Math.max(row.size, glyph.size)
    ) {
      row.glyphs.push(glyph);
      row.size = Math.max(row.size, glyph.size);
    } else rows.push({ page: glyph.page, y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  return rows.flatMap((row) => {
    const line = lineOf(row.glyphs, row.page, usualSize(row.glyphs), face);
    return line.characters.length === 0 ? [] : [line];
  });
}

/** Sub- and superscripts, and glyphs of another face, are set smaller or larger than the line. */
function usualSize(glyphs: readonly DrawnGlyph[]): number {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** A character as the file has it: `drawn` is the width that the file says, em. */
interface Piece {
  readonly text: string;
  readonly x: number;
  readonly drawn: number;
  readonly size: number;
  readonly spaced: boolean;
}

function lineOf(glyphs: readonly DrawnGlyph[], page: number, size: number, face: Face): DrawnLine {
  const pieces: Piece[] = [];
  let space = false;
  let ligatures = 0;
  for (const glyph of [...glyphs].sort((a, b) => a.x - b.x)) {
    const codes = Array.from(
      glyph.text === '' ? '\ufffd' : LIGATURE.test(glyph.text) ? glyph.text.normalize('NFKC') : glyph.text,
    );
    if (LIGATURE.test(glyph.text)) ligatures += 1;
    let x = glyph.x;
    for (const text of codes) {
      if (BLANK.test(text)) {
        space = true;
        continue;
      }
      const drawn = glyph.width / glyph.size / codes.length;
      pieces.push({ text: text === '\u00ad' ? '-' : text, x, drawn, size: glyph.size, spaced: space });
      space = false;
      x += glyph.width / codes.length;
    }
  }
  const characters = pieces.map((piece, i) =>
    drawnAs(piece, pieces[i - 1]?.text ?? '', pieces[i + 1]?.text ?? '', face),
  );
  return {
    page,
    size,
    characters,
    spaced: pieces.map(({ spaced }) => spaced),
    text: characters.map(({ text }) => text).join(''),
    ligatures,
  };
}

/** A mark whose drawn half is this wide was halved; a wider one is whole, em. */
const HALVED = 0.95;

function drawnAs({ text, x, drawn, size }: Piece, left: string, right: string, face: Face): Drawn {
  const width = ownWidth(face, text, drawn);
  const whole = ownWidth(face, text, 1) > 0.9;
  if (whole && CLOSERS.has(text)) return { text, x, width, from: x, to: x + size };
  if (whole && OPENERS.has(text)) {
    const ink = WIDE.test(text) && drawn < HALVED ? x : x + (drawn - 0.5) * size;
    return { text, x, width, from: ink - 0.5 * size, to: ink + 0.5 * size };
  }
  const extra = (drawn - width) * size;
  const before = !WIDE.test(left) || WIDE.test(text) ? 0 : spaceBefore(extra, right, size);
  return { text, x: x + before, width, from: x + before, to: x + before + width * size };
}

/** What of the space in a glyph between a Han and `right` stands before it: half of it between two Han. */
function spaceBefore(extra: number, right: string, size: number): number {
  if (OPENERS.has(right)) return Math.max(0, extra - 0.5 * size);
  return WIDE.test(right) && !CLOSERS.has(right) ? extra / 2 : extra;
}

/** The face's width, unless the file has a narrower form of the glyph. */
function ownWidth(face: Face, text: string, drawn: number): number {
  const glyph = face.glyphOf(text.codePointAt(0) ?? 0);
  if (glyph === 0) return drawn;
  return Math.min(drawn, face.advanceOf(glyph) / face.unitsPerEm);
}
