import type {
  Metric,
  MetricValue,
  Period,
  Polarity,
  Reference,
  Restatement,
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
  value(metric: string, period: string, lang: Lang, style: QuantityStyle): Quantity;
  /** A value that the metric does not hold itself (an alternative, an old value), printed as the metric's own values are. */
  given(metric: string, value: string, unit: string | undefined, lang: Lang, style: QuantityStyle): Quantity;
  cell(metric: string, period: string, lang: Lang): CellFigure;
  /** Change against the period before (`from`, by default the one that `prior` names). */
  change(metric: string, period: string, lang: Lang, from?: string): ChangeFigure;
  series(metric: string, periods: readonly string[], lang: Lang): Series;
  /** The display unit of a metric as a column prints it, e.g. `万吨`, `million tonnes`; empty for a pure number. */
  unitLabel(metric: string, lang: Lang): string;
  /** The whole goal in display units of its metric, null when it has only text. */
  goal(target: Target): { readonly display: (lang: Lang) => string; readonly canonical: string } | null;
  polarity(metric: string): Polarity;
}
