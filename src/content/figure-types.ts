import type { OriginId, PerLang } from '../core/index.ts';
import type { Label, LangText } from './text-types.ts';

export interface Period {
  readonly id: string;
  readonly kind: 'calendar' | 'fiscal';
  readonly start: string;
  readonly end: string;
  readonly label: Label;
  readonly long: Label;
  readonly origin: OriginId;
}

export interface SeriesBreak {
  readonly between: readonly [string, string];
  readonly reason: Label;
}

export type ValueStatus = 'reported' | 'derived' | 'estimate' | 'disputed' | 'sample' | 'not_disclosed';

export interface StatedChange {
  readonly from: string;
  readonly value: string;
  readonly in: string;
  readonly source: readonly string[];
  readonly origin: OriginId;
}

export interface Alternative {
  readonly value: string;
  readonly in: string;
  readonly source: readonly string[];
}

export interface MetricValue {
  readonly period: string;
  /** Decimal string as given, or null: not disclosed. */
  readonly value: string | null;
  readonly in: string | undefined;
  readonly status: ValueStatus;
  readonly source: readonly string[];
  readonly statedChanges: readonly StatedChange[];
  /** How a derived value came about: the same text for both languages, or one each. */
  readonly derived: LangText | undefined;
  readonly alternatives: readonly Alternative[];
  readonly note: LangText | undefined;
  readonly origin: OriginId;
}

export interface Parts {
  readonly complete: boolean;
  readonly period: string | undefined;
  readonly items: readonly string[];
  readonly origin: OriginId;
}

export interface Restatement {
  readonly period: string;
  readonly old: string | null;
  readonly in: string | undefined;
  readonly reason: LangText;
  readonly source: readonly string[];
  readonly origin: OriginId;
}

export type Nature = 'level' | 'flow' | 'reduction' | 'avoided' | 'intensity' | 'ratio' | 'count' | 'money' | 'index';

export type Polarity = 'higher_is_better' | 'lower_is_better' | 'neutral';

export interface DisplayRule {
  readonly unit: string;
  readonly dp: number | undefined;
}

export interface Metric {
  readonly id: string;
  readonly label: Label;
  readonly short: Label | undefined;
  readonly nature: Nature;
  readonly polarity: Polarity;
  readonly unit: string;
  readonly display: PerLang<DisplayRule>;
  readonly scope: { readonly key: string } & Label;
  readonly additive: boolean;
  readonly accent: string | undefined;
  readonly values: readonly MetricValue[];
  readonly parts: readonly Parts[];
  readonly restatements: readonly Restatement[];
  readonly breaks: readonly SeriesBreak[];
  readonly assurance:
    | { readonly level: 'none' | 'none_found' | 'limited' | 'reasonable'; readonly by: string | undefined }
    | undefined;
  readonly frameworks: readonly string[];
  readonly origin: OriginId;
}

export interface Target {
  readonly id: string;
  readonly metric: string | undefined;
  readonly label: Label;
  readonly base:
    | { readonly period: string; readonly value: string | null; readonly in: string | undefined }
    | undefined;
  readonly goal: {
    readonly value: string | undefined;
    readonly change: string | undefined;
    readonly in: string | undefined;
    readonly text: LangText | undefined;
    /** A period id, or a bare year. */
    readonly by: string;
  };
  readonly path: 'linear' | 'none';
  readonly source: readonly string[];
  readonly status: ValueStatus;
  readonly note: LangText | undefined;
  readonly origin: OriginId;
}

export interface Source {
  readonly id: string;
  /** From 1, in file order: the number of its mark. */
  readonly order: number;
  readonly title: Label;
  readonly kind: 'primary' | 'primary_copy' | 'press' | 'standard' | 'derived' | 'editorial';
  readonly where: string;
  readonly date: string | undefined;
  readonly note: LangText | undefined;
  /** What the source says, where the project keeps a copy. */
  readonly text: string | undefined;
  readonly origin: OriginId;
}

export interface CustomUnit {
  readonly id: string;
  readonly dimension: string;
  readonly factor: string;
  readonly base: string;
  readonly label: Label;
  readonly scales: PerLang<readonly { readonly unit: string; readonly power: number }[]> | undefined;
  readonly origin: OriginId;
}
