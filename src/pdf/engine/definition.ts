import { InternalError } from '../../core/index.ts';
import { pourBalanced } from './cut-columns.ts';
import {
  childrenOf,
  type Galley,
  type RowGalley,
  rowsOf,
  type StackGalley,
  type TableGalley,
  type TableRowGalley,
} from './galley.ts';
import { padOf } from './stacking.ts';
import { BARE_LAYOUT } from './table-measure.ts';

type Margin = readonly [number, number, number, number];

/** A node of a pdfmake definition that carries its galley. pdfmake writes into nodes: each build makes fresh ones. */
export interface Node {
  readonly galley?: Galley;
  readonly margin?: Margin;
  readonly absolutePosition?: { readonly x: number; readonly y: number };
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly text?: '';
  readonly min?: number;
  readonly max?: number;
  readonly stack?: Node[];
  readonly columns?: Node[];
  readonly gaps?: readonly number[];
  readonly image?: string;
  readonly width?: number;
  readonly height?: number;
  readonly table?: { readonly widths: number[]; readonly heights: readonly number[]; readonly body: Node[][] };
  readonly layout?: typeof BARE_LAYOUT;
}

const NO_PAD: Margin = [0, 0, 0, 0];

/**
 * Turns a galley that fits its page into a pdfmake node.
 * @param pad [top, right, bottom, left] of the cell that the galley stands in, pt; it goes into the node's own margin, so
 *            that a cell costs pdfmake one node and not two
 */
export function define(galley: Galley, pad: Margin = NO_PAD): Node {
  const [top, , bottom, left] = pad;
  const margin: Margin = [left + galley.x, top + galley.before, 0, galley.after + bottom];
  switch (galley.kind) {
    case 'lines':
      return { text: '', min: 0, max: galley.width, galley, margin };
    case 'stack':
      return { stack: defineChildren(galley), galley, margin };
    case 'row':
      return { columns: defineCells(galley), gaps: gapsOf(galley), galley, margin };
    case 'table':
      return defineTable(galley, margin);
    case 'picture':
      return { image: 'picture', width: galley.width, height: galley.height, galley, margin };
    case 'columns':
      return define(pourBalanced(galley), pad);
    case 'placed':
      return { stack: [define(galley.content)], absolutePosition: { x: galley.left, y: galley.top }, galley };
    case 'float':
      return { stack: [define(galley.content)], margin };
    case 'space':
      return { stack: [], margin: [0, top + galley.height, 0, bottom] };
    case 'break':
    case 'page':
    case 'sheet':
      throw new InternalError('a forced break stands inside a block that cannot break');
  }
}

function defineChildren(galley: StackGalley): Node[] {
  const children = childrenOf(galley).map((child) => define(child));
  return galley.box === undefined ? children : [{ stack: children, margin: boxMargin(padOf(galley.box.style)) }];
}

function boxMargin([top, right, bottom, left]: Margin): Margin {
  return [left, top, right, bottom];
}

function defineCells(row: RowGalley): Node[] {
  return row.cells.map((cell) => define(cell.galley, [cell.top, 0, 0, 0]));
}

/** pdfmake adds up gaps and widths from left to right. */
function gapsOf(row: RowGalley): readonly number[] {
  return row.cells.map((cell, i) => {
    const left = row.cells[i - 1];
    return left === undefined ? cell.x : cell.x - left.x - left.width;
  });
}

function defineTable(table: TableGalley, margin: Margin): Node {
  const rows = rowsOf(table);
  if (rows.length === 0) return { stack: [], galley: table, margin };
  const definition = {
    widths: [...table.columns],
    heights: rows.map((row) => row.height),
    body: rows.map((row) => defineTableRow(row)),
  };
  return { table: definition, layout: BARE_LAYOUT, galley: table, margin };
}

function defineTableRow(row: TableRowGalley): Node[] {
  return row.cells.map((cell): Node => {
    if (cell === null) return { text: '', min: 0, max: 0 };
    const node = define(cell.galley, cell.pad);
    if (cell.colSpan === 1 && cell.rowSpan === 1) return node;
    return { ...node, colSpan: cell.colSpan, rowSpan: cell.rowSpan };
  });
}
