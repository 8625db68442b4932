import { diagnose } from '../../core/index.ts';
import { citationsOfRow } from './citations.ts';
import { type BreakRules, type Cut, cut, type Room, whereOf } from './cut.ts';
import { pt } from './desk.ts';
import { type Galley, laterAnchor, type TableCellGalley, type TableGalley, type TableRowGalley } from './galley.ts';
import { BLIND_LEDGER, charge, type Ledger, SLACK } from './note-ledger.ts';
import { heightOfCell, heightOfRows } from './setting-table.ts';
import { stackOf } from './stacking.ts';

/** Rows kept together at a page's foot and, where the table is long enough, at the next page's head. */
const ROWS_KEPT = 2;

/**
 * Breaks a table between rows: not after a row that keeps with the next, not through a cell that spans rows, and not so
 * that a single row stands alone. The head is drawn again on the next page, the foot on this one. Only a row higher than a page is broken.
 * Emits K002 for such a row when it spans or cannot break, K003 where rows could not keep together.
 */
export function cutTable(table: TableGalley, room: Room, rules: BreakRules): Cut | undefined {
  const { body } = table;
  const ledgers = fittingRows(table, room, rules);
  if (ledgers === undefined) return room.force ? tallRow(table, room, room.ledger, rules) : undefined;
  const fit = ledgers.length - 1;
  const trails = body.length > ROWS_KEPT * 2 - 1 || room.force ? [ROWS_KEPT, 1] : [ROWS_KEPT];
  for (const trail of trails) {
    for (let rows = Math.min(fit, body.length - trail); rows >= ROWS_KEPT; rows -= 1) {
      if (breakAllowed(body, rows)) return divided(table, rows, ledgers[rows] ?? room.ledger);
    }
  }
  if (!room.force) return undefined;
  if (fit === 0) return tallRow(table, room, ledgers[0] ?? room.ledger, rules);
  const rows = Math.min(fit, body.length - 1);
  const unspanned = lastUnspanned(body, rows);
  if (unspanned === 0) return tallRow(table, room, ledgers[0] ?? room.ledger, rules);
  const result = divided(table, unspanned, ledgers[unspanned] ?? room.ledger);
  if (rows === 1 && body.length > 1 && !body[0]?.keepNext) return result;
  const fault = diagnose('K003', 'rows of a table that keep together stand on two pages', {
    ...whereOfRow(table, unspanned - 1),
    expected: 'these rows on one page',
    found: `a break behind row ${unspanned} of ${body.length}`,
    hints: ['let fewer rows keep with the next, or make the rows lower'],
  });
  return { ...result, faults: [fault] };
}

/** Ledgers after the head and 0, 1, 2 … rows, as many as fit; undefined when even the head does not. */
function fittingRows(table: TableGalley, room: Room, rules: BreakRules): readonly Ledger[] | undefined {
  const around = [...table.head, ...table.footAgain()];
  let height = heightOfRows(around);
  const head = charge(room.ledger, around.flatMap(citationsOfRow), room.height - height, rules.foot, room.force);
  if (head === undefined || height > room.height + SLACK) return undefined;
  const ledgers: Ledger[] = [head];
  let ledger = head;
  for (const row of table.body) {
    height += row.height;
    if (height + ledger.height > room.height + SLACK) break;
    const next = charge(ledger, citationsOfRow(row), room.height - height, rules.foot, false);
    if (next === undefined) break;
    ledger = next;
    ledgers.push(ledger);
  }
  return ledgers;
}

function breakAllowed(body: readonly TableRowGalley[], rows: number): boolean {
  return rows > 0 && body[rows - 1]?.keepNext !== true && lastUnspanned(body, rows) === rows;
}

/** The last row boundary at or before `rows` that no cell spans. */
function lastUnspanned(body: readonly TableRowGalley[], rows: number): number {
  const crosses = (boundary: number): boolean =>
    body.slice(0, boundary).some((row, i) => row.cells.some((cell) => cell !== null && i + cell.rowSpan > boundary));
  let boundary = rows;
  while (boundary > 0 && crosses(boundary)) boundary -= 1;
  return boundary;
}

