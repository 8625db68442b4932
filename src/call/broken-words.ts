import { MONTHS } from '../metrics/index.ts';
import { ENGLISH_MAGNITUDES, UNIT_ROWS } from './unit-words.ts';

/** Whether two ends of lines are parts of one word, whose hyphen the file does not give away. */
export type IsBroken = (left: string, right: string) => boolean;

/** Words that figures are told with; a file may break one that it has nowhere else. */
const FIGURE_WORDS = [
  ...MONTHS,
  ...ENGLISH_MAGNITUDES.map(([word]) => word),
  ...UNIT_ROWS.flatMap(({ words }) => words),
  ...'thousand hundred quarter quarters thirds fifths half doubled tripled percentage eleven twelve thirteen fourteen fifteen'.split(
    ' ',
  ),
  ...'sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
];

/**
 * Tells broken words by the words of a file: `mil` and `lion` are one, `per` and `cent` are two. Setters mark the hyphen of a
 * line end as a soft one, which readers of PDF drop.
 * @param lines  the texts of the lines; their first and last words may be parts and are not counted
 */
export function brokenWords(lines: readonly string[]): IsBroken {
  const words = new Set(FIGURE_WORDS.map((word) => word.toLowerCase()).filter((word) => /^[a-z]{4,}$/.test(word)));
  for (const line of lines) {
    for (const word of line.split(/[^A-Za-z]+/).slice(1, -1)) words.add(word.toLowerCase());
  }
  return (left, right) => {
    const [head, tail] = [/[A-Za-z]+$/.exec(left)?.[0] ?? '', /^[a-z]+/.exec(right)?.[0] ?? ''];
    if (head.length < 2 || tail.length < 2) return false;
    const parts = words.has(head.toLowerCase()) && words.has(tail);
    return !parts && words.has(`${head}${tail}`.toLowerCase());
  };
}
