import type { Block, StructureTag, TableBlock, TableCell, TableRow } from '../../compose/block.ts';
import { diagnose } from '../../core/index.ts';
import { columnWidths } from './column-widths.ts';
import { anchorOf, artifactOf, type Desk, fixedPlace, type Place, pt, whereIs } from './desk.ts';
import { extentOf, type Galley, type TableCellGalley, type TableGalley, type TableRowGalley } from './galley.ts';
import { setBlock } from './setting.ts';
import { stackOf } from './stacking.ts';
import { type Element, openElement, type Role } from './structure.ts';

const NO_PAD = [0, 0, 0, 0] as const;

/**
 * Sets a table: column widths by pdfmake's rules, rows as high as their highest cell, the head once as content and once
 * as the artifact that later pages repeat. With a caption the result is a stack of caption and table.
 * Emits K001 when columns of fixed width are wider than the place, or so narrow that their padding leaves none for text.
 */
export function setTable(block: TableBlock, place: Place, desk: Desk): Galley {
  const element = tableElement(block, place);
  const role: Role = element === undefined ? artifactOf(place.parent) : { element };
  const anchor = anchorOf(block, desk, undefined);
  const caption =
    block.caption === undefined ? undefined : setBlock(block.caption, fixedPlace(place.width, role), desk);
  const { widths, overflow } = columnWidths(block, place.width, desk.memo);
  if (overflow > 0.5) {
    desk.faults.push(
      diagnose('K001', `the columns are ${pt(overflow)} wider than the place of the table`, {
        ...whereIs(block),
        expected: `at most ${pt(place.width)} of columns`,
        found: pt(place.width + overflow),
        hints: ['make columns narrower, or leave the width of one to its content'],
      }),
    );
  }
  const artifact: Role = 'artifact' in role ? role : { artifact: 'Pagination' };
  const rows = (of: readonly TableRow[], section: Element | undefined, role: Role): readonly TableRowGalley[] =>
    withRoom(block, widths, desk, () => setRows(of, widths, section, role, desk));
  const head = rows(block.head, sectionElement(element, 'THead', block.head, block), role);
  const body = rows(block.body, sectionElement(element, 'TBody', block.body, block), role);
  const headAgain = lazily(() => rows(block.head, undefined, artifact));
  const width = widths.reduce((sum, each) => sum + each, 0);
  const foot = setFoot(block.foot, width, widths.length, place.parent, desk);
  const footAgain = lazily(() => setFoot(block.foot, width, widths.length, artifact, desk));
  const table: TableGalley = {
    kind: 'table',
    width,
    height: heightOfRows([...head, ...body, ...foot]),
    before: caption === undefined ? (block.before ?? 0) : 0,
    after: caption === undefined ? (block.after ?? 0) : 0,
    x: 0,
    keepNext: caption === undefined && (block.keep?.withNext ?? false),
    together: caption === undefined && (block.keep?.together ?? false),
    anchor: caption === undefined ? anchor : undefined,
    columns: widths,
    head,
    headAgain,
    body,
    foot,
    footAgain,
    artifact: artifactOf(role),
  };
  if (caption === undefined) return table;
  return stackOf({
    children: [{ ...caption, keepNext: true }, table],
    width: place.width,
    anchor,
    before: block.before ?? 0,
    after: block.after ?? 0,
    keepNext: block.keep?.withNext ?? false,
    together: block.keep?.together ?? false,
  });
}

/** One cell under all columns; the space over it is the cell's. */
function setFoot(
  block: Block | undefined,
  width: number,
  columns: number,
  parent: Role,
  desk: Desk,
): readonly TableRowGalley[] {
  if (block === undefined) return [];
  const set = setBlock(block, fixedPlace(width, parent), desk);
  const galley: Galley = { ...set, before: 0, after: 0 };
  const pad = [set.before, 0, 0, 0] as const;
  const cell: TableCellGalley = { galley, pad, width, colSpan: columns, rowSpan: 1, ground: undefined };
  const cells = Array.from({ length: columns }, (_, column) => (column === 0 ? cell : null));
  const height = heightOfCell(cell);
  const { origin } = block;
  return [{ height, minHeight: height, cells, top: undefined, bottom: undefined, keepNext: false, origin }];
}

