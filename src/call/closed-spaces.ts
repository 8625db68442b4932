import type { TextPiece } from './page-piece.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A space between a figure and Chinese text, as some setters and typists put it: `232 万吨`, `2024 年 3 月`, `约 5 吨`. */
const BESIDE_HAN =
  /(?<=[\d%‰℃]) (?=[\p{Script=Han}，。；、（])|(?<=[\p{Script=Han}，。；、）]) (?=[\d+\u2212-]*\d)|(?<=[A-Z]) (?=\p{Script=Han})|(?<=\p{Script=Han}) (?=[A-Z])/gu;
/** The number of a heading or a list item: its space parts it from the words that it counts. */
const LEAD = /^\s*\d{1,2}(?:\.\d{1,2})* /;
/** How many places a file has to show before its habit is known. */
const ENOUGH = 8;

/** Whether a file sets a space between figures and Chinese text, mostly. */
export function isSpaced(texts: readonly string[]): boolean {
  let open = 0;
  let closed = 0;
  for (const text of texts) {
    open += (text.match(/\d \p{Script=Han}/gu) ?? []).length;
    closed += (text.match(/\d\p{Script=Han}/gu) ?? []).length;
  }
  return open >= ENOUGH && open > closed;
}

/** The piece without the spaces that part its figures from Chinese text; its runs stay where they are on the page. */
export function closedUp(piece: TextPiece, vocabulary: Vocabulary): TextPiece {
  const lead = leadOf(piece.text, vocabulary);
  return dropped(
    piece,
    [...piece.text.matchAll(BESIDE_HAN)].map(({ index }) => index).filter((at) => at >= lead),
  );
}

/** 十 五 年 of a loose line, with a space at each character: letter spacing, and no space of the text. */
const LETTER_SPACED = /[\p{Script=Han}（）](?: [\p{Script=Han}（），、：]){2,}/gu;

/** The piece without the spaces that letter spacing made. */
export function withoutLetterSpaces(piece: TextPiece): TextPiece {
  const spaces = [...piece.text.matchAll(LETTER_SPACED)].flatMap(({ 0: text, index }) =>
    [...text.matchAll(/ /g)].map((space) => index + space.index),
  );
  return dropped(piece, spaces);
}

/** The piece without the characters at these offsets, in ascending order. */
function dropped(piece: TextPiece, offsets: readonly number[]): TextPiece {
  if (offsets.length === 0) return piece;
  const gone = new Set(offsets);
  const moved = (at: number): number => at - offsets.filter((one) => one < at).length;
  return {
    ...piece,
    text: without(piece.text, gone),
    runs: piece.runs.map((run) => ({ ...run, start: moved(run.start), end: moved(run.end) })),
    marks: piece.marks.map((mark) => ({ ...mark, at: moved(mark.at) })),
  };
}

/** Length of the number that a piece begins with and its space; 0 where a unit follows it: 6.3 万小时, 62 学时. */
function leadOf(text: string, vocabulary: Vocabulary): number {
  const length = LEAD.exec(text)?.[0].length ?? 0;
  const { power, unit, end } = vocabulary.tailAt(text, length, false);
  const measured = power > 0 || (unit !== undefined && (unit.unit !== '' || end >= text.trimEnd().length));
  return measured ? 0 : length;
}

function without(text: string, gone: ReadonlySet<number>): string {
  return text
    .split('')
    .filter((_, at) => !gone.has(at))
    .join('');
}
