/** Why a break is closed; emergency passes open the lower ones first. */
export const RANK = {
  open: 0,
  /** A sequence that belongs together: figure and unit, label and number, a point inside an address. */
  sequence: 1,
  /** Inside a figure or a word. */
  word: 2,
  /** Before or after a mark that may not start or end a line. */
  mark: 3,
  /** Inside one character. */
  never: 4,
} as const;

/** What a line broken here ends with. */
export const ENDING = { plain: 0, softHyphen: 1, typedHyphen: 2, address: 3 } as const;

/**
 * Where a hyphen may be added: nowhere, inside words, and where nothing else spares a loose line inside the words of a figure
 * with its unit, at the last inside names and the parts of typed compounds.
 */
export const HYPHENS = { none: 0, words: 1, sequences: 2, names: 3 } as const;

/** For the boundary before each inked cell: what a break there costs. */
export interface BreakTable {
  readonly cost: Float64Array;
  readonly rank: Uint8Array;
  readonly ending: Uint8Array;
  /** 1 where a figure and its unit close up: no gap between Han and Latin. */
  readonly closedUp: Uint8Array;
  /** 1 where nothing stretches. */
  readonly rigid: Uint8Array;
  /** 1 inside what may fill lines of its own, addresses and very long figures: spread a little at the last. */
  readonly elastic: Uint8Array;
}

/** Cost of a break inside a sequence, from which on a break is closed until an emergency. */
export const SEQUENCE_COST = 1000;

export function emptyBreaks(count: number): BreakTable {
  return {
    cost: new Float64Array(count + 1),
    rank: new Uint8Array(count + 1),
    ending: new Uint8Array(count + 1),
    closedUp: new Uint8Array(count + 1),
    rigid: new Uint8Array(count + 1),
    elastic: new Uint8Array(count + 1),
  };
}

export function close(breaks: BreakTable, at: number, rank: number): void {
  if ((breaks.rank[at] ?? 0) < rank) breaks.rank[at] = rank;
}

export function charge(breaks: BreakTable, at: number, cost: number): void {
  if ((breaks.cost[at] ?? 0) < cost) breaks.cost[at] = cost;
}
