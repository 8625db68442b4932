import type { Block, TableBlock, TableCell } from '../../compose/block.ts';
import type { ParagraphWidths } from '../../typeset/types.ts';
import { padOf } from './stacking.ts';
import { solveColumns } from './table-measure.ts';
import type { TypesetMemo } from './typeset-memo.ts';

/**
 * Widths of a table's columns in pt. Columns of fixed width keep it; the others share what is left by pdfmake's rule
 * (CSS 2.2 17.5.2.2), from the longest unbreakable sequence and the natural width of what they hold, and fill the place.
 * @returns widths, and by how much fixed columns are wider than the place (pt, 0 when they fit)
 */
export function columnWidths(
  block: TableBlock,
  place: number,
  memo: TypesetMemo,
): { readonly widths: readonly number[]; readonly overflow: number } {
  const fixed = block.columns.reduce<number>((sum, column) => sum + (column === 'auto' ? 0 : column), 0);
  if (!block.columns.includes('auto')) {
    return { widths: block.columns.map(Number), overflow: Math.max(0, fixed - place) };
  }
  const rows = [...block.head, ...block.body].map((row) =>
    row.cells.map((cell, column) => measuredCell(cell, column, block, memo)),
  );
  const solved = solveColumns(block.columns, rows, place);
  const autos = block.columns.map((column) => column === 'auto');
  const natural = solved.reduce((sum, width, i) => sum + (autos[i] ? width : 0), 0);
  const left = Math.max(0, place - fixed);
  const scale = natural > 0 ? left / natural : 0;
  const widths = solved.map((width, i) => (autos[i] ? width * scale : width));
  return { widths, overflow: Math.max(0, fixed - place) };
}

function measuredCell(
  cell: TableCell | null,
  column: number,
  block: TableBlock,
  memo: TypesetMemo,
): { readonly min: number; readonly max: number; readonly colSpan: number } | null {
  if (cell === null) return null;
  const colSpan = cell.colSpan ?? 1;
  const covered = block.columns.slice(column, column + colSpan);
  if (!covered.includes('auto')) return { min: 0, max: 0, colSpan };
  const [, right, , left] = cell.pad ?? [0, 0, 0, 0];
  const { min, max } = widthsOf(cell.block, memo);
  return { min: min + left + right, max: max + left + right, colSpan };
}

/** Narrowest and natural width of a block, pt. */
function widthsOf(block: Block, memo: TypesetMemo): ParagraphWidths {
  switch (block.kind) {
    case 'text':
      return memo.widths(block.paragraph);
    case 'stack': {
      if (block.width !== undefined) return { min: block.width, max: block.width };
      const [, right, , left] = padOf(block.box);
      return widest(block.children, memo, left + right + (block.x ?? 0));
    }
    case 'row': {
      const reach = Math.max(0, ...block.cells.map((cell) => cell.x + cell.width));
      return { min: reach, max: reach };
    }
    case 'drawing':
      return { min: block.drawing.width, max: block.drawing.width };
    case 'image':
      return { min: block.width, max: block.width };
    case 'float':
    case 'sheet':
      return widthsOf(block.block, memo);
    default:
      return { min: 0, max: 0 };
  }
}

function widest(blocks: readonly Block[], memo: TypesetMemo, extra: number): ParagraphWidths {
  const each = blocks.map((block) => widthsOf(block, memo));
  const min = Math.max(0, ...each.map((widths) => widths.min));
  const max = Math.max(0, ...each.map((widths) => widths.max));
  return { min: min + extra, max: max + extra };
}
