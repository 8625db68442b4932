/** A file that breaks the rules of its syntax, or asks for more than is given to any file. Caught where reading begins. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** A file that would take more room or work than any honest file does. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** What one file may cost. */
export interface Limits {
  /** Decoded bytes of one stream. */
  readonly stream: number;
  /** Decoded bytes of all streams together. */
  readonly decoded: number;
  /** Objects in the file. */
  readonly objects: number;
  /** Arrays and dictionaries inside each other. */
  readonly nesting: number;
  readonly pages: number;
  /** Levels of the page tree, the structure tree and number trees. */
  readonly levels: number;
  /** Structure elements with what they hold, annotations, and places of table cells. */
  readonly elements: number;
  /** Operators of all content streams, forms counted each time that they are painted. */
  readonly operators: number;
  /** How often the bytes of a file may be gone through to find its objects, beside what is given to any file. */
  readonly scans: number;
}

/** Well above what a report of a thousand pages needs, well below what stops a machine. */
export const LIMITS: Limits = {
  stream: 256 * 1024 * 1024,
  decoded: 1024 * 1024 * 1024,
  objects: 2_000_000,
  nesting: 100,
  pages: 20_000,
  levels: 100,
  elements: 2_000_000,
  operators: 10_000_000,
  scans: 24,
};

/** Counts what a file costs, and stops it when it is too much. */
export interface Budget {
  readonly limits: Limits;
  spend(what: 'decoded' | 'operators' | 'elements', amount: number): void;
}

export function createBudget(limits: Limits): Budget {
  const spent = { decoded: 0, operators: 0, elements: 0 };
  const names = { decoded: 'bytes when unpacked', operators: 'drawing operators', elements: 'structure elements' };
  return {
    limits,
    spend(what, amount) {
      const total = spent[what] + amount;
      spent[what] = total;
      if (total > limits[what]) throw new TooLarge(`the file has more than ${limits[what]} ${names[what]}`);
    },
  };
}
