import { isArray, type PdfFile, textOf } from '../objects/index.ts';
import { attributeOf } from './attributes.ts';
import type { StructureElement } from './structure.ts';
import { type GridCell, scopeOf, type TableGrid } from './table-grid.ts';

/** The headers of one cell, by the way that they look. */
export interface CellHeaders {
  readonly columns: readonly StructureElement[];
  readonly rows: readonly StructureElement[];
}

/**
 * The headers of each cell, as a reader finds them: those that it names, else the nearest before it in its column and row.
 * Source: ISO 32000-1 14.8.5.7; ISO 14289-1 7.5.
 */
export function headersOfCells(file: PdfFile, grid: TableGrid): ReadonlyMap<StructureElement, CellHeaders> {
  const ids = new Map<string, GridCell>();
  for (const cell of grid.cells) {
    const id = cell.element.role === 'TH' ? textOf(file.get(cell.element.dict, 'ID')) : undefined;
    if (id !== undefined) ids.set(id, cell);
  }
  const headers = new Map<StructureElement, CellHeaders>();
  const width = Math.max(0, ...grid.widths);
  /** The last header of each column above the present row, and of each row left of the present cell. */
  const above: (StructureElement | undefined)[] = [];
  const before: (StructureElement | undefined)[] = [];
  let waiting: GridCell[] = [];
  let row = 0;
  for (const cell of grid.cells) {
    if (cell.row !== row) {
      for (const header of waiting) for (const column of columnsOf(header, width)) above[column] = header.element;
      waiting = [];
      row = cell.row;
    }
    const own = named(file, cell, ids);
    const nearest = columnsOf(cell, width).flatMap((column) => above[column] ?? []);
    const left = before[cell.row];
    headers.set(cell.element, own ?? { columns: [...new Set(nearest)], rows: left === undefined ? [] : [left] });
    if (cell.element.role !== 'TH') continue;
    const scope = scopeOf(file, cell.element);
    if (scope === 'Column' || scope === 'Both') waiting.push(cell);
    if (scope !== 'Row' && scope !== 'Both') continue;
    for (let y = cell.row; y < Math.min(cell.row + cell.rows, grid.rows.length); y += 1) before[y] = cell.element;
  }
  return headers;
}

function columnsOf({ column, columns }: GridCell, width: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(columns, width - column)) }, (_, i) => column + i);
}

/** Undefined for a cell that names none. A header in the cell’s own row is one of the row. */
function named(file: PdfFile, cell: GridCell, ids: ReadonlyMap<string, GridCell>): CellHeaders | undefined {
  const written = attributeOf(file, cell.element, 'Headers');
  if (!isArray(written)) return undefined;
  const found = written.flatMap((item) => ids.get(textOf(file.resolve(item)) ?? '') ?? []);
  const beside = (header: GridCell): boolean =>
    header.row <= cell.row && cell.row < header.row + header.rows && header.column < cell.column;
  return {
    columns: found.filter((header) => !beside(header)).map(({ element }) => element),
    rows: found.filter(beside).map(({ element }) => element),
  };
}