/** The first row has no room on an empty page: its cells are broken, or it stands out. */
function tallRow(table: TableGalley, room: Room, ledger: Ledger, rules: BreakRules): Cut {
  const [row, ...later] = table.body;
  if (row === undefined) return standsOut(table, room, ledger, rules);
  const spans = row.cells.some((cell) => cell !== null && cell.rowSpan > 1);
  const height = room.height - heightOfRows([...table.head, ...table.footAgain()]) - ledger.height;
  if (spans || height <= 0) return standsOut(table, room, ledger, rules);
  const parts = row.cells.map((cell) => (cell === null ? null : cutCell(cell, height, rules)));
  if (parts.every((part) => part === null || part.rest === undefined)) {
    return standsOut(table, room, ledger, rules);
  }
  const head = rowOfParts(
    row,
    parts.map((part) => part?.head ?? null),
  );
  const rest = rowOfParts(
    row,
    parts.map((part) => part?.rest ?? part?.empty ?? null),
  );
  const citations = citationsOfRow(head);
  const charged = charge(ledger, citations, height + ledger.height - head.height, rules.foot, true) ?? ledger;
  const above = { ...head, bottom: undefined, keepNext: false };
  const below = { ...rest, top: undefined };
  return divided({ ...table, body: [above, below, ...later] }, 1, charged);
}

function cutCell(
  cell: TableCellGalley,
  height: number,
  rules: BreakRules,
): { readonly head: TableCellGalley; readonly rest: TableCellGalley | undefined; readonly empty: TableCellGalley } {
  const room = { height: height - cell.pad[0] - cell.pad[2] - cell.galley.before, ledger: BLIND_LEDGER, force: true };
  const result = cut(cell.galley, room, rules);
  const nothing = stackOf({ children: [], width: cell.galley.width });
  const empty = { ...cell, galley: nothing };
  if (result?.rest === undefined) return { head: cell, rest: undefined, empty };
  const head: Galley = result.head ?? nothing;
  return { head: { ...cell, galley: head }, rest: { ...cell, galley: { ...result.rest, before: 0 } }, empty };
}

function rowOfParts(row: TableRowGalley, cells: readonly (TableCellGalley | null)[]): TableRowGalley {
  const height = Math.max(0, ...cells.map((cell) => (cell === null ? 0 : heightOfCell(cell))));
  return { ...row, cells, height, minHeight: 0 };
}

/** The first row, with those that it spans, cannot be broken and has no room on any page. */
function standsOut(table: TableGalley, room: Room, ledger: Ledger, rules: BreakRules): Cut {
  const { body } = table;
  let last = Math.min(1, body.length);
  while (last < body.length && lastUnspanned(body, last) < last) last += 1;
  const kept = body.slice(0, last);
  const height = heightOfRows([...table.head, ...kept, ...table.footAgain()]);
  const citations = kept.flatMap(citationsOfRow);
  const charged = charge(ledger, citations, room.height - height, rules.foot, true) ?? ledger;
  const fault = diagnose('K002', `a table row of ${pt(heightOfRows(kept))} stands where ${pt(room.height)} are free`, {
    ...whereOfRow(table, 0),
    expected: `at most ${pt(room.height)}, head and foot of the table included`,
    found: pt(height),
    hints: ['shorten the cell, or divide it into several rows'],
  });
  const result = divided(table, last, charged);
  return height > room.height + SLACK ? { ...result, faults: [fault] } : result;
}

/** Block of a table, and origin of one of its rows; of a table without rows its own. */
function whereOfRow(table: TableGalley, index: number): ReturnType<typeof whereOf> {
  const origin = table.body[index]?.origin;
  return origin === undefined ? whereOf(table) : { ...whereOf(table), origin };
}

function divided(table: TableGalley, rows: number, ledger: Ledger): Cut {
  const kept = table.body.slice(0, rows);
  const later = table.body.slice(rows);
  const end = undefined;
  if (later.length === 0) return { head: restricted(table, kept), rest: undefined, ledger, end, faults: [] };
  const head = { ...restricted({ ...table, foot: table.footAgain() }, kept), after: 0, keepNext: false };
  const again = { ...table, head: table.headAgain(), before: 0, anchor: laterAnchor(table.anchor) };
  return { head, rest: restricted(again, later), ledger, end, faults: [] };
}

function restricted(table: TableGalley, body: readonly TableRowGalley[]): TableGalley {
  return { ...table, body, height: heightOfRows([...table.head, ...body, ...table.foot]) };
}
