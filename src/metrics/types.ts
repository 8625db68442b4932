import type {
  Metric,
  MetricValue,
  Period,
  Polarity,
  Reference,
  Restatement,
  SeriesBreak,
  StatedChange,
  Target,
  ValueStatus,
} from '../content/types.ts';
import type { Diagnostic, Lang, OriginId } from '../core/index.ts';

/**
 * One piece of a printed quantity, in reading order. The parts of a quantity are set without a break
 * between figure and unit; `mark` is ◇ or ≈, `word` is 约 / about, `tag` is the boxed 争议 / Disputed.
 */
export interface QuantityPart {
  readonly kind: 'mark' | 'word' | 'figure' | 'unit' | 'tag' | 'text';
  readonly text: string;
}

/** Which way a change went, and whether that is better for this metric. */
export interface ChangeSense {
  readonly direction: 'up' | 'down' | 'same';
  readonly judgement: 'better' | 'worse' | 'neutral';
}

/** A quantity ready to print in one language. */
export interface Quantity {
  /** The printed text, parts joined. U+00A0 between figure and unit where the language has a space there. */
  readonly text: string;
  readonly parts: readonly QuantityPart[];
  /** Canonical value as a decimal string, null where nothing is disclosed or no value applies (a period, a date). */
  readonly value: string | null;
  /** Canonical unit id. */
  readonly unit: string | undefined;
  /** The worst status of all that it was made from. */
  readonly status: ValueStatus;
  readonly metric: string | undefined;
  readonly period: string | undefined;
  readonly sense: ChangeSense | undefined;
  readonly origin: OriginId;
}

/** How a value is to look: display unit, number of decimals (only coarser), sign, and where it stands. */
export interface QuantityStyle {
  readonly unit?: string;
  readonly dp?: number;
  readonly sign?: 'auto' | 'always' | 'never';
  /** `prose` marks an estimate 约 / about, `cell` and `label` mark it ≈; a cell has no unit and no tag. */
  readonly place: 'prose' | 'cell' | 'label';
}

/** A cell of a metric table or a label of a chart. */
export interface CellFigure {
  readonly quantity: Quantity;
  /** Figure without unit, as the cell prints it: `◇ 537.2`, `–`, `≈ 0.69`. */
  readonly text: string;
  readonly status: ValueStatus;
  readonly value: MetricValue | undefined;
  /** The struck old value of a restatement, in the same unit and place. */
  readonly restated: { readonly old: string | null; readonly restatement: Restatement } | undefined;
}

/** A change column's cell: percent for amounts, points for shares; `none` says why there is no value. */
export type ChangeFigure =
  | { readonly kind: 'change'; readonly quantity: Quantity; readonly stated: StatedChange | undefined }
  | { readonly kind: 'none'; readonly reason: 'break' | 'base' | 'undisclosed' | 'no-prior' };

/** A decimal string in a unit, by default the canonical one. */
export interface GivenAmount {
  readonly value: string;
  readonly in: string | undefined;
}

export interface TargetProgress {
  /** Percent of the way from base to goal, one decimal place; below zero when things got worse. */
  readonly achieved: string;
  /** Percent of the way that a straight line from base to goal has gone by the end of the latest period. */
  readonly onPath: string;
}

/** A figure read back from print. */
export interface ReadFigure {
  /** In display units, without grouping, with an ASCII minus. */
  readonly figure: string;
  /** The display unit; empty for a pure number. */
  readonly unit: string;
  readonly value: string;
  /** What the printed digits leave open: half a unit in the last place, or in the last that is not a trailing zero of a whole figure. */
  readonly low: string;
  readonly high: string;
}

/** A unit as words of a text: `factor` base units of its dimension each, as a decimal string. */
export interface TypedUnit {
  readonly text: string;
  readonly dimension: string;
  readonly factor: string;
}

/** One metric with everything that prints of it, in display units fixed per metric and language. */
export interface Series {
  readonly metric: Metric;
  /** Display unit as printed: 万吨CO₂e is typed `万吨CO2e`. Empty for a pure number. */
  readonly unitLabel: string;
  /** In display units, as decimal strings, by period. */
  readonly points: readonly { readonly period: Period; readonly display: string | null; readonly cell: CellFigure }[];
}

