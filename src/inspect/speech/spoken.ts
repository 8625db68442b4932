import type { Box } from '../content/matrix.ts';
import type { TagNode } from './tag-tree.ts';

/** A stretch of what is said, in one language. */
export interface SpokenPart {
  readonly text: string;
  /** Language tag; empty where the file says none. */
  readonly lang: string;
  /** What it is besides text; empty for plain words. */
  readonly role: '' | 'link' | 'reference' | 'quote' | 'code' | 'picture' | 'label';
  /** Where a link leads in its own words, or what an abbreviation stands for. */
  readonly more: string;
  /** From 0; undefined for what is painted nowhere. */
  readonly page: number | undefined;
}

/** One thing that a listener hears: a paragraph, a heading, a cell, a picture; or the announcement of what follows. */
export interface Spoken {
  /** From 0. */
  readonly page: number;
  /** How deep it stands among announced things. */
  readonly depth: number;
  /** In words: `heading 2`, `table, 4 rows, 3 columns`, `cell of 2024, Ferries`; empty for a paragraph. */
  readonly role: string;
  readonly lang: string;
  readonly parts: readonly SpokenPart[];
  /** Where it stands on its page, pt in default user space. */
  readonly box: Box | undefined;
  /** Structure type as written. */
  readonly type: string;
  /** Place of its element in the tree; parts of one element on several pages share it. */
  readonly order: number;
  /** It began on a page before. */
  readonly continued: boolean;
}

/** A whole file as it is heard. */
export interface Reading {
  readonly lang: string;
  readonly title: string;
  readonly pages: readonly SpokenPage[];
  readonly tree: readonly TagNode[];
}

/** One page as it is heard. */
export interface SpokenPage {
  /** From 0. */
  readonly index: number;
  readonly label: string;
  readonly spoken: readonly Spoken[];
  /** What is painted and not said, by kind: `Header`, `Footer`, `Layout`. */
  readonly skipped: ReadonlyMap<string, number>;
}
