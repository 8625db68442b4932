import type { PlacedText } from '../inspect/index.ts';

/** The least gap before a cell, in its type size. Justified text may have wider ones, but not one under the other. */
const LEAST_GAP = 0.55;
/** How far apart the ends or middles of cells of one column may stand, pt. */
const NEAR = 0.6;
/** How far apart the baselines of neighbouring rows may stand, in type sizes. */
const ROWS = 4;

/**
 * The items that begin a cell: they stand off from the item before them on their line, and begin, end or have their middle
 * under or over another one that does. A gap alone does not tell a narrow table from a justified line.
 */
export function cellStarts(items: readonly PlacedText[]): ReadonlySet<PlacedText> {
  const apart: PlacedText[] = [];
  let before: PlacedText | undefined;
  for (const item of items) {
    if (item.text.trim() === '') continue;
    if (before !== undefined && Math.abs(before.y - item.y) < 0.2 * item.size) {
      const gap = item.x - (before.x + before.width);
      if (gap > LEAST_GAP * item.size) apart.push(item);
    }
    before = item;
  }
  const sorted = apart.toSorted((a, b) => b.y - a.y);
  const starts = new Set<PlacedText>();
  for (const [index, one] of sorted.entries()) {
    for (const other of sorted.slice(index + 1)) {
      const drop = one.y - other.y;
      if (drop > ROWS * one.size) break;
      if (drop < 0.8 * Math.min(one.size, other.size) || !isColumn(one, other)) continue;
      starts.add(one);
      starts.add(other);
    }
  }
  return starts;
}

function isColumn(a: PlacedText, b: PlacedText): boolean {
  const right = a.x + a.width - (b.x + b.width);
  const middle = a.x + a.width / 2 - (b.x + b.width / 2);
  return [a.x - b.x, right, middle].some((distance) => Math.abs(distance) < NEAR);
}
