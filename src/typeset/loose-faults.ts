import { type Diagnostic, diagnose } from '../core/index.ts';
import { excerpt } from './faults.ts';
import { STRETCH_STEP } from './glue.ts';
import type { Prepared } from './prepare.ts';

/** From here on a line shows holes: word spaces as multiples of the natural one; between Han beyond their limit. House values. */
const HOLES = { words: 6, rounding: 1e-4 } as const;

/**
 * L005 of a justified line whose gaps had to be opened so far that it shows, since nothing in it may be broken.
 * @param adjust what justification added to each gap, pt
 */
export function looseFault(prepared: Prepared, from: number, to: number, adjust: Float64Array): Diagnostic | undefined {
  const { gaps, itemized, text } = prepared;
  let han = 0;
  let words = 0;
  for (let k = from + 1; k < to; k += 1) {
    const added = adjust[k] ?? 0;
    if ((gaps.english[k] ?? 0) > 0) words = Math.max(words, 1 + added / (gaps.gap[k] ?? 1));
    else if (gaps.stretchStep[k] === STRETCH_STEP.han || (gaps.tight[k] ?? 0) > 0)
      han = Math.max(han, added / (gaps.size[k] ?? 1));
  }
  if (han <= gaps.hanLimit + HOLES.rounding && words <= HOLES.words) return undefined;
  const shown = `"${excerpt(prepared, from, to)}"`;
  const wide = words > HOLES.words;
  const origin = itemized.runs[itemized.runOf[text.cell[from] ?? 0] ?? 0]?.origin;
  return diagnose('L005', wide ? `the words of ${shown} stand far apart` : `the characters of ${shown} stand apart`, {
    ...(origin === undefined ? {} : { origin }),
    expected: wide
      ? `word spaces up to ${HOLES.words} times the natural one`
      : `gaps up to ${gaps.hanLimit} em between Han`,
    found: wide ? `${words.toFixed(1)} times` : `${han.toFixed(2)} em`,
    hints: ['give the text a wider measure or set it ragged, or let more of its words be hyphenated'],
  });
}
