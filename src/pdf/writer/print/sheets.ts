import type { Variant } from '../../../core/index.ts';
import type { PlacedPage } from '../../placed.ts';
import { type Box, type PageFrame, pageFrame } from '../page-frame.ts';
import { sheetSize } from './press-pages.ts';

/** A page of the file: its boxes, and the pages of the layout that are painted on it. */
export interface Sheet {
  readonly label: string;
  readonly frame: PageFrame;
  readonly slots: readonly SheetSlot[];
}

export interface SheetSlot {
  /** Index in the layout. */
  readonly page: number;
  readonly frame: PageFrame;
  /** What of the page shows; undefined for all of it. */
  readonly clip: Box | undefined;
}

/** One page of the layout on each page of the file. */
export function singleSheets(pages: readonly PlacedPage[], variant: Variant, bleed: number): readonly Sheet[] {
  return pages.map((page, index) => {
    const frame = pageFrame(sheetSize(page), variant, bleed);
    return { label: page.label, frame, slots: [{ page: index, frame, clip: frame.bleed }] };
  });
}

/**
 * Two pages side by side, ordered so that sheets printed on both sides, folded and stitched through the fold make the
 * booklet. Sheets have neither bleed nor marks: they are for printers that take the trimmed paper.
 * @param pages a multiple of four
 */
export function saddleSheets(pages: readonly PlacedPage[]): readonly Sheet[] {
  const count = pages.length;
  return Array.from({ length: count / 2 }, (_, side): Sheet => {
    const outer = count - 1 - side;
    const pair = side % 2 === 0 ? [outer, side] : [side, outer];
    const [left, right] = pair.map((index) => pages[index]);
    const sizes = [left, right].map((page) => (page === undefined ? ([0, 0] as const) : sheetSize(page)));
    const [fold = 0, other = 0] = sizes.map(([width]) => width);
    const height = Math.max(...sizes.map((size) => size[1]));
    const media: Box = [0, 0, fold + other, height];
    return {
      label: [left?.label, right?.label].filter((label) => label !== undefined && label !== '').join(', '),
      frame: { media, trim: media, bleed: media, left: 0, top: height },
      slots: pair.map((page, place) => {
        const x = place * fold;
        const box: Box = [x, 0, place === 0 ? fold : fold + other, height];
        return { page, frame: { media, trim: box, bleed: box, left: x, top: height }, clip: box };
      }),
    };
  });
}