export function heightOfRows(rows: readonly TableRowGalley[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

function tableElement(block: TableBlock, place: Place): Element | undefined {
  if ('artifact' in place.parent || block.tag === 'artifact') return undefined;
  return openElement(place.parent.element, block.tag ?? { type: 'Table' }, block.origin, block.id);
}

function sectionElement(
  table: Element | undefined,
  type: 'THead' | 'TBody',
  rows: readonly TableRow[],
  block: TableBlock,
): Element | undefined {
  if (table === undefined || rows.length === 0) return undefined;
  return openElement(table, { type }, rows[0]?.origin ?? block.origin, undefined);
}

function setRows(
  rows: readonly TableRow[],
  widths: readonly number[],
  section: Element | undefined,
  artifact: Role,
  desk: Desk,
): readonly TableRowGalley[] {
  const set = rows.map((row, index): TableRowGalley => {
    const rowElement = section === undefined ? undefined : openElement(section, { type: 'TR' }, row.origin, undefined);
    const cells = widths.map((_, column) => {
      const cell = row.cells[column] ?? null;
      if (cell === null) return null;
      const parent: Role =
        rowElement === undefined
          ? artifact
          : { element: openElement(rowElement, cellTag(cell), cell.block.origin, undefined) };
      const rowSpan = Math.min(cell.rowSpan ?? 1, rows.length - index);
      const covered = widths.slice(column, column + (cell.colSpan ?? 1));
      return setCell({ ...cell, rowSpan, colSpan: covered.length }, covered, parent, desk);
    });
    const alone = cells.filter((cell) => cell !== null && cell.rowSpan === 1);
    const minHeight = row.minHeight ?? 0;
    return {
      height: Math.max(minHeight, ...alone.map((cell) => (cell === null ? 0 : heightOfCell(cell)))),
      minHeight,
      cells,
      top: row.top,
      bottom: row.bottom,
      keepNext: row.keepWithNext ?? false,
      origin: row.origin,
    };
  });
  return stretchForSpans(set);
}

/** Cells without any room for their text are told of once, at the table, whose columns are too many or too narrow. */
function withRoom<T>(block: TableBlock, widths: readonly number[], desk: Desk, set: () => T): T {
  const before = desk.faults.length;
  const made = set();
  const faults = desk.faults.splice(before);
  const others = faults.filter((fault) => fault.code !== 'L003');
  desk.faults.push(...others);
  if (others.length < faults.length) {
    const padding = Math.max(...[...block.head, ...block.body].flatMap((row) => row.cells.map(paddingOf)));
    desk.faults.push(
      diagnose('K001', 'a column of the table leaves no room for text beside its padding', {
        ...whereIs(block),
        expected: `columns of more than ${pt(padding)}`,
        found: `${widths.length} columns, the narrowest ${pt(Math.min(...widths))}`,
        hints: ['leave out columns, or make two tables of it'],
      }),
    );
  }
  return made;
}

function paddingOf(cell: TableCell | null): number {
  const [, right, , left] = cell?.pad ?? NO_PAD;
  return right + left;
}

function setCell(cell: TableCell, widths: readonly number[], parent: Role, desk: Desk): TableCellGalley {
  const pad = cell.pad ?? NO_PAD;
  const width = widths.reduce((sum, each) => sum + each, 0);
  const inner = Math.max(0, width - pad[1] - pad[3]);
  const galley = setBlock(cell.block, fixedPlace(inner, parent), desk);
  const spans = { colSpan: cell.colSpan ?? 1, rowSpan: cell.rowSpan ?? 1 };
  return { galley, pad, width, ...spans, ground: cell.ground };
}

export function heightOfCell(cell: TableCellGalley): number {
  return cell.pad[0] + extentOf(cell.galley) + cell.pad[2];
}

/** A cell over several rows that is higher than they are makes the last of them higher. */
function stretchForSpans(rows: readonly TableRowGalley[]): readonly TableRowGalley[] {
  const heights = rows.map((row) => row.height);
  rows.forEach((row, i) => {
    for (const cell of row.cells) {
      if (cell === null || cell.rowSpan === 1) continue;
      const last = Math.min(rows.length, i + cell.rowSpan) - 1;
      const missing = heightOfCell(cell) - heights.slice(i, last + 1).reduce((sum, height) => sum + height, 0);
      if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
    }
  });
  return rows.map((row, i) => ({ ...row, height: heights[i] ?? row.height }));
}

function cellTag(cell: TableCell): StructureTag {
  const { colSpan, rowSpan } = cell;
  const spans = { ...(colSpan === undefined ? {} : { colSpan }), ...(rowSpan === undefined ? {} : { rowSpan }) };
  return { ...spans, ...cell.tag };
}

/** Most tables never break: their repeated head is set only when it is asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
