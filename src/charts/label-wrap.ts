import type { Lang } from '../core/index.ts';

/** Marks that may not begin a line, and marks that may not end one. Source: CLREQ #prohibition_rules_for_line_start_end. */
const NOT_AT_START = /^[，。、；：？！）》」』”’％%,.;:?!)\]]/u;
const NOT_AT_END = /[（《「『“‘(]$/u;
const HAN = /[\p{Script=Han}，。、；：？！（）《》「」『』“”]/u;

/**
 * Breaks a label to a width: between Han characters and at spaces, never inside a figure or a word, with no mark at the
 * wrong end. Lines are of even length; a single word wider than the width stays whole.
 * @param width  pt
 * @param widthOf  measures a text, pt
 */
export function wrapLabel(
  text: string,
  lang: Lang,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const lines = greedy(text, lang, width, widthOf);
  if (lines.length < 2) return lines;
  for (let room = widthOf(text.replaceAll('\n', '')) / lines.length; room < width; room += width / 24) {
    const balanced = greedy(text, lang, room, widthOf);
    if (balanced.length === lines.length) return balanced;
  }
  return lines;
}

function greedy(text: string, lang: Lang, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let current = '';
    for (const piece of piecesOf(paragraph, lang)) {
      const longer = current + piece;
      if (current !== '' && widthOf(longer.trimEnd()) > width) {
        lines.push(current.trimEnd());
        current = piece.trimStart();
      } else {
        current = longer;
      }
    }
    lines.push(current.trimEnd());
  }
  return lines;
}

function piecesOf(text: string, lang: Lang): readonly string[] {
  if (lang === 'en') return text.split(/(?<= )/);
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    const joined =
      last !== undefined &&
      (NOT_AT_START.test(character) ||
        NOT_AT_END.test(last) ||
        (!HAN.test(character) && !HAN.test(last.slice(-1)) && character !== ' ' && !last.endsWith(' ')) ||
        (/\d$/.test(last) && /[年月日万亿%]/u.test(character)));
    if (joined) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}
