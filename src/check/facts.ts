import type { Report } from '../content/index.ts';
import type { Diagnostic } from '../core/index.ts';
import type { MetricBook } from '../metrics/index.ts';
import type { Theme } from '../theme/index.ts';

/** What the checks look at: the facts of the stages that have run, and how they are to be judged. */
export interface CheckFacts {
  readonly report: Report;
  /** The resolved figures; without them only what content alone tells is checked. */
  readonly book?: MetricBook;
  /** Draft marks what is not settled; release refuses it without a waiver. */
  readonly mode: 'draft' | 'release';
  /** `YYYY-MM-DD` that waivers are judged against. */
  readonly asOf: string;
  /** The theme, for what is to be read off its colours. */
  readonly theme?: Theme;
  /** What was published before, which this report may not change in silence. */
  readonly against?: EarlierFigures;
  /** Paths of the files below `content/assets/`, for those that no asset names. */
  readonly assetFiles: readonly string[];
}

/** Figures of an earlier report. */
export interface EarlierFigures {
  /** Where they were read, as a message names it. */
  readonly file: string;
  readonly figures: readonly EarlierFigure[];
}

/** A value that was published: a decimal as it was given, and its unit. */
export interface EarlierFigure {
  readonly metric: string;
  readonly period: string;
  readonly value: string;
  readonly unit: string;
}

/** One rule: looks at the facts and states what it finds, each with the level of a draft. */
export type Rule = (facts: CheckFacts) => readonly Diagnostic[];
