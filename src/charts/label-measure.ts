import type { FontStyle, Lang } from '../core/index.ts';
import { type FontBook, measureText } from '../fonts/index.ts';

/** Heights of a style at 1 pt: above and below the baseline as lines are set, and of a capital. */
export interface StyleExtent {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
}

/** Widths of chart labels with the report's own fonts; every answer is kept, since charts ask the same again and again. */
export interface LabelMeasure {
  /** pt */
  width(text: string, font: FontStyle, size: number, lang: Lang): number;
  extent(font: FontStyle, lang: Lang): StyleExtent;
}

/** A figure, since labels are figures before all else. */
const SAMPLE = 0x30;

/** Measures as the page engine sets one-line texts: tabular figures, formulas with real inferiors, Han–Latin gaps. */
export function createLabelMeasure(fonts: FontBook): LabelMeasure {
  const widths = new Map<string, number>();
  const extents = new Map<string, StyleExtent>();
  return {
    width(text, font, size, lang) {
      const key = `${font.family}${font.weight}${font.italic === true ? 'i' : ''}${lang} ${text}`;
      let width = widths.get(key);
      if (width === undefined) {
        width = measureText(text, { font, size: 1, lang }, fonts);
        widths.set(key, width);
      }
      return width * size;
    },
    extent(font, lang) {
      const key = `${font.family} ${font.weight} ${lang}`;
      let extent = extents.get(key);
      if (extent === undefined) {
        extent = extentOf(font, lang, fonts);
        extents.set(key, extent);
      }
      return extent;
    },
  };
}

function extentOf(font: FontStyle, lang: Lang, fonts: FontBook): StyleExtent {
  const choice = fonts.faceFor(SAMPLE, font, lang);
  if (choice === undefined) return { ascent: 0.8, descent: 0.2, capHeight: 0.66 };
  const { face, scale } = choice;
  const em = face.unitsPerEm / scale;
  return { ascent: face.ascent / em, descent: Math.abs(face.descent) / em, capHeight: face.capHeight / em };
}
