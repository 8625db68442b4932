import type { Lang } from '../core/index.ts';
import type { Block, TableRow, TextBlock } from './block.ts';
import type { InlineItem, RunStyle } from './paragraph.ts';

/** Width of a text in a style, pt. */
export type MeasureText = (text: string, style: RunStyle, lang: Lang) => number;

/** Cells whose style asks to stand decimal under decimal, by their column. */
export type DecimalCells = ReadonlyMap<number, ReadonlySet<Block>>;

/**
 * Puts the decimal points of a column under one another: every figure is set to the end of its cell, and what the longest
 * tail after a point has more than its own is put after it. A whole number ends where the points stand. Marks of notes hang
 * outside, over the padding of their cell. A figure that would have no room keeps to its cell.
 * @param widths of the columns, pt
 * Source: Chicago Manual of Style 3.72.
 */
export function alignDecimals(
  rows: readonly TableRow[],
  cells: DecimalCells,
  measure: MeasureText,
  widths: readonly (number | 'auto')[],
): readonly TableRow[] {
  const longest = new Map<number, number>();
  for (const row of rows) {
    row.cells.forEach((cell, column) => {
      if (cell === null || cells.get(column)?.has(cell.block) !== true) return;
      for (const text of textsOf(cell.block)) {
        const { tail, marks } = endsOf(text, measure);
        const overhang = Math.max(0, marks - (cell.pad?.[1] ?? 0));
        longest.set(column, Math.max(longest.get(column) ?? 0, tail + overhang));
      }
    });
  }
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      if (cell === null || cells.get(column)?.has(cell.block) !== true) return cell;
      const aligned = (text: TextBlock): TextBlock => {
        const { tail, marks } = endsOf(text, measure);
        const wanted = (longest.get(column) ?? 0) - tail - marks;
        const width = widths[column] ?? 'auto';
        if (width === 'auto' || wanted <= 0) return withRoom(text, wanted);
        const [, right, , left] = cell.pad ?? [0, 0, 0, 0];
        const free = width - left - right - widthOf(text, measure);
        return withRoom(text, Math.min(wanted, Math.max(0, free)));
      };
      const { block } = cell;
      if (block.kind === 'text') return { ...cell, block: aligned(block) };
      if (block.kind !== 'stack') return cell;
      const children = block.children.map((child) => (child.kind === 'text' ? aligned(child) : child));
      return { ...cell, block: { ...block, children } };
    }),
  }));
}

/** The figures of a cell: one, or one in each language. */
function textsOf(block: Block): readonly TextBlock[] {
  if (block.kind === 'text') return [block];
  return block.kind === 'stack' ? block.children.filter((child) => child.kind === 'text') : [];
}

/** Width from the decimal point to the end of the figure, none for a whole number or a text; and that of the raised marks behind it. */
function endsOf(block: TextBlock, measure: MeasureText): { readonly tail: number; readonly marks: number } {
  const { items } = block.paragraph;
  const last = items.findLastIndex((item) => item.kind === 'text' && item.note === undefined && item.style.rise <= 0);
  const marks = items.slice(last + 1).reduce((sum, item) => {
    if (item.kind === 'space') return sum + item.width;
    return item.kind === 'text' ? sum + measure(item.text, item.style, item.lang) : sum;
  }, 0);
  const figure = items[last];
  if (figure?.kind !== 'text') return { tail: 0, marks };
  const tail = /\.\d+\D*$/.exec(figure.text)?.[0] ?? /(?<=\d)\D+$/.exec(figure.text)?.[0] ?? '';
  return { tail: tail === '' ? 0 : measure(tail, figure.style, figure.lang), marks };
}

function widthOf(block: TextBlock, measure: MeasureText): number {
  return block.paragraph.items.reduce((sum, item) => {
    if (item.kind === 'space') return sum + item.width;
    return item.kind === 'text' ? sum + measure(item.text, item.style, item.lang) : sum;
  }, 0);
}

function withRoom(block: TextBlock, width: number): TextBlock {
  if (Math.abs(width) < 0.001) return block;
  const room: InlineItem = { kind: 'space', width: Math.round(width * 1000) / 1000 };
  return { ...block, paragraph: { ...block.paragraph, items: [...block.paragraph.items, room] } };
}
