import { ENDING, RANK } from './break-table.ts';
import type { Candidate } from './candidate.ts';
import { type LineModel, naturalWidth } from './line-model.ts';
import type { LineCost } from './search.ts';

/** Penalty of a last line that holds next to nothing, from an inked cell to the end; 0 when it holds enough. */
export type RuntPenalty = (from: number) => number;

/** Up to this badness a line is taken; the passes go through them in order. Source: TeX's tolerances, then the house's. */
export const TOLERANCES = { plain: 100, hyphenated: 200, loose: 800 } as const;

/** From this share of the measure on a last line is justified too. */
export const FULL_LAST_LINE = 0.98;
/** Of two lines that cost about the same the one that shrinks is taken. Source: CLREQ #reduction_of_inter_character_spacing. */
const SHRINK_FAVOUR = 0.8;
/**
 * Beyond these ratios a line is a defect whatever it looks like: badness jumps, grows slowly for a while, so that a paragraph
 * that cannot do without has few loose lines rather than many, and faster at the end. Chinese lines are loose when the gaps
 * between Han are used up, and bad when these reach a quarter of an em; English ones when word spaces are twice their width.
 * Tuned on report prose at 50 to 165 mm.
 */
const LOOSE = {
  zh: { from: 1, jump: 12000, growth: 200, until: 3.2, steep: 1000 },
  en: { from: 2, jump: 9000, growth: 100, until: 8, steep: 150 },
  /** A line that is all address stays short from here on, which shows more than loose spaces do. */
  address: { from: 2, jump: 25_000, growth: 300, until: 8, steep: 300 },
  /** A line without any gap that gives cannot but end short. */
  stuck: { from: 0, jump: 25_000, growth: 500, until: 40, steep: 0 },
} as const;
const RUNT_CLOSED = 1000;

/** Justified text: the cube of the ratio, as Knuth and Plass have it. `tolerance` undefined takes any stretch. */
export function justifiedCost(tolerance: number | undefined, runt: RuntPenalty): LineCost {
  const limit = tolerance ?? Number.POSITIVE_INFINITY;
  return {
    ratio: (line) => {
      const ratio = stretchRatio(line);
      if (ratio === undefined) return undefined;
      if (badnessOf(line, ratio) > limit) return undefined;
      if (tolerance !== undefined && line.last && runt(line.from) >= RUNT_CLOSED) return undefined;
      return ratio;
    },
    demerits: (line, ratio) => {
      const penalty = line.penalty + (line.last ? runt(line.from) : 0);
      const demerits = (1 + badnessOf(line, ratio) + penalty) ** 2;
      return (ratio < 0 ? demerits * SHRINK_FAVOUR : demerits) + line.opened;
    },
  };
}

function stretchRatio(line: Candidate): number | undefined {
  const slack = line.room - line.natural;
  if (slack < 0) return line.shrink < -slack - 1e-6 ? undefined : Math.max(-1, slack / line.shrink);
  if (line.last && line.natural < FULL_LAST_LINE * line.room) return 0;
  if (slack < 1e-6) return 0;
  return line.stretch > 0 ? slack / line.stretch : UNSTRETCHABLE.least + (UNSTRETCHABLE.spread * slack) / line.room;
}

/** Ratios of a line without any gap that could grow, by how short it is: none of them passes before an emergency. */
const UNSTRETCHABLE = { least: 10, spread: 30 } as const;

function badnessOf(line: Candidate, ratio: number): number {
  const kind = kindOfLine(line);
  const loose = LOOSE[kind];
  const reserve = kind === 'zh' ? line.reserve / line.stretch : 0;
  const value =
    ratio <= loose.from + reserve || ratio <= 0 ? 100 * Math.abs(ratio) ** 3 : looseBadness(ratio - reserve, loose);
  return line.last && ratio > 0 ? Math.min(value, TOLERANCES.plain) : value;
}

/** How far a line that ends in an address is stretched, in shares of its stretch inside the address and elsewhere. */
const ADDRESS_LIMIT = { inside: 2, elsewhere: 8 } as const;

/** Whether a line is left short, since it ends in an address and little else in it gives. Source: Chicago Manual of Style 14.18. */
export function staysShort(
  line: Pick<Candidate, 'ending' | 'room' | 'natural' | 'stretch' | 'addressStretch'>,
): boolean {
  if (line.ending !== ENDING.address) return false;
  const { inside, elsewhere } = ADDRESS_LIMIT;
  return line.room - line.natural > inside * line.addressStretch + elsewhere * (line.stretch - line.addressStretch);
}

/** Lines with gaps between Han are judged as Chinese, others as English, whatever the paragraph is. */
function kindOfLine(line: Candidate): keyof typeof LOOSE {
  if (line.stretch <= 0) return 'stuck';
  if (line.addressStretch * 2 > line.stretch || staysShort(line)) return 'address';
  return line.hanStretch > 0 ? 'zh' : 'en';
}

function looseBadness(ratio: number, loose: (typeof LOOSE)[keyof typeof LOOSE]): number {
  const { from, jump, growth, until, steep } = loose;
  return 100 * from ** 3 + jump + growth * (ratio - from) + steep * Math.max(0, ratio - until);
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
      if (line.last) return penalty + line.opened;
      const slack = Math.max(0, line.room - line.natural);
      const short = line.natural < RAGGED.minimum * line.room ? RAGGED.short : 0;
      const follows = next[line.to] ?? end;
      const needless = input.fill && naturalWidth(model, line.from, follows) <= line.room ? RAGGED.needless : 0;
      return RAGGED.slack * (slack / input.em) ** 2 + penalty + short + needless + line.opened;
    },
  };
}

/** From this cost on a break is no place that a line should fill up to. */
const DEAR = 100;

/** For each boundary the nearest cheap break after or before it. */
function neighboringBreaks(model: LineModel, end: number, direction: 1 | -1): Int32Array {
  const found = new Int32Array(end + 2);
  let nearest = direction === 1 ? end : 0;
  const from = direction === 1 ? end : 0;
  for (let n = 0; n <= end; n += 1) {
    const k = from - direction * n;
    found[k] = nearest;
    if (model.breaks.rank[k] === RANK.open && (model.breaks.cost[k] as number) < DEAR) nearest = k;
  }
  return found;
}

/** What a break costs that does not stand after a mark: as much as 20 % of the measure away from the even width. */
const PREFERRED = 400;

export interface BalanceInput {
  readonly target: number;
  readonly preferred: (at: number) => boolean;
}

/** Headings: lines of even length; a break after a mark that parts the sentence is preferred. */
export function balancedCost(input: BalanceInput): LineCost {
  return {
    ratio: (line) => (line.natural > line.room + 1e-6 ? undefined : 0),
    demerits: (line) => {
      const off = (100 * (line.natural - input.target)) / line.room;
      const plain = line.last || input.preferred(line.to) ? 0 : PREFERRED;
      return off * off + plain + RAGGED.penalty * line.penalty;
    },
  };
}
