import type { Drawing, Edition } from '../core/index.ts';

/** The rows behind a chart, for readers who cannot see it. Texts are in the chart's language. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A picture with the rows behind it. */
export interface ChartDrawing {
  readonly drawing: Drawing;
  readonly table: ChartTable;
}

/**
 * Draws on demand; the same arguments give the same drawing (memoised). Labels are in the edition's language, in both for `bilingual`.
 * The title, measure and source lines are not in the drawing: they are text of the page.
 */
export interface ChartBook {
  /** The plot of a chart block at a width, pt; the height is the theme's. */
  chart(block: string, edition: Edition, width: number): ChartDrawing;
  /** Mini chart of a tile: three periods up to `period`, one scale from zero (or the metric's floor). */
  trend(
    metric: string,
    period: string,
    edition: Edition,
    size: { readonly width: number; readonly height: number },
  ): ChartDrawing;
  /** Square plot of the material topics. */
  materiality(edition: Edition, width: number): ChartDrawing;
  /** Rows of accents against the seventeen goals. */
  sdgMap(edition: Edition, width: number): ChartDrawing;
}
