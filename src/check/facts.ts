import type { Report } from '../content/index.ts';
import type { Diagnostic } from '../core/index.ts';
import type { MetricBook } from '../metrics/index.ts';

/** What the checks look at: the facts of the stages that have run, and how they are to be judged. */
export interface CheckFacts {
  readonly report: Report;
  /** The resolved figures; without them only what content alone tells is checked. */
  readonly book?: MetricBook;
  /** Draft marks what is not settled; release refuses it without a waiver. */
  readonly mode: 'draft' | 'release';
  /** `YYYY-MM-DD` that waivers are judged against. */
  readonly asOf: string;
  /** Paths of the files below `content/assets/`, for those that no asset names. */
  readonly assetFiles: readonly string[];
}

/** One rule: looks at the facts and states what it finds, each with the level of a draft. */
export type Rule = (facts: CheckFacts) => readonly Diagnostic[];
