import { InternalError } from '../../core/index.ts';
import { pourBalanced } from './cut-columns.ts';
import type { CellGalley, Galley, RowGalley, TableGalley, TableRowGalley } from './galley.ts';
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

/** Turns a galley that fits its page into a pdfmake node. */
export function define(galley: Galley): Node {
  const margin: Margin = [galley.x, galley.before, 0, galley.after];
  switch (galley.kind) {
    case 'lines':
      return { text: '', min: 0, max: galley.width, galley, margin };
    case 'stack': {
      const children = galley.children.map(define);
      if (galley.box === undefined) return { stack: children, galley, margin };
      const [top, right, bottom, left] = padOf(galley.box.style);
      return { stack: [{ stack: children, margin: [left, top, right, bottom] }], galley, margin };
    }
    case 'row':
      return { columns: galley.cells.map(defineCell), gaps: gapsOf(galley), galley, margin };
    case 'table':
      return defineTable(galley, margin);
    case 'picture':
      return { image: 'picture', width: galley.width, height: galley.height, galley, margin };
    case 'columns':
      return define(pourBalanced(galley));
    case 'placed': {
      const { left, top, content } = galley;
      return { stack: [define(content)], absolutePosition: { x: left, y: top }, galley };
    }
    case 'float':
      return { stack: [define(galley.content)], margin };
    case 'space':
      return { stack: [], margin: [0, galley.height, 0, 0] };
    case 'break':
    case 'page':
      throw new InternalError('a forced break stands inside a block that cannot break');
  }
}

function defineCell(cell: CellGalley): Node {
  return { stack: [define(cell.galley)], margin: [0, cell.top, 0, 0] };
}

/** pdfmake adds up gaps and widths from left to right. */
function gapsOf(row: RowGalley): readonly number[] {
  return row.cells.map((cell, i) => {
    const left = row.cells[i - 1];
    return left === undefined ? cell.x : cell.x - left.x - left.width;
  });
}

function defineTable(table: TableGalley, margin: Margin): Node {
  const rows = [...table.head, ...table.body];
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
    const spans = {
      ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
      ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    };
    const [top, right, bottom, left] = cell.pad;
    return { stack: [define(cell.galley)], margin: [left, top, right, bottom], ...spans };
  });
}
