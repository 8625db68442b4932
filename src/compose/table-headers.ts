import type { StructureTag, TableCell, TableRow } from './block.ts';

/** The rows of a table, its head apart. */
export interface TableRows {
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
}

/**
 * Names the header cells of each cell where scope alone would lead a reader astray: in tables with heads of several rows,
 * heads over several columns, or groups in the body, whose head would hide the column's own.
 * @param table  ids are its own: the same in every build, no other table's
 * Source: ISO 32000-1 table 349 (Headers, Scope); ISO 14289-1 7.5.
 */
export function withHeaders(rows: TableRows, columns: number, table: string): TableRows {
  if (!isDeep(rows)) return rows;
  const ids = new Map<TableCell, string>();
  const named = new Map<TableCell, readonly string[]>();
  const idOf = (cell: TableCell): string => {
    const id = ids.get(cell) ?? `${table}.${ids.size + 1}`;
    ids.set(cell, id);
    return id;
  };
  const heads = headsByColumn(rows.head, columns, (cell, over) => named.set(cell, over.map(idOf)));
  nameBody(rows.body, heads, (cell, over) => named.set(cell, over.map(idOf)));
  const tagged = (row: TableRow): TableRow => ({
    ...row,
    cells: row.cells.map((cell) => (cell === null ? null : { ...cell, tag: tagOf(cell, ids, named) })),
  });
  return { head: rows.head.map(tagged), body: rows.body.map(tagged) };
}

/** Whether a table needs more than the scope of its header cells. */
function isDeep({ head, body }: TableRows): boolean {
  const spans = head.some((row) => row.cells.some((cell) => cell !== null && spanOf(cell) > 1));
  return head.length > 1 || spans || body.some((row) => row.cells.some(isColumnHead));
}

function tagOf(
  cell: TableCell,
  ids: ReadonlyMap<TableCell, string>,
  named: ReadonlyMap<TableCell, readonly string[]>,
): StructureTag {
  const id = ids.get(cell);
  const headers = named.get(cell) ?? [];
  return { ...cell.tag, ...(id === undefined ? {} : { id }), ...(headers.length === 0 ? {} : { headers }) };
}

type Name = (cell: TableCell, over: readonly TableCell[]) => void;
type Columns = readonly (readonly TableCell[])[];

/** For each column its header cells, from the outermost; a cell of the head is itself under those above it. */
function headsByColumn(head: readonly TableRow[], columns: number, name: Name): Columns {
  const heads: TableCell[][] = Array.from({ length: columns }, () => []);
  for (const row of head) {
    row.cells.forEach((cell, column) => {
      if (cell === null) return;
      name(cell, distinct(heads.slice(column, column + spanOf(cell)).flat()));
      if (cell.tag.type !== 'TH') return;
      for (let i = column; i < column + spanOf(cell); i += 1) heads[i]?.push(cell);
    });
  }
  return heads;
}

/** A cell is under its column's heads, the heads of its group, and its row's. */
function nameBody(body: readonly TableRow[], heads: Columns, name: Name): void {
  let groups: TableCell[][] = heads.map(() => []);
  /** Row heads, with the rows that they still reach. */
  let rowHeads: { readonly cell: TableCell; rows: number }[] = [];
  let closed = true;
  for (const row of body) {
    const groupRow = row.cells.every((cell) => cell === null || isColumnHead(cell));
    if (groupRow && closed) groups = heads.map(() => []);
    closed = !groupRow;
    rowHeads = rowHeads.filter((head) => head.rows > 0);
    for (const cell of row.cells) {
      if (cell !== null && isRowHead(cell)) rowHeads.push({ cell, rows: cell.rowSpan ?? 1 });
    }
    const over = rowHeads.map((head) => head.cell);
    row.cells.forEach((cell, column) => {
      if (cell === null) return;
      const covered = { from: column, to: column + spanOf(cell) };
      const group = distinct(groups.slice(covered.from, covered.to).flat());
      if (isColumnHead(cell)) {
        name(cell, group);
        for (let i = covered.from; i < covered.to; i += 1) groups[i]?.push(cell);
      } else if (isRowHead(cell)) {
        name(cell, [...group, ...over.slice(0, over.indexOf(cell))]);
      } else {
        name(cell, [...distinct(heads.slice(covered.from, covered.to).flat()), ...group, ...over]);
      }
    });
    for (const head of rowHeads) head.rows -= 1;
  }
}

function isColumnHead(cell: TableCell | null): boolean {
  return cell !== null && cell.tag.type === 'TH' && cell.tag.scope === 'Column';
}

function isRowHead(cell: TableCell): boolean {
  return cell.tag.type === 'TH' && cell.tag.scope !== 'Column';
}

function spanOf(cell: TableCell): number {
  return cell.colSpan ?? 1;
}

function distinct(cells: readonly TableCell[]): readonly TableCell[] {
  return [...new Set(cells)];
}
