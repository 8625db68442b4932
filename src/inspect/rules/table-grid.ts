import type { Facts } from '../model/facts.ts';
import { placeOf } from '../model/place.ts';
import { elementsOf, type StructureElement } from '../model/structure.ts';
import { type TableGrid, tableGrid } from '../model/table-grid.ts';
import type { Rule } from '../rule.ts';

/** Cells do not lie over each other. Source: ISO 14289-1 7.2. */
export const CELLS_OVERLAP: Rule = {
  ids: { ua1: 'UA-7.2-15' },
  severity: 'fail',
  asks: 'cells of a table do not overlap',
  *check(facts) {
    for (const { grid } of grids(facts)) {
      for (const { element } of grid.overlaps)
        yield { message: 'a cell lies over another', ...placeOf(facts, element) };
    }
  },
};

/** Source: ISO 14289-1 7.2. */
export const ROW_SPAN: Rule = {
  ids: { ua1: 'UA-7.2-41' },
  severity: 'fail',
  asks: 'no cell reaches below its table',
  *check(facts) {
    for (const { grid } of grids(facts)) {
      for (const { element, rows } of grid.overhanging) {
        yield { message: `a cell over ${rows} rows reaches below the table`, ...placeOf(facts, element) };
      }
    }
  },
};

/** Source: ISO 14289-1 7.2. */
export const ROW_WIDTH: Rule = {
  ids: { ua1: 'UA-7.2-42' },
  severity: 'fail',
  asks: 'all rows of a table are equally wide, spans counted',
  *check(facts) {
    for (const { grid } of grids(facts)) {
      const widest = Math.max(0, ...grid.widths);
      for (const [y, width] of grid.widths.entries()) {
        const row = grid.rows[y];
        if (width === widest || row === undefined) continue;
        yield { message: `row ${y + 1} has ${width} columns of ${widest}`, ...placeOf(facts, row) };
      }
    }
  },
};

/** A table with its cells laid out. */
interface LaidTable {
  readonly table: StructureElement;
  readonly grid: TableGrid;
}

const laid = new WeakMap<Facts, readonly LaidTable[]>();

/** Tables with their cells laid out, once for all rules. */
export function grids(facts: Facts): readonly LaidTable[] {
  const known = laid.get(facts);
  if (known !== undefined) return known;
  const tables = elementsOf(facts.structure, 'Table').map((table) => ({ table, grid: tableGrid(facts.file, table) }));
  laid.set(facts, tables);
  return tables;
}
