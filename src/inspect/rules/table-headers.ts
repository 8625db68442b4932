import { attributeOf } from '../model/attributes.ts';
import type { Facts } from '../model/facts.ts';
import { placeOf } from '../model/place.ts';
import { type GridCell, scopeOf, type TableGrid } from '../model/table-grid.ts';
import { isArray, textOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';
import { grids } from './table-grid.ts';

/** A header says which way it looks, unless cells name their headers. Source: ISO 14289-1 7.5; Matterhorn 15-003. */
export const HEADER_SCOPE: Rule = {
  ids: { ua1: 'UA-7.5-1-scope' },
  severity: 'fail',
  asks: 'a TH has a Scope, where cells do not name their headers',
  *check(facts) {
    for (const { grid } of grids(facts)) {
      if (grid.cells.some((cell) => headersOf(facts, cell).length > 0)) continue;
      for (const { element } of grid.cells) {
        if (element.role !== 'TH' || scopeOf(facts.file, element) !== undefined) continue;
        yield { message: 'a header has no Scope', ...placeOf(facts, element) };
      }
    }
  },
};

/** Source: ISO 14289-1 7.5; Matterhorn 15-003. */
export const CELL_HEADERS: Rule = {
  ids: { ua1: 'UA-7.5-1' },
  severity: 'fail',
  asks: 'each TD has a header, by Scope or by Headers',
  *check(facts) {
    for (const { grid } of grids(facts)) {
      const reached = reach(facts, grid);
      for (const cell of grid.cells) {
        if (cell.element.role !== 'TD' || headersOf(facts, cell).length > 0 || reached(cell)) continue;
        yield { message: 'a cell has no header', ...placeOf(facts, cell.element) };
      }
    }
  },
};

/** Source: ISO 14289-1 7.5; ISO 32000-1 table 349. */
export const HEADER_IDS: Rule = {
  ids: { ua1: 'UA-7.5-2' },
  severity: 'fail',
  asks: 'Headers name cells of the same table that are headers',
  *check(facts) {
    for (const { grid } of grids(facts)) {
      const ids = new Set(
        grid.cells
          .filter(({ element }) => element.role === 'TH')
          .map(({ element }) => textOf(facts.file.get(element.dict, 'ID'))),
      );
      for (const cell of grid.cells) {
        const unknown = headersOf(facts, cell).find((id) => !ids.has(id));
        if (unknown === undefined) continue;
        yield {
          message: `a cell names the header \`${unknown}\`, which is not in its table`,
          ...placeOf(facts, cell.element),
        };
      }
    }
  },
};

function headersOf({ file }: Facts, { element }: GridCell): readonly string[] {
  const list = attributeOf(file, element, 'Headers');
  return isArray(list) ? list.map((item) => textOf(file.resolve(item)) ?? '') : [];
}

/** Headers reach all rows or columns that they stand in. */
function reach({ file }: Facts, grid: TableGrid): (cell: GridCell) => boolean {
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const cell of grid.cells) {
    if (cell.element.role !== 'TH') continue;
    const scope = scopeOf(file, cell.element);
    if (scope === 'Row' || scope === 'Both') for (let i = 0; i < cell.rows; i += 1) rows.add(cell.row + i);
    if (scope === 'Column' || scope === 'Both') for (let i = 0; i < cell.columns; i += 1) columns.add(cell.column + i);
  }
  return (cell) => {
    for (let i = 0; i < cell.rows; i += 1) if (rows.has(cell.row + i)) return true;
    for (let i = 0; i < cell.columns; i += 1) if (columns.has(cell.column + i)) return true;
    return false;
  };
}
