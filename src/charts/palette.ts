import type { Paint } from '../core/index.ts';

/** How one series of several is told apart: colour, and for print in grey a pattern, a dash and a marker. */
export interface SeriesStyle {
  readonly paint: Paint;
  readonly pattern: 'solid' | 'rising' | 'falling' | 'dots' | 'level';
  readonly dash: readonly number[];
  readonly marker: 'circle' | 'rect' | 'rectRot' | 'triangle' | 'cross';
  /** Fills of little contrast against white get an outline. */
  readonly outlined: boolean;
  /** Texts and pattern lines on the fill. */
  readonly on: Paint;
}

/** The most series that can be told apart. */
export const MAX_SERIES = 5;

/** In fixed order; lightness rises from series to series, so that grey prints keep them apart too. */
const CATEGORICAL: readonly SeriesStyle[] = [
  { paint: 'chart.1', pattern: 'solid', dash: [], marker: 'circle', outlined: false, on: 'white' },
  { paint: 'chart.2', pattern: 'rising', dash: [6, 2.4], marker: 'rect', outlined: false, on: 'white' },
  { paint: 'chart.3', pattern: 'falling', dash: [2, 2], marker: 'rectRot', outlined: false, on: 'white' },
  { paint: 'chart.4', pattern: 'dots', dash: [8, 2, 2, 2], marker: 'triangle', outlined: true, on: 'ink' },
  { paint: 'chart.5', pattern: 'level', dash: [1, 2], marker: 'cross', outlined: true, on: 'ink' },
];

/** Style of the series at `index`, from 0; the order repeats past the fifth. */
export function seriesStyle(index: number): SeriesStyle {
  return CATEGORICAL[index % CATEGORICAL.length] as SeriesStyle;
}

/** Colours of one accent: the year reported on, the years before it, and its tint. */
export interface AccentPaints {
  readonly deep: Paint;
  readonly mid: Paint;
  readonly tint: Paint;
}

/** Paints of the accent with an order number, from 1. */
export function accentPaints(order: number): AccentPaints {
  return { deep: `accent.${order}.deep`, mid: `accent.${order}.mid`, tint: `accent.${order}.tint` };
}
