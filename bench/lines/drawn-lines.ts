import type { Face } from '../../src/fonts/types.ts';
import type { DrawnGlyph } from '../../src/inspect/index.ts';

/** A character as it is drawn. Lengths in em, but `x` in pt from the page's left edge. */
export interface Drawn {
  readonly text: string;
  readonly x: number;
  /** Its own width: the font's, whatever space a writer made part of it. */
  readonly width: number;
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

const HAN = /\p{Script=Han}/u;
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

function lineOf(glyphs: readonly DrawnGlyph[], page: number, size: number, face: Face): DrawnLine {
  const characters: Drawn[] = [];
  const spaced: boolean[] = [];
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
      const width = ownWidth(face, text, drawn);
      // Space that a writer made part of a glyph stands before it where a Han is left of it, and after it elsewhere.
      const before = HAN.test(characters.at(-1)?.text ?? '') && !HAN.test(text) ? (drawn - width) * glyph.size : 0;
      characters.push({ text: text === '\u00ad' ? '-' : text, x: x + before, width });
      spaced.push(space);
      space = false;
      x += glyph.width / codes.length;
    }
  }
  return { page, size, characters, spaced, text: characters.map(({ text }) => text).join(''), ligatures };
}

/** The face's width, unless the file has a narrower form of the glyph. */
function ownWidth(face: Face, text: string, drawn: number): number {
  const glyph = face.glyphOf(text.codePointAt(0) ?? 0);
  if (glyph === 0) return drawn;
  return Math.min(drawn, face.advanceOf(glyph) / face.unitsPerEm);
}
