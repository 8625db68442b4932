import { ENDING, HYPHENS } from './break-table.ts';
import { insideLine, type LineModel, naturalWidth } from './line-model.ts';
import { HAIR, type LineGaps } from './opening.ts';
import type { SearchInput, SearchPass } from './search.ts';

/** A line as the search sees it. Lengths in pt. */
export interface Candidate extends LineGaps {
  readonly from: number;
  readonly to: number;
  readonly natural: number;
  readonly shrink: number;
  /** Beyond the shrink, where that lets a line fit. */
  readonly hair: number;
  /** Width that the line may fill. */
  readonly room: number;
  readonly last: boolean;
  /** Cost of breaking at `to`. */
  readonly penalty: number;
  /** Demerits of opening what is closed there. */
  readonly opened: number;
  readonly ending: number;
  readonly hyphen: boolean;
}

/**
 * Demerits of one inside a sequence: a third of a loose line's, so that it is taken only where it spares one; of one inside a
 * name, twice that. House values.
 */
const HYPHENED = { [HYPHENS.sequences]: 3e7, [HYPHENS.names]: 6e7 } as const;

/** Demerits of a break that an emergency opens, by rank. Above what stretched lines cost, however loose. */
const OPENED = [0, 1e10, 1e11, 1e12, 1e14] as const;

/** A candidate under measurement. */
export type Scratch = { -readonly [K in keyof Candidate]: Candidate[K] };

/** The parts of a line that depend on its end alone. One object serves all starts: the search makes millions of lines. */
export function openCandidate(input: SearchInput, at: number, hyphen: boolean): Scratch {
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
    han: 0,
    english: 0,
    tight: 0,
    shrink: 0,
    hair: 0,
    room: 0,
    last,
    penalty: hyphen ? input.hyphenCost : last ? 0 : (model.breaks.cost[at] as number),
    opened: last ? 0 : hyphen ? hyphenInside(model, at) : (OPENED[model.breaks.rank[at] as number] ?? 0),
    ending: hyphen ? ENDING.softHyphen : (model.breaks.ending[at] as number),
    hyphen,
  };
}

/** Fills in what depends on where the line starts. */
export function measureCandidate(input: SearchInput, pass: SearchPass, line: Scratch, from: number): void {
  const { model } = input;
  const at = line.to;
  line.from = from;
  line.natural = naturalWidth(model, from, at) + (line.hyphen ? (model.hyphen[at] as number) : 0);
  line.stretch = insideLine(model.stretch, from, at);
  line.hanStretch = insideLine(model.hanStretch, from, at);
  line.addressStretch = insideLine(model.addressStretch, from, at);
  line.reserve = insideLine(model.reserve, from, at);
  line.han = insideLine(model.han, from, at);
  line.hair = HAIR * line.han;
  line.english = insideLine(model.english, from, at);
  line.tight = insideLine(model.tight, from, at);
  line.shrink = insideLine(model.shrink, from, at) + (pass.pressed ? insideLine(model.lastShrink, from, at) : 0);
  line.room = from === input.first ? input.firstRoom : input.room;
}

function hyphenInside(model: LineModel, at: number): number {
  const kind = model.hyphens[at];
  return kind === HYPHENS.sequences || kind === HYPHENS.names ? HYPHENED[kind] : 0;
}
