import { ENDING, HYPHENS, RANK, SEQUENCE_COST } from './break-table.ts';
import { insideLine, type LineModel, naturalWidth } from './line-model.ts';

/** A line as the search sees it. Lengths in pt. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly natural: number;
  readonly stretch: number;
  /** Parts of the stretch that lie between Han, and inside addresses. */
  readonly hanStretch: number;
  readonly addressStretch: number;
  /** Beyond the stretch, before gaps between Han open further. */
  readonly reserve: number;
  readonly shrink: number;
  /** Width that the line may fill. */
  readonly room: number;
  readonly last: boolean;
  /** Cost of breaking at `to`. */
  readonly penalty: number;
  readonly ending: number;
  readonly hyphen: boolean;
}

/** What a line costs. */
export interface LineCost {
  /** Below 0 shrunk, above 0 stretched; undefined when the line does not do. */
  ratio(line: Candidate): number | undefined;
  demerits(line: Candidate, ratio: number): number;
}

/** How one pass searches. */
export interface SearchPass {
  readonly cost: LineCost;
  /** Highest of the `HYPHENS` that this pass adds. */
  readonly hyphens: number;
  /** Highest rank of a closed break that this pass opens. */
  readonly opens: number;
  /** Whether full stops give too. */
  readonly pressed: boolean;
  /** Whether a line that is too long is taken when nothing else is left. */
  readonly forced: boolean;
}

export interface SearchInput {
  readonly model: LineModel;
  /** First inked cell, and the one after the last. */
  readonly first: number;
  readonly end: number;
  readonly firstRoom: number;
  readonly room: number;
  /** Cost of a jump of more than one fitness class; 0 leaves classes out of the search. */
  readonly jump: number;
  readonly maxHyphensInRow: number;
  readonly unhyphenated: readonly number[];
}

/** A chosen break: the line ends before inked cell `at`. */
export interface ChosenBreak {
  readonly at: number;
  readonly ratio: number;
  readonly hyphen: boolean;
  readonly overfull: boolean;
  /** Rank of the closed break that had to be opened, 0 when none. */
  readonly opened: number;
}

interface Node {
  readonly at: number;
  readonly line: number;
  readonly fitness: number;
  readonly hyphens: number;
  readonly total: number;
  readonly ratio: number;
  readonly hyphen: boolean;
  readonly overfull: boolean;
  readonly opened: number;
  readonly previous: Node | undefined;
}

export const DEMERITS = {
  hyphen: 135,
  consecutiveHyphens: 3000,
  hyphenBeforeLast: 5000,
} as const;

/** Added to the penalty of a break that an emergency opens, by rank. Above what any stretched line costs. */
const OPENED = [0, 1e5, 3e5, 1e6, 1e7] as const;

/**
 * Chooses the breaks of one part of a paragraph with the least total demerits. Lines that can no longer end are dropped as
 * the search goes on, so its work grows with the length of the text.
 * @returns breaks in order, the last one at `end`; undefined when this pass has no way through
 * Source: Knuth & Plass, "Breaking Paragraphs into Lines", 1981.
 */
export function searchBreaks(input: SearchInput, pass: SearchPass): readonly ChosenBreak[] | undefined {
  let active: Node[] = [start(input.first)];
  for (let at = input.first + 1; at <= input.end; at += 1) {
    const rank = at === input.end ? RANK.open : (input.model.breaks.rank[at] as number);
    const kind = input.model.hyphens[at] as number;
    const hyphen = kind !== HYPHENS.none && kind <= pass.hyphens && at < input.end;
    if (rank > pass.opens && !hyphen) continue;
    active = step(input, pass, active, at, hyphen);
    if (active.length === 0) return undefined;
  }
  const best = active.filter((node) => node.at === input.end).reduce(cheaper, undefined);
  return best === undefined ? undefined : trace(best);
}

function start(first: number): Node {
  return {
    at: first,
    line: 0,
    fitness: 1,
    hyphens: 0,
    total: 0,
    ratio: 0,
    hyphen: false,
    overfull: false,
    opened: 0,
    previous: undefined,
  };
}

function cheaper(best: Node | undefined, node: Node): Node {
  return best === undefined || node.total < best.total ? node : best;
}

function trace(node: Node): readonly ChosenBreak[] {
  const chosen: ChosenBreak[] = [];
  for (let at: Node = node; at.previous !== undefined; at = at.previous) {
    chosen.push({ at: at.at, ratio: at.ratio, hyphen: at.hyphen, overfull: at.overfull, opened: at.opened });
  }
  return chosen.reverse();
}

