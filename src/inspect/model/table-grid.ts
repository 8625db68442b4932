import { nameOf, type PdfFile } from '../objects/index.ts';
import { attributeOf } from './attributes.ts';
import { childrenOf } from './relatives.ts';
import type { StructureElement } from './structure.ts';

/** A cell with its place in the table, rows and columns from 0. */
export interface GridCell {
  readonly element: StructureElement;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A table as rows and columns. */
export interface TableGrid {
  readonly cells: readonly GridCell[];
  readonly rows: readonly StructureElement[];
  /** Cells of the same place. */
  readonly overlaps: readonly GridCell[];
  /** Columns that are filled in each row. */
  readonly widths: readonly number[];
  /** Cells that reach below the last row. */
  readonly overhanging: readonly GridCell[];
}

const MOST_SPAN = 10_000;

/** Lays the cells of a table out as their spans say. Source: ISO 32000-1 14.8.5.7; ISO 14289-1 7.5. */
export function tableGrid(file: PdfFile, table: StructureElement): TableGrid {
  const rows = rowsOf(table);
  const taken = rows.map(() => new Map<number, GridCell>());
  const cells: GridCell[] = [];
  const overlaps: GridCell[] = [];
  const overhanging: GridCell[] = [];
  rows.forEach((row, y) => {
    let x = 0;
    for (const element of childrenOf(row)) {
      if (element.role !== 'TD' && element.role !== 'TH') continue;
      while (taken[y]?.has(x)) x += 1;
      const span = (key: string): number => {
        const value = attributeOf(file, element, key);
        return typeof value === 'number' && value >= 1 ? Math.min(Math.floor(value), MOST_SPAN) : 1;
      };
      const cell: GridCell = { element, row: y, column: x, rows: span('RowSpan'), columns: span('ColSpan') };
      cells.push(cell);
      file.budget.spend('elements', Math.min(cell.rows, rows.length - y) * cell.columns - 1);
      if (y + cell.rows > rows.length) overhanging.push(cell);
      let free = true;
      for (let dy = 0; dy < cell.rows && y + dy < rows.length; dy += 1) {
        for (let dx = 0; dx < cell.columns; dx += 1) {
          if (taken[y + dy]?.has(x + dx)) free = false;
          taken[y + dy]?.set(x + dx, cell);
        }
      }
      if (!free) overlaps.push(cell);
      x += cell.columns;
    }
  });
  return { cells, rows, overlaps, widths: taken.map((row) => row.size), overhanging };
}

function rowsOf(element: StructureElement): readonly StructureElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.role === 'TR') return [child];
    return /^T(?:Head|Body|Foot)$/.test(child.role) ? rowsOf(child) : [];
  });
}

/** Which way a header looks. */
export function scopeOf(file: PdfFile, element: StructureElement): 'Row' | 'Column' | 'Both' | undefined {
  const scope = nameOf(attributeOf(file, element, 'Scope'));
  return scope === 'Row' || scope === 'Column' || scope === 'Both' ? scope : undefined;
}
