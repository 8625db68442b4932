import type { Span } from '../core/index.ts';

/** Who wrote a line, when, and in which commit; `commit` is undefined while it is in none. */
export interface Entry {
  readonly by: string;
  /** `YYYY-MM-DD`, where the author was. */
  readonly date: string;
  readonly commit: string | undefined;
  readonly summary: string;
}

/** Who entered what a span shows; undefined where nobody can say. */
export type EntryOf = (span: Span | undefined) => Entry | undefined;
