/**
 * What a figure in running text is.
 * `amount` a number, with or without a unit; `fraction` a share in words (三分之一, 两成, half); `multiple` how many times
 * (翻一番, doubled, 2.1倍); `ordinal` a place in an order; `date` a day or month; `period` a year, fiscal year or part of
 * one; `vague` a magnitude only (数十, dozens); `name` digits that belong to a name (Scope 1, GRI 305-1, CO2).
 */
export type FigureKind = 'amount' | 'fraction' | 'multiple' | 'ordinal' | 'date' | 'period' | 'vague' | 'name';

/** Which way the words around a figure send it, and whether they give the change or the level that it leads to. */
export interface FigureWay {
  readonly direction: 'up' | 'down';
  readonly form: 'by' | 'to';
}

/** What an amount of money comes to. */
export type FigureResult = 'profit' | 'loss';

/** What is printed of the far end of a range. */
export interface FarEnd {
  readonly number: string | undefined;
  readonly grain: string | undefined;
  /** Where the near end stops and the far one begins. */
  readonly cut: readonly [number, number];
}

/** A figure as running text has it. */
export interface FoundFigure {
  readonly kind: FigureKind;
  /** UTF-16 offsets into the text that was read. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /**
   * Plain decimal in `unit`; of a `multiple` the whole factor (增长一倍 is 2); of a `date` `YYYY-MM-DD`, `YYYY-MM` or
   * `--MM-DD`; of a `period` `2024` or `2024-Q1`; of a `name` its normal form, in lower case.
   */
  readonly value: string;
  /** The far end of a range, in `unit`. */
  readonly upTo: string | undefined;
  readonly far?: FarEnd;
  /** Base unit of what is measured (`t`, `MJ`, `RMB`, `percent`, `percentage_points`, `person`); empty for a pure number. */
  readonly unit: string;
  /** The printed number alone, as a plain decimal without magnitude and unit; undefined where words or dates stand. */
  readonly number: string | undefined;
  /** One unit in the last printed place, in `unit`; undefined for words and for all that is exact. */
  readonly grain: string | undefined;
  readonly way: FigureWay | undefined;
  /** Where its words call it a profit or a loss. */
  readonly result?: FigureResult;
  /** A word that often stands without meaning a count: “one”, 一个, “first”. It needs no partner. */
  readonly loose: boolean;
  /** How it is set, where that is known. */
  readonly setting?: FigureSetting;
}

/** What stands around a figure on its page. */
export interface FigureSetting {
  /** It is all that its cell or label holds. */
  readonly alone: boolean;
  /** Units of the other figures of its text, which may hold for it too: “439,000 tonnes, not 452,000”. */
  readonly lent: ReadonlySet<string>;
}

/** What a recogniser finds at a place: a figure that does not know yet what stands around it. */
export type FigureSketch = Omit<FoundFigure, 'text' | 'way' | 'result' | 'start'>;

/** Looks for a figure that begins exactly at an offset of a folded text. */
export type Recogniser = (text: string, at: number) => FigureSketch | undefined;

/** Base unit and size of a unit word. */
export interface UnitSense {
  readonly unit: string;
  /** Base units in one of it, as a decimal string. */
  readonly factor: string;
}

/** A unit word that a project adds to those that every reader knows. */
export interface UnitWord extends UnitSense {
  readonly text: string;
}
