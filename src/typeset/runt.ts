import { type CharacterKind, isFullWidthMark, KIND } from '../fonts/index.ts';
import type { BreakTable } from './break-table.ts';
import { ENDING } from './break-table.ts';
import type { RuntPenalty } from './line-cost.ts';
import { BETWEEN, type LineText } from './line-text.ts';

/** Last lines of one Han, or of one short word; of two Han; of a word's stub. House values after CLREQ and Chicago. */
const PENALTY = { runt: 90_000, twoHan: 200, stub: 95_000 } as const;
/** Longer last lines are never runts: no need to look at them. */
const LOOKED_AT = 24;

export interface RuntInput {
  readonly text: LineText;
  readonly breaks: BreakTable;
  readonly first: number;
  readonly end: number;
  /** A last line of one word needs as many letters. */
  readonly lastWordLetters: number;
  /** Natural width of a last line that is too short beside a first-line indent, pt; 0 without an indent. */
  readonly leastWidth: number;
  readonly width: (from: number, to: number) => number;
}

/**
 * Penalty of the last line, by where it starts: a single Han, a single word of under five letters, the second half of a
 * typed compound, or a line hardly longer than the indent. A paragraph of one line has none.
 * Source: CLREQ #prohibition_rules_for_line_start_end (widows); GB/T 15834-2011 5.1.11.
 */
export function runtPenalty(input: RuntInput): RuntPenalty {
  const known = new Map<number, number>();
  return (from) => {
    if (from === input.first || input.end - from > LOOKED_AT) return 0;
    let penalty = known.get(from);
    if (penalty === undefined) {
      penalty = judge(input, from);
      known.set(from, penalty);
    }
    return penalty;
  };
}

function judge(input: RuntInput, from: number): number {
  const { text, end } = input;
  let han = 0;
  let core = 0;
  let wordCharacters = 0;
  let spaces = 0;
  for (let k = from; k < end; k += 1) {
    const kind = text.kind[k] as CharacterKind;
    if (kind === KIND.object) return 0;
    if (kind === KIND.han) han += 1;
    if (!isFullWidthMark(kind)) core += 1;
    if (kind === KIND.letter || kind === KIND.digit || kind === KIND.script) wordCharacters += textLength(text, k);
    if (k > from && (text.between[k] ?? 0) & BETWEEN.space) spaces += 1;
  }
  if (han === 0 && spaces === 0) {
    if (input.breaks.ending[from] === ENDING.typedHyphen) return PENALTY.stub;
    if (wordCharacters < input.lastWordLetters) return PENALTY.runt;
  }
  if (han === 1 && core === 1) return PENALTY.runt;
  if (input.leastWidth > 0 && input.width(from, end) < input.leastWidth) return PENALTY.runt;
  return han === 2 && core === 2 ? PENALTY.twoHan : 0;
}

/** A ligature is one cell of several characters. */
function textLength(text: LineText, k: number): number {
  const next = k + 1 < text.count ? (text.offset[k + 1] ?? 0) : text.flat.length;
  return text.between[k + 1] ? 1 : Math.max(1, next - (text.offset[k] ?? 0));
}
