import { type FontStyle, InternalError, type Lang } from '../core/index.ts';
import type { LabelMeasure } from './label-measure.ts';

/** A font as a canvas state holds it. */
export interface RecordedFont {
  readonly style: FontStyle;
  readonly lang: Lang;
  readonly size: number;
}

const FONT = /^(?:(italic|normal) )?(?:(\d{3}|normal|bold) )?([\d.]+)px (sans|serif)-(zh|en)$/;
const fontCache = new Map<string, RecordedFont>();

/** Reads a CSS font value whose family names role and language. */
export function fontOf(value: string): RecordedFont {
  const known = fontCache.get(value);
  if (known !== undefined) return known;
  const match = FONT.exec(value);
  if (match === null) throw new InternalError(`a chart asked for the font ${value}`);
  const weight = match[2] === '300' ? 300 : match[2] === '600' || match[2] === 'bold' ? 600 : 400;
  const font: RecordedFont = {
    style: {
      family: match[4] === 'serif' ? 'serif' : 'sans',
      weight,
      ...(match[1] === 'italic' ? { italic: true } : {}),
    },
    size: Number(match[3]),
    lang: match[5] === 'zh' ? 'zh' : 'en',
  };
  fontCache.set(value, font);
  return font;
}

/** From the asked vertical anchor down to the baseline, pt. `middle` centres figures: half their height. */
export function baselineDrop(baseline: string, font: RecordedFont, measure: LabelMeasure): number {
  const extent = measure.extent(font.style, font.lang);
  if (baseline === 'middle') return (extent.capHeight / 2) * font.size;
  if (baseline === 'top' || baseline === 'hanging') return extent.ascent * font.size;
  if (baseline === 'bottom' || baseline === 'ideographic') return -extent.descent * font.size;
  return 0;
}

/** The end of a text that stands at its x. */
export function alignOf(align: string): 'start' | 'middle' | 'end' {
  return align === 'center' ? 'middle' : align === 'right' || align === 'end' ? 'end' : 'start';
}
