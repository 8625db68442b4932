import type { Markup } from '../bind/index.ts';
import type { ChartBook } from '../charts/index.ts';
import type { OriginIndex } from '../core/index.ts';
import type { Theme } from '../theme/index.ts';
import type { BlockTree } from './block.ts';
import type { MeasureText } from './decimal.ts';
import type { Abbreviations } from './expansion.ts';

/** A registered picture: its own size, of which only the ratio counts unless it is made of pixels. */
export interface ImageFacts {
  readonly width: number;
  readonly height: number;
  /** The size is in pixels, which print needs enough of. */
  readonly raster?: boolean;
}

/** What composition works on. */
export interface ComposeInput {
  readonly markup: Markup;
  readonly theme: Theme;
  readonly charts: ChartBook;
  /** Accents of the report: petals of the flower, tabs of the thumb index. */
  readonly accents: number;
  readonly images: ReadonlyMap<string, ImageFacts>;
  readonly info: BlockTree['info'];
  /** For columns of figures that stand decimal under decimal, and lines that shrink to fit; without it neither does. */
  readonly measureText?: MeasureText;
  /** What is expanded for those who listen; without it nothing is. */
  readonly abbreviations?: Abbreviations;
  /** Places for diagnostics, where the report's origins are known. */
  readonly origins?: OriginIndex;
}
