import type { Nature, Polarity, Source, ValueStatus } from '../content/types.ts';
import type { PerLang } from '../core/index.ts';

/** A plain text in both languages. */
export type DataText = PerLang<string>;

/** A decimal as content writes it, in a unit, with the ids of the sources that have it. */
export interface DataAmount {
  readonly value: string;
  readonly unit: string;
  readonly sources: readonly string[];
}

/** One value of a metric with everything that stands behind it. What there is nothing of is null or an empty list. */
export interface DataValue {
  readonly period: string;
  /** In the metric’s unit; null where nothing is disclosed. */
  readonly value: string | null;
  /** As it was given. */
  readonly given: { readonly value: string | null; readonly unit: string };
  /** As running text prints it. */
  readonly printed: DataText;
  readonly status: ValueStatus;
  readonly sources: readonly string[];
  /** How a derived value came about. */
  readonly derived: DataText | null;
  readonly stated_changes: readonly (DataAmount & { readonly from: string })[];
  readonly alternatives: readonly DataAmount[];
  /** What was published for this period before. */
  readonly restated: {
    readonly old: string | null;
    readonly unit: string;
    readonly reason: DataText;
    readonly sources: readonly string[];
  } | null;
  readonly note: DataText | null;
  /** Ids of the blocks that show or cite the value: those of parts first, then chapter by chapter. */
  readonly blocks: readonly string[];
}

/** A metric with its values, in order of time. */
export interface DataMetric {
  readonly id: string;
  readonly label: DataText;
  readonly nature: Nature;
  readonly polarity: Polarity;
  readonly unit: string;
  readonly scope: DataText & { readonly key: string };
  readonly additive: boolean;
  readonly assurance: { readonly level: AssuranceLevel; readonly by: string | null };
  readonly frameworks: readonly string[];
  readonly breaks: readonly DataBreak[];
  readonly values: readonly DataValue[];
}

/** `none` where the content says nothing. */
export type AssuranceLevel = 'none' | 'none_found' | 'limited' | 'reasonable';

/** Two periods that may not be joined to one series. */
export interface DataBreak {
  readonly between: readonly string[];
  readonly reason: DataText;
}

/** A goal, with where it starts. */
export interface DataTarget {
  readonly id: string;
  readonly metric: string | null;
  readonly label: DataText;
  readonly base: { readonly period: string; readonly value: string | null; readonly unit: string } | null;
  readonly goal: {
    readonly value: string | null;
    readonly change: string | null;
    readonly unit: string | null;
    readonly text: DataText | null;
    readonly by: string;
  };
  readonly status: ValueStatus;
  readonly sources: readonly string[];
}

/** A source document, and where in the world or in the document the figures stand. */
export interface DataSource {
  readonly id: string;
  /** The mark that it prints as: `S1`. */
  readonly key: string;
  readonly kind: Source['kind'];
  readonly title: DataText;
  readonly where: string;
  readonly date: string | null;
}

/** A text that cites figures, as it is written, with its references. */
export interface DataSentence {
  /** Id of the block, chapter, metric or other thing that holds it. */
  readonly in: string;
  /** Heads of its references to figures, sorted: `m:own.net@FY2024`. */
  readonly cites: readonly string[];
  readonly zh: string;
  readonly en: string;
}

/**
 * `output/data.json`: the figures of a report for other programs. Shape in `schemas/data.schema.json`. It depends on the
 * content alone: not on the layout, the machine, the clock or the history of the files.
 */
export interface ReportData {
  readonly schema: typeof DATA_SCHEMA;
  readonly report: {
    readonly id: string;
    readonly title: DataText;
    readonly subject: DataText;
    readonly period: string;
    readonly prior: string;
    readonly published: string;
  };
  readonly periods: readonly {
    readonly id: string;
    readonly kind: 'calendar' | 'fiscal';
    readonly start: string;
    readonly end: string;
    readonly label: DataText;
  }[];
  readonly breaks: readonly DataBreak[];
  readonly sources: readonly DataSource[];
  readonly metrics: readonly DataMetric[];
  readonly targets: readonly DataTarget[];
  readonly sentences: readonly DataSentence[];
}

/** Name and version of the shape. */
export const DATA_SCHEMA = 'data/1';
