import type { PlacedDocument, PlacedItem, PlacedPage } from '../../placed.ts';

/** Pages of a booklet come four to a sheet. */
const SHEET = 4;

/**
 * Makes a layout ready for binding: what stands on a page moves away from the spine, and empty pages fill the last sheet.
 * Art that covers a page, and what stands at its trim (the thumb index), stays where it is.
 * @param binding how far pages move outwards, pt
 */
export function pressPages(document: PlacedDocument, binding: number): PlacedDocument {
  const pages = document.pages.map((page, index) => (binding === 0 ? page : moved(page, index, binding)));
  const missing = (SHEET - (pages.length % SHEET)) % SHEET;
  const last = pages.at(-1);
  if (last === undefined) return document;
  const blanks = Array.from({ length: missing }, (_, i): PlacedPage => blankAfter(last, i + 1));
  return { ...document, pages: [...pages, ...blanks] };
}

/** Right pages have the spine at their left, left pages at their right. */
function moved(page: PlacedPage, index: number, binding: number): PlacedPage {
  if (page.items.some(isPageArt)) return page;
  const shift = index % 2 === 0 ? binding : -binding;
  const width = page.turned === true ? page.height : page.width;
  return {
    ...page,
    items: page.items.map((item) => {
      // A turned page has its head at the left of the sheet.
      if (page.turned === true && !isFurniture(item)) return { ...item, y: item.y + shift };
      return touchesTrim(item, width) ? item : { ...item, x: item.x + shift };
    }),
  };
}

/** Heads, feet and thumb index: what stands on every page at the same place of the sheet. */
export function isFurniture({ role }: PlacedItem): boolean {
  return 'subtype' in role && role.subtype !== undefined;
}

function isPageArt(item: PlacedItem): boolean {
  return item.kind === 'drawing' && 'artifact' in item.role && item.role.artifact === 'Background' && covers(item);
}

/** A drawing of more than a plain ground. */
function covers(item: Extract<PlacedItem, { readonly kind: 'drawing' }>): boolean {
  return item.drawing.ops.length > 1;
}

function touchesTrim(item: PlacedItem, sheet: number): boolean {
  if (item.kind === 'line') return false;
  const width = item.kind === 'drawing' ? item.drawing.width : item.width;
  return item.x <= 0 || item.x + width >= sheet;
}

/** Its label goes on from the last one's number, so that every page can be named. */
function blankAfter(last: PlacedPage, count: number): PlacedPage {
  const number = Number(last.label);
  const label = Number.isInteger(number) ? String(number + count) : '';
  const [width, height] = sheetSize(last);
  return { width, height, label, master: 'blank', items: [] };
}

/** Width and height of the paper of a page, pt. */
export function sheetSize({ width, height, turned }: PlacedPage): readonly [number, number] {
  return turned === true ? [height, width] : [width, height];
}
