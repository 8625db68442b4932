import type { Candidate } from './candidate.ts';
import type { LineModel } from './line-model.ts';

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
  /** Hyphens for another search when lines come out looser than a ratio. */
  readonly relief?: readonly { readonly above: number; readonly hyphens: number }[];
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
  /** Penalty of an added hyphen. */
  readonly hyphenCost: number;
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
