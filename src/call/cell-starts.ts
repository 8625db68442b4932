import type { PlacedText } from '../inspect/index.ts';

/** The least gap before a cell, in its type size; between two figures, which no sentence sets side by side, it may be less. */
const LEAST_GAP = 0.55;
const LEAST_GAP_OF_FIGURES = 0.35;
/** How far apart the ends or middles of cells of one column may stand, pt. */
const NEAR = 0.6;
/** How far apart the baselines of neighbouring rows may stand, in type sizes. */
const ROWS = 4;
/** How much the word spaces of a justified line differ, in type sizes. */
const EVEN = 0.06;

interface Gap {
  readonly before: PlacedText;
  readonly item: PlacedText;
  readonly width: number;
}

/**
 * The items that begin a cell: they stand off from the item before them on their line, and begin, end or have their middle
 * under or over another one that does. A gap alone does not tell a narrow table from a justified line, whose gaps are even
 * and whose ends stand under each other.
 */
export function cellStarts(items: readonly PlacedText[]): ReadonlySet<PlacedText> {
  const apart = rowsOf(items).flatMap((row) => (isJustified(row) ? [] : row.filter(isWide).map(({ item }) => item)));
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

/** The gaps between the items of each line, in the order of the file. */
function rowsOf(items: readonly PlacedText[]): readonly (readonly Gap[])[] {
  const rows: Gap[][] = [[]];
  let before: PlacedText | undefined;
  for (const item of items) {
    if (item.text.trim() === '') continue;
    if (before !== undefined) {
      if (Math.abs(before.y - item.y) >= 0.2 * item.size) rows.push([]);
      else rows.at(-1)?.push({ before, item, width: item.x - (before.x + before.width) });
    }
    before = item;
  }
  return rows;
}

function isJustified(row: readonly Gap[]): boolean {
  const spaces = row.filter(({ width, item }) => width > 0.15 * item.size);
  const widths = spaces.map(({ width }) => width);
  const size = spaces[0]?.item.size ?? 0;
  const words = spaces.some(({ item }) => /\p{L}/u.test(item.text));
  return words && spaces.length > 1 && Math.max(...widths) - Math.min(...widths) < EVEN * size;
}

function isWide({ before, item, width }: Gap): boolean {
  const figures = /[\d%)）]\s*$/.test(before.text) && /^[\d+\-\u2212(（]/.test(item.text);
  return width > (figures ? LEAST_GAP_OF_FIGURES : LEAST_GAP) * item.size;
}

function isColumn(a: PlacedText, b: PlacedText): boolean {
  if (Math.abs(a.x - b.x) < NEAR) return true;
  if (!(isFigure(a) && isFigure(b))) return false;
  const right = a.x + a.width - (b.x + b.width);
  const middle = a.x + a.width / 2 - (b.x + b.width / 2);
  return Math.abs(right) < NEAR || Math.abs(middle) < NEAR;
}

function isFigure({ text }: PlacedText): boolean {
  return /^[^\p{L}]*\d[^\p{L}]*$/u.test(text);
}
