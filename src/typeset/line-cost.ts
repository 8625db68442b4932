import { ENDING, RANK } from './break-table.ts';
import type { Candidate } from './candidate.ts';
import { type LineModel, naturalWidth } from './line-model.ts';
import { openingOf, opensAsChinese } from './opening.ts';
import type { LineCost } from './search.ts';
import type { TypesetPolicy } from './types.ts';

/** Penalty of a last line that holds next to nothing, from an inked cell to the end; 0 when it holds enough. */
export type RuntPenalty = (from: number) => number;

/** The limits of a theme that price lines. */
export type LineLimits = Pick<TypesetPolicy, 'fullLastLine' | 'hanLimit'>;

/** Up to this badness a line is taken; the passes go through them in order. Source: TeX's tolerances, then the house's. */
export const TOLERANCES = { plain: 100, hyphenated: 200, loose: 800, patient: 100_000 } as const;

/** Of two lines that cost about the same the one that shrinks is taken. Source: CLREQ #reduction_of_inter_character_spacing. */
const SHRINK_FAVOUR = 0.8;
/**
 * Beyond these ratios a line is a defect whatever it looks like: badness jumps, grows slowly for a while, so that a paragraph
 * that cannot do without has few loose lines rather than many, and faster at the end. English lines are loose when word spaces
 * are twice their width. Tuned on report prose at 50 to 165 mm.
 */
const LOOSE = {
  en: { from: 2, jump: 9000, growth: 100, until: 10, steep: 400 },
  /** A line that is all address stays short from here on, which shows more than loose spaces do. */
  address: { from: 2, jump: 25_000, growth: 300, until: 8, steep: 300 },
  /** A line without any gap that gives cannot but end short. */
  stuck: { from: 0, jump: 60_000, growth: 500, until: 40, steep: 0 },
} as const;
/**
 * A Chinese line is priced by what will show: it is loose when the gaps between Han are used up (`loose`, and `width` for each
 * em they open), strained when these pass their limit and the sequences open with them, torn from an em on, which costs more
 * than to break a sequence. Tuned on report prose at 50 to 165 mm.
 */
const OPENING = { loose: 30_000, width: 5_000, strained: 3_000, further: 60_000, tornFrom: 1, torn: 120_000 } as const;

const RUNT_CLOSED = 1000;

/**
 * Justified text: the cube of the ratio, as Knuth and Plass have it. A line of more than the tolerated badness does not do;
 * nor does a runt, unless all but torn lines are tolerated.
 */
export function justifiedCost(tolerance: number, runt: RuntPenalty, limits: LineLimits): LineCost {
  const runts = tolerance >= TOLERANCES.patient;
  return {
    ratio: (line) => {
      const ratio = stretchRatio(line, limits.fullLastLine);
      if (ratio === undefined) return undefined;
      if (badnessOf(line, ratio, limits.hanLimit) > tolerance) return undefined;
      if (!runts && line.last && runt(line.from) >= RUNT_CLOSED) return undefined;
      return ratio;
    },
    demerits: (line, ratio) => {
      const penalty = line.penalty + (line.last ? runt(line.from) : 0);
      const demerits = (1 + badnessOf(line, ratio, limits.hanLimit) + penalty) ** 2;
      return (ratio < 0 ? demerits * SHRINK_FAVOUR : demerits) + line.opened;
    },
  };
}

function stretchRatio(line: Candidate, fullLastLine: number): number | undefined {
  const slack = line.room - line.natural;
  if (slack < 0) return line.shrink + line.hair < -slack - 1e-6 ? undefined : Math.max(-1, slack / line.shrink);
  if (line.last && line.natural < fullLastLine * line.room) return 0;
  if (slack < 1e-6) return 0;
  return line.stretch > 0 ? slack / line.stretch : UNSTRETCHABLE.least + (UNSTRETCHABLE.spread * slack) / line.room;
}

/** Ratios of a line without any gap that could grow, by how short it is: none of them passes before an emergency. */
const UNSTRETCHABLE = { least: 10, spread: 30 } as const;

function badnessOf(line: Candidate, ratio: number, hanLimit: number): number {
  const value = ratio <= 0 ? 100 * Math.abs(ratio) ** 3 : stretchedBadness(line, ratio, hanLimit);
  return line.last && ratio > 0 ? Math.min(value, TOLERANCES.plain) : value;
}

function stretchedBadness(line: Candidate, ratio: number, hanLimit: number): number {
  const kind = kindOfLine(line);
  if (kind === 'zh') return chineseBadness(line, ratio, hanLimit);
  const loose = LOOSE[kind];
  return ratio <= loose.from ? 100 * ratio ** 3 : looseBadness(ratio, loose);
}

function chineseBadness(line: Candidate, ratio: number, hanLimit: number): number {
  const { width, strained } = openingOf(line, line.room - line.natural, hanLimit);
  if (width === 0) return 100 * ratio ** 3;
  const { loose, further, tornFrom, torn } = OPENING;
  const beyond = further * Math.max(0, width - hanLimit) + (strained ? OPENING.strained : 0);
  return loose + OPENING.width * Math.min(width, hanLimit) + beyond + (width >= tornFrom ? torn : 0);
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
function kindOfLine(line: Candidate): keyof typeof LOOSE | 'zh' {
  if (line.addressStretch > 0 && (line.addressStretch * 2 > line.stretch || staysShort(line))) return 'address';
  if (opensAsChinese(line)) return 'zh';
  return line.stretch <= 0 ? 'stuck' : 'en';
}

function looseBadness(ratio: number, loose: (typeof LOOSE)[keyof typeof LOOSE]): number {
  const { from, jump, growth, until, steep } = loose;
  return 100 * from ** 3 + jump + growth * (ratio - from) + steep * Math.max(0, ratio - until);
}

/** Weights of ragged text: square of the slack in em, against penalties. */
const RAGGED = { slack: 100, penalty: 10, short: 1e5, needless: 2e4 } as const;

export interface RaggedInput {
  readonly model: LineModel;
  readonly em: number;
  readonly end: number;
  /** Chinese lines fill up to the last character that fits. */
  readonly fill: boolean;
  readonly runt: RuntPenalty;
  readonly limits: TypesetPolicy['raggedLine'];
}

/**
 * Ragged text: least sum of squared slack; no line under the least share of the measure; a hyphen only where a line would else
 * fill too little of it.
 */
export function raggedCost(input: RaggedInput): LineCost {
  const { model, end, limits } = input;
  const next = neighboringBreaks(model, end, 1);
  const previous = neighboringBreaks(model, end, -1);
  return {
    ratio: (line) => {
      if (line.natural > line.room + 1e-6) return undefined;
      if (line.hyphen) {
        const before = previous[line.to] ?? line.from;
        if (before > line.from && naturalWidth(model, line.from, before) >= limits.hyphenUnder * line.room) {
          return undefined;
        }
      }
      return 0;
    },
    demerits: (line) => {
      const penalty = RAGGED.penalty * (line.penalty + (line.last ? input.runt(line.from) : 0));
      if (line.last) return penalty + line.opened;
      const slack = Math.max(0, line.room - line.natural);
      const short = line.natural < limits.least * line.room ? RAGGED.short : 0;
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