/** One break: which lines can end here, and which starts are past. Nodes at one place differ only in what later lines can feel. */
function step(input: SearchInput, pass: SearchPass, active: readonly Node[], at: number, hyphen: boolean): Node[] {
  const found: Node[] = [];
  const kept: Node[] = [];
  const line = scratch(input, at, hyphen);
  let dropped: Node | undefined;
  for (const node of active) {
    measure(input, pass, line, node.at);
    if (line.natural - line.shrink > line.room + TOLERANCE) {
      dropped = cheaper(dropped, node);
      continue;
    }
    kept.push(node);
    extend(input, pass, node, line, found);
  }
  if (pass.forced && kept.length === 0 && dropped !== undefined) {
    measure(input, pass, line, dropped.at);
    return [overfullNode(input, dropped, line)];
  }
  kept.push(...found);
  return kept;
}

/** pt; widths are sums of thousands of fractions. */
const TOLERANCE = 1e-6;

type Scratch = { -readonly [K in keyof Candidate]: Candidate[K] };

/** The parts of a line that depend on its end alone. One object serves all starts: the search makes millions of lines. */
function scratch(input: SearchInput, at: number, hyphen: boolean): Scratch {
  const { model, end } = input;
  const last = at === end;
  return {
    from: 0,
    to: at,
    natural: 0,
    stretch: 0,
    hanStretch: 0,
    addressStretch: 0,
    reserve: 0,
    shrink: 0,
    room: 0,
    last,
    penalty: hyphen ? hyphenPenalty(model, at) : penaltyAt(model, at, last),
    ending: hyphen ? ENDING.softHyphen : (model.breaks.ending[at] as number),
    hyphen,
  };
}

function measure(input: SearchInput, pass: SearchPass, line: Scratch, from: number): void {
  const { model } = input;
  const at = line.to;
  line.from = from;
  line.natural = naturalWidth(model, from, at) + (line.hyphen ? (model.hyphen[at] as number) : 0);
  line.stretch = insideLine(model.stretch, from, at);
  line.hanStretch = insideLine(model.hanStretch, from, at);
  line.addressStretch = insideLine(model.addressStretch, from, at);
  line.reserve = insideLine(model.reserve, from, at);
  line.shrink = insideLine(model.shrink, from, at) + (pass.pressed ? insideLine(model.lastShrink, from, at) : 0);
  line.room = from === input.first ? input.firstRoom : input.room;
}

function hyphenPenalty(model: LineModel, at: number): number {
  return DEMERITS.hyphen + (model.hyphens[at] === HYPHENS.sequences ? SEQUENCE_COST : 0);
}

function penaltyAt(model: LineModel, at: number, last: boolean): number {
  if (last) return 0;
  return (model.breaks.cost[at] as number) + (OPENED[model.breaks.rank[at] as number] ?? 0);
}

/** Adds the line to what can end here, if it does and nothing cheaper is known for its state. */
function extend(input: SearchInput, pass: SearchPass, node: Node, line: Candidate, found: Node[]): void {
  const ratio = pass.cost.ratio(line);
  if (ratio === undefined) return;
  const hyphenated = !line.last && (line.ending === ENDING.softHyphen || line.ending === ENDING.typedHyphen);
  const hyphens = hyphenated ? node.hyphens + 1 : 0;
  if (hyphens > input.maxHyphensInRow) return;
  if (hyphens > 0 && input.unhyphenated.includes(node.line)) return;
  const fitness = input.jump > 0 ? fitnessOf(ratio) : 0;
  let total = node.total + pass.cost.demerits(line, ratio);
  if (hyphens > 1) total += DEMERITS.consecutiveHyphens;
  if (line.last && node.hyphens > 0) total += DEMERITS.hyphenBeforeLast;
  if (node.previous !== undefined && Math.abs(fitness - node.fitness) > 1) total += input.jump;
  const counted = node.line + 1;
  const byLine = input.unhyphenated.length > 0;
  const known = found.findIndex(
    (other) => other.hyphens === hyphens && other.fitness === fitness && (!byLine || other.line === counted),
  );
  if (known >= 0 && (found[known]?.total ?? 0) <= total) return;
  const next: Node = {
    at: line.to,
    line: counted,
    fitness,
    hyphens,
    total,
    ratio,
    hyphen: line.hyphen,
    overfull: false,
    opened: openedRank(input.model, line),
    previous: node,
  };
  if (known >= 0) found[known] = next;
  else found.push(next);
}

function openedRank(model: LineModel, line: Candidate): number {
  if (line.last) return RANK.open;
  if (!line.hyphen) return model.breaks.rank[line.to] as number;
  return model.hyphens[line.to] === HYPHENS.sequences ? RANK.sequence : RANK.open;
}

function overfullNode(input: SearchInput, node: Node, line: Candidate): Node {
  return {
    at: line.to,
    line: node.line + 1,
    fitness: 0,
    hyphens: 0,
    total: node.total + 1e12,
    ratio: -1,
    hyphen: line.hyphen,
    overfull: true,
    opened: openedRank(input.model, line),
    previous: node,
  };
}

/** Tight, normal, loose, very loose. */
function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}
