import type { MeasureText } from './decimal.ts';
import type { InlineItem, RunStyle } from './paragraph.ts';

/** What stands for a page number that is not known yet. */
const PAGE = '000';

/**
 * Scales what stands on a line so that it fits a width.
 * @param width  pt
 * @param least  the smallest scale that may be used; a line that asks for less stays as it is and wraps
 * @returns      the items themselves when they fit, when they hold a forced end or a fill, or when they would get too small
 */
export function fitItems(
  items: readonly InlineItem[],
  width: number,
  least: number,
  measure: MeasureText,
): readonly InlineItem[] {
  if (items.some((item) => item.kind === 'newline' || item.kind === 'fill')) return items;
  const natural = items.reduce((sum, item) => sum + widthOf(item, measure), 0);
  // A hair below the exact ratio, so that rounding does not push the last character out.
  const scale = Math.floor((width / natural) * 1000) / 1000;
  return natural <= width || scale < least ? items : items.map((item) => scaled(item, scale));
}

function widthOf(item: InlineItem, measure: MeasureText): number {
  switch (item.kind) {
    case 'text':
      return measure(item.text, item.style, item.lang);
    case 'page':
      return measure(PAGE, item.style, item.lang);
    case 'boxed': {
      const { pad, margin } = item.box;
      return margin[0] + pad[3] + measure(item.text, item.style, item.lang) + pad[1] + margin[1];
    }
    case 'drawing':
      return item.drawing.width;
    case 'space':
      return item.width;
    case 'fill':
    case 'newline':
      return 0;
  }
}

function scaled(item: InlineItem, scale: number): InlineItem {
  switch (item.kind) {
    case 'text':
    case 'page':
    case 'boxed':
      return { ...item, style: scaledStyle(item.style, scale) };
    case 'space':
      return { ...item, width: round(item.width * scale) };
    default:
      return item;
  }
}

function scaledStyle(style: RunStyle, scale: number): RunStyle {
  return {
    ...style,
    size: round(style.size * scale),
    tracking: round(style.tracking * scale),
    rise: round(style.rise * scale),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