/** The resolved figures of one report, for both languages. Pure; every method gives the same answer for the same arguments. */
export interface MetricBook {
  metric(id: string): Metric | undefined;
  period(id: string): Period | undefined;
  /** Canonical value as a decimal string, or null. */
  canonical(metric: string, period: string): string | null;
  /** Any head of the grammar that stands for a quantity, period, date, or literal (not term, see, page, note, src). */
  resolve(ref: Reference, lang: Lang): { readonly quantity: Quantity; readonly diagnostics: readonly Diagnostic[] };
  /** What `resolve` says against a reference, without the quantity. */
  faults(ref: Reference, lang: Lang): readonly Diagnostic[];
  value(metric: string, period: string, lang: Lang, style: QuantityStyle): Quantity;
  /** A value that the metric does not hold itself (an alternative, an old value), printed as the metric's own values are. */
  given(metric: string, value: string, unit: string | undefined, lang: Lang, style: QuantityStyle): Quantity;
  cell(metric: string, period: string, lang: Lang): CellFigure;
  /** Change against the period before (`from`, by default the one that `prior` names). */
  change(metric: string, period: string, lang: Lang, from?: string): ChangeFigure;
  /** The difference instead, for a tile: with its unit, of shares in points written out. */
  difference(metric: string, period: string, lang: Lang, from?: string): ChangeFigure;
  /** The sense of `difference`; undefined where there is none. */
  differenceSense(metric: string, period: string, lang: Lang, from?: string): ChangeSense | undefined;
  series(metric: string, periods: readonly string[], lang: Lang): Series;
  /** The display unit of a metric as a column or chart prints it, e.g. `万吨CO2e`, `million tonnes CO2e`; empty for a pure number. */
  unitLabel(metric: string, lang: Lang): string;
  /** The display unit as prose prints it after a figure, e.g. `万吨`, `million tonnes`; empty for a pure number. */
  proseUnit(metric: string, lang: Lang): string;
  /** A figure of a target in the style of a tile or a chart; null where there is none to give. */
  goalFigure(target: Target, field: 'value' | 'change' | 'gap', lang: Lang, style: QuantityStyle): Quantity | null;
  /** The units of a goal's value and of its change, where both share one key. */
  goalUnits(target: Target): { readonly value: string | undefined; readonly change: string };
  /** How far the latest value has come on a linear path, in percent; null without a base, a goal or a path, and across a break. */
  progress(target: Target): TargetProgress | null;
  /** The break of the report or of the metric that lies between two periods. */
  breakBetween(metric: string, a: string, b: string): SeriesBreak | undefined;
  /** Reads a printed figure of a metric back: one reading for each unit that the text may mean, in canonical units. */
  read(metric: string, text: string, lang: Lang): readonly ReadFigure[];
  /**
   * Whether every figure that prints with the metric's display unit reads back as what it is, whatever its digits: no other unit
   * of the dimension prints the like. Where it does not, `read` says what a figure may mean.
   */
  isPlain(metric: string, lang: Lang): boolean;
  /** The units that a figure has between two texts, by the words typed around it; the longest words that are a unit. */
  typedUnits(before: string, after: string, lang: Lang): readonly TypedUnit[];
  /** The unit that a metric prints in. */
  printedUnit(metric: string, lang: Lang): TypedUnit;
  /** The values that a stated one leaves open, in canonical units: half a unit in its last place on both sides. */
  interval(metric: string, given: GivenAmount): { readonly low: string; readonly high: string } | null;
  /** The whole goal in display units of its metric as a plain decimal string, null when it has only text or no base to start from. */
  goal(target: Target): { readonly display: (lang: Lang) => string; readonly canonical: string } | null;
  /** The dimension of a unit and how many of its base units one is, as a decimal string; undefined for an unknown unit. */
  unit(id: string): { readonly dimension: string; readonly factor: string } | undefined;
  /** A canonical value in another unit of its dimension, as a decimal string; null for a unit of another dimension. */
  inUnit(metric: string, value: string, unit: string): string | null;
  polarity(metric: string): Polarity;
}
