import type { Lang } from '../core/index.ts';
import { shaperOf } from './cell-shaper.ts';
import { KIND, kindOf } from './character.ts';
import type { CellStyle, GlyphCell } from './glyph-cells.ts';
import type { FontBook } from './types.ts';

/**
 * Appends the cells of a text in one style. Latin words are shaped with ligatures and kerning, everything else maps one to one.
 * Kinds are resolved by language: in Chinese text curly quotes open and close and dashes are full width, except where an
 * apostrophe or a point stands inside a Latin word.
 * @returns the characters that no face has, in order
 */
export function appendCells(cells: GlyphCell[], text: string, style: CellStyle, fonts: FontBook): readonly string[] {
  const shaper = shaperOf(style, fonts);
  const start = cells.length;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const end = isWordPart(code, style.lang) ? wordEnd(text, at, style.lang) : at;
    if (end > at) {
      // One by one: a word may have more cells than a call takes arguments.
      for (const cell of shaper.word(text.slice(at, end))) cells.push(cell);
      at = end;
    } else {
      const cell = shaper.single(code);
      if (cell !== undefined) cells.push(cell);
      at += code > 0xffff ? 2 : 1;
    }
  }
  const missing: string[] = [];
  for (let i = start; i < cells.length; i += 1)
    if (cells[i]?.glyph === 0) missing.push(cells[i]?.text || (cells[i - 1]?.text ?? ''));
  return missing;
}

/** Marks that belong to a word when a letter or figure stands on both sides, and are Chinese punctuation otherwise. */
const INNER_MARKS = new Set([0x2019, 0xb7]);

function isWordPart(code: number, lang: Lang): boolean {
  if (code >= 0x21 && code <= 0x7e) return true;
  const kind = kindOf(code);
  if (kind === KIND.letter || kind === KIND.digit || kind === KIND.script) return true;
  return lang === 'en' && kind === KIND.symbol && code < 0x2190;
}

function wordEnd(text: string, start: number, lang: Lang): number {
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const inside =
      isWordPart(code, lang) ||
      kindOf(code) === KIND.mark ||
      (INNER_MARKS.has(code) && at > start && joins(text.charCodeAt(at - 1)) && joins(text.charCodeAt(at + 1)));
    if (!inside) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

function joins(code: number): boolean {
  if (Number.isNaN(code)) return false;
  const kind = kindOf(code);
  return kind === KIND.letter || kind === KIND.digit || kind === KIND.script;
}
