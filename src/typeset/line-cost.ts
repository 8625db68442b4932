import { ENDING } from './break-table.ts';
import { type LineModel, naturalWidth } from './line-model.ts';
import type { Candidate, LineCost } from './optimize.ts';

/** Penalty of a last line that holds next to nothing, from an inked cell to the end; 0 when it holds enough. */
export type RuntPenalty = (from: number) => number;

/** Up to this badness a line is taken; the passes go through them in order. Source: TeX's tolerances, then the house's. */
export const TOLERANCES = { plain: 100, hyphenated: 200, loose: 800 } as const;

/** From this share of the measure on a last line is justified too. */
const FULL_LAST_LINE = 0.98;
/** Of two lines that cost about the same the one that shrinks is taken. Source: CLREQ #reduction_of_inter_character_spacing. */
const SHRINK_FAVOUR = 0.8;
/** A line that ends inside or after an address may stay short. */
const ADDRESS_BADNESS = 200;
/** Ratio from which badness grows no longer with the cube, so that numbers stay comparable. */
const STEEP_UNTIL = 4.6;
const RUNT_CLOSED = 1000;

/** Justified text: the cube of the ratio, as Knuth and Plass have it. `tolerance` undefined takes any stretch. */
export function justifiedCost(tolerance: number | undefined, runt: RuntPenalty): LineCost {
  const limit = tolerance ?? Number.POSITIVE_INFINITY;
  return {
    ratio: (line) => {
      const ratio = stretchRatio(line);
      if (ratio === undefined) return undefined;
      if (badness(line, ratio) > limit) return undefined;
      if (tolerance !== undefined && line.last && runt(line.from) >= RUNT_CLOSED) return undefined;
      return ratio;
    },
    demerits: (line, ratio) => {
      const penalty = line.penalty + (line.last ? runt(line.from) : 0);
      const demerits = (1 + badness(line, ratio) + penalty) ** 2;
      return ratio < 0 ? demerits * SHRINK_FAVOUR : demerits;
    },
  };
}

function stretchRatio(line: Candidate): number | undefined {
  const slack = line.room - line.natural;
  if (slack < 0) return line.shrink < -slack - 1e-6 ? undefined : Math.max(-1, slack / line.shrink);
  if (line.last && line.natural < FULL_LAST_LINE * line.room) return 0;
  if (slack < 1e-6) return 0;
  return line.stretch > 0 ? slack / line.stretch : UNSTRETCHABLE;
}

/** Ratio of a line without any gap that could grow. */
const UNSTRETCHABLE = 40;

function badness(line: Candidate, ratio: number): number {
  const size = Math.abs(ratio);
  const steep = Math.min(size, STEEP_UNTIL);
  const value = 100 * steep ** 3 + 1000 * (size - steep);
  if (line.last && ratio > 0) return Math.min(value, TOLERANCES.plain);
  return line.ending === ENDING.address && ratio > 0 ? Math.min(value, ADDRESS_BADNESS) : value;
}

/** Weights of ragged text: square of the slack in em, against penalties. */
const RAGGED = { slack: 100, penalty: 10, short: 1e5, needless: 2e4, minimum: 0.7, hyphenFrom: 0.3 } as const;

export interface RaggedInput {
  readonly model: LineModel;
  readonly em: number;
  readonly end: number;
  /** Chinese lines fill up to the last character that fits. */
  readonly fill: boolean;
  readonly runt: RuntPenalty;
}

/**
 * Ragged text: least sum of squared slack; no line under 70 % of the measure; a hyphen only where a line would else be more
 * than 30 % short.
 */
export function raggedCost(input: RaggedInput): LineCost {
  const { model, end } = input;
  const next = neighboringBreaks(model, end, 1);
  const previous = neighboringBreaks(model, end, -1);
  return {
    ratio: (line) => {
      if (line.natural > line.room + 1e-6) return undefined;
      if (line.hyphen) {
        const before = previous[line.to] ?? line.from;
        if (before > line.from && naturalWidth(model, line.from, before) >= (1 - RAGGED.hyphenFrom) * line.room) {
          return undefined;
        }
      }
      return 0;
    },
    demerits: (line) => {
      const penalty = RAGGED.penalty * (line.penalty + (line.last ? input.runt(line.from) : 0));
      if (line.last) return penalty;
      const slack = Math.max(0, line.room - line.natural);
      const short = line.natural < RAGGED.minimum * line.room ? RAGGED.short : 0;
      const follows = next[line.to] ?? end;
      const needless = input.fill && naturalWidth(model, line.from, follows) <= line.room ? RAGGED.needless : 0;
      return RAGGED.slack * (slack / input.em) ** 2 + penalty + short + needless;
    },
  };
}

/** For each boundary the nearest open break after or before it. */
function neighboringBreaks(model: LineModel, end: number, direction: 1 | -1): Int32Array {
  const found = new Int32Array(end + 2);
  let nearest = direction === 1 ? end : 0;
  const from = direction === 1 ? end : 0;
  for (let n = 0; n <= end; n += 1) {
    const k = from - direction * n;
    found[k] = nearest;
    if (model.breaks.rank[k] === 0) nearest = k;
  }
  return found;
}

/** How much nearer to the even width a break after a dash or colon may count. */
const PREFERRED = 400;

export interface BalanceInput {
  readonly target: number;
  readonly preferred: (at: number) => boolean;
}

/** Headings: lines of even length; a break after a dash or colon is preferred. */
export function balancedCost(input: BalanceInput): LineCost {
  return {
    ratio: (line) => (line.natural > line.room + 1e-6 ? undefined : 0),
    demerits: (line) => {
      const off = (100 * (line.natural - input.target)) / line.room;
      const bonus = !line.last && input.preferred(line.to) ? PREFERRED : 0;
      return Math.max(0, off * off - bonus) + RAGGED.penalty * line.penalty;
    },
  };
}
