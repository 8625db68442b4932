import type { Lang } from '../core/index.ts';
import type { Block, TableRow } from './block.ts';
import type { InlineItem, RunStyle } from './paragraph.ts';

/** Width of a text in a style, pt. */
export type MeasureText = (text: string, style: RunStyle, lang: Lang) => number;

/** Cells whose style asks to stand decimal under decimal, by their column. */
export type DecimalCells = ReadonlyMap<number, ReadonlySet<Block>>;

/**
 * Puts the decimal points of a column under one another: every figure is set to the end of its cell, and what the longest
 * tail after a point has more than its own is put after it. A whole number ends where the points stand.
 */
export function alignDecimals(
  rows: readonly TableRow[],
  cells: DecimalCells,
  measure: MeasureText,
): readonly TableRow[] {
  const longest = new Map<number, number>();
  for (const [column, blocks] of cells) {
    longest.set(column, Math.max(0, ...[...blocks].map((block) => tailOf(block, measure))));
  }
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      if (cell === null || cells.get(column)?.has(cell.block) !== true) return cell;
      const room = (longest.get(column) ?? 0) - tailOf(cell.block, measure);
      return room <= 0 ? cell : { ...cell, block: withRoom(cell.block, room) };
    }),
  }));
}

/** Width from the decimal point to the end of the figure; none for a whole number or a text. */
function tailOf(block: Block, measure: MeasureText): number {
  if (block.kind !== 'text') return 0;
  const figure = block.paragraph.items.findLast((item) => item.kind === 'text');
  if (figure?.kind !== 'text') return 0;
  const tail = /\.\d+\D*$/.exec(figure.text)?.[0] ?? /(?<=\d)\D+$/.exec(figure.text)?.[0] ?? '';
  return tail === '' ? 0 : measure(tail, figure.style, figure.lang);
}

function withRoom(block: Block, width: number): Block {
  if (block.kind !== 'text') return block;
  const room: InlineItem = { kind: 'space', width: Math.round(width * 1000) / 1000 };
  return { ...block, paragraph: { ...block.paragraph, items: [...block.paragraph.items, room] } };
}
