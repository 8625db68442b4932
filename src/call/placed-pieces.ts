import type { FinishedPages, PlacedText } from '../inspect/index.ts';
import { joinItems, type PagedItem, type TextPiece } from './page-piece.ts';
import type { PlaceBox } from './places.ts';

/** How far an item may stand outside its box: raised marks, and rounding to tenths of a point. */
const SLACK = 2.5;

/**
 * Puts the text of a finished edition back into the pieces that its build placed: the lines of one structure node are one
 * text, each label of a drawing is its own. Text that stands in no known place is a piece without an origin.
 */
export function placedPieces(pdf: Pick<FinishedPages, 'pages'>, places: readonly PlaceBox[]): readonly TextPiece[] {
  const groups = new Map<string, { readonly box: PlaceBox | undefined; readonly items: PagedItem[] }>();
  const byPage = new Map<number, PlaceBox[]>();
  for (const box of places) {
    const list = byPage.get(box.page) ?? [];
    list.push(box);
    byPage.set(box.page, list);
  }
  let loose = 0;
  for (const page of pdf.pages) {
    const boxes = byPage.get(page.index) ?? [];
    let before: { readonly key: string; readonly item: PlacedText } | undefined;
    for (const item of page.items) {
      const box = boxAround(boxes, item, page.height);
      const flows = box?.kind === 'text' && box.flow !== undefined;
      const apart = before === undefined || !(isBeside(before.item, item) || isBelow(before.item, item));
      const place = box === undefined ? 'none' : `${box.page}|${box.x}|${box.y}`;
      if (!flows && (apart || before?.key.startsWith(`${place}|`) !== true)) loose += 1;
      const key = flows ? `flow ${box.flow} ${box.origin}` : `${place}|${loose}`;
      const group = groups.get(key) ?? { box, items: [] };
      group.items.push({ item, page });
      groups.set(key, group);
      before = { key, item };
    }
  }
  const texts = [...groups.values()].map(({ box, items }) =>
    joinItems(items, { origin: box?.origin, kind: box?.kind ?? 'text' }),
  );
  const alts = pdf.pages.flatMap((page) =>
    page.alts.map(
      (text): TextPiece => ({ text, origin: undefined, kind: 'alt', page: page.index, runs: [], marks: [] }),
    ),
  );
  return [...texts, ...alts].filter(({ text, marks }) => text.trim() !== '' || marks.length > 0);
}

/** The smallest box that the item’s beginning stands in. */
function boxAround(boxes: readonly PlaceBox[], item: PlacedText, height: number): PlaceBox | undefined {
  const x = item.x + Math.min(item.width, item.size) / 4;
  const y = height - item.y - item.size * 0.3;
  let best: PlaceBox | undefined;
  for (const box of boxes) {
    const inside =
      x > box.x - SLACK && x < box.x + box.width + SLACK && y > box.y - SLACK && y < box.y + box.height + SLACK;
    if (inside && (best === undefined || box.width * box.height < best.width * best.height)) best = box;
  }
  return best;
}

/** The next line of one label, centred under the first or flush with it. */
function isBelow(before: PlacedText, item: PlacedText): boolean {
  const step = before.y - item.y;
  if (Math.abs(before.size - item.size) > 0.2 * item.size || step < 0.8 * item.size || step > 1.5 * item.size)
    return false;
  const middle = before.x + before.width / 2 - (item.x + item.width / 2);
  const edges = [middle, before.x - item.x, before.x + before.width - item.x - item.width];
  return (
    !/^[-+\u2212]?[\d.,]+$/.test(before.text.trim() + item.text.trim()) && edges.some((gap) => Math.abs(gap) < 0.6)
  );
}

/** Goes on right after another item on its line: two fonts of one label. Digits beside digits are the labels of two neighbours. */
function isBeside(before: PlacedText, item: PlacedText): boolean {
  const size = Math.max(before.size, item.size);
  const gap = item.x - (before.x + before.width);
  const digits = gap > 0.04 * size && /\d$/.test(before.text) && /^\d/.test(item.text);
  return !digits && Math.abs(before.y - item.y) < 0.5 * size && gap > -0.2 * size && gap < 0.8 * size;
}
