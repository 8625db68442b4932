import { ENDING, HYPHENS, RANK } from './break-table.ts';
import { type Candidate, measureCandidate, openCandidate } from './candidate.ts';
import type { LineModel } from './line-model.ts';
import type { ChosenBreak, SearchInput, SearchPass } from './search.ts';

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

/** Demerits of hyphens in a row, and of one in the line before the last. Source: TeX. */
const DEMERITS = {
  consecutiveHyphens: 3000,
  hyphenBeforeLast: 5000,
} as const;

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
  const line = openCandidate(input, at, hyphen);
  let dropped: Node | undefined;
  for (const node of active) {
    measureCandidate(input, pass, line, node.at);
    if (line.natural - line.shrink - line.hair > line.room + TOLERANCE) {
      dropped = cheaper(dropped, node);
      continue;
    }
    kept.push(node);
    extend(input, pass, node, line, found);
  }
  if (pass.forced && kept.length === 0 && dropped !== undefined) {
    measureCandidate(input, pass, line, dropped.at);
    return [overfullNode(input, dropped, line)];
  }
  kept.push(...found);
  return kept;
}

/** pt; widths are sums of thousands of fractions. */
const TOLERANCE = 1e-6;

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
  return model.hyphens[line.to] === HYPHENS.words ? RANK.open : RANK.sequence;
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
