import { citationsIn } from './citations.ts';
import {
  type ColumnSettings,
  type Galley,
  innerGalleys,
  type LinesGalley,
  type RowGalley,
  rowGalleys,
  type StackGalley,
  type TableGalley,
  type TableRowGalley,
} from './galley.ts';
import { heightOfCell, heightOfRows } from './setting-table.ts';
import { childAt, childCount, tailOf } from './stack-list.ts';
import { rowOf, stackOf } from './stacking.ts';

/**
 * What is left of a galley, at the width of another setting of the same blocks: whole blocks are those of that setting, and
 * a paragraph that was broken is set anew from the break on.
 * @param rest  what was left by a break, or all of it
 * @param whole the same block set at the new width, unbroken
 */
export function resumed(rest: Galley, whole: Galley, settings: ColumnSettings): Galley {
  // What ended before the break beside something that goes on has nothing left.
  if (rest.kind === 'stack' && childCount(rest) === 0) return stackOf({ children: [], width: whole.width });
  if (rest.kind === 'lines' && whole.kind === 'lines') return resumedLines(rest, whole, settings);
  if (rest.kind === 'stack' && whole.kind === 'stack') return resumedStack(rest, whole, settings);
  if (rest.kind === 'row' && whole.kind === 'row') return resumedRow(rest, whole, settings);
  if (rest.kind === 'table' && whole.kind === 'table') return resumedTable(rest, whole, settings);
  return { ...whole, before: rest.before };
}

function resumedLines(rest: LinesGalley, whole: LinesGalley, settings: ColumnSettings): LinesGalley {
  const { anchor, before, after, keepNext } = rest;
  const manners = { anchor, before, after, keepNext };
  const place = rest.from === 0 ? rest.place : rest.set.lines[rest.from - 1]?.next;
  if (place === undefined) return { ...whole, ...manners };
  const set = settings.resume(whole.paragraph, whole.width, place);
  const to = set.lines.length;
  const citations = citationsIn(set, whole.role, whole.origin);
  const linesBefore = rest.linesBefore + rest.from;
  return { ...whole, ...manners, set, from: 0, to, height: to * set.leading, place, linesBefore, citations };
}

/** A break leaves the last children: what is left is counted from the end. */
function resumedStack(rest: StackGalley, whole: StackGalley, settings: ColumnSettings): StackGalley {
  const { before, after, x, keepNext, together, anchor, box } = rest;
  const manners = { before, after, x, keepNext, together, anchor, box, width: whole.width };
  const left = childCount(rest);
  const index = childCount(whole) - left;
  const first = childAt(rest, 0);
  const same = childAt(whole, index);
  const broken = first === undefined || same === undefined ? [] : [resumed(first, same, settings)];
  return stackOf({ ...tailOf(whole, broken, index + broken.length), ...manners });
}

function resumedRow(rest: RowGalley, whole: RowGalley, settings: ColumnSettings): RowGalley {
  const { kind, height, cells, ...base } = whole;
  const { before, after, anchor, keepNext } = rest;
  return rowOf(
    { ...base, before, after, anchor, keepNext },
    cells.map(({ top, ...cell }, i) => {
      const left = rest.cells[i]?.galley;
      return left === undefined ? cell : { ...cell, galley: resumed(left, cell.galley, settings) };
    }),
  );
}

function resumedTable(rest: TableGalley, whole: TableGalley, settings: ColumnSettings): TableGalley {
  const { before, after, anchor } = rest;
  const left = rest.body.length;
  const [first] = rest.body;
  const same = left === 0 ? undefined : whole.body.at(-left);
  if (first === undefined || same === undefined) return rest;
  const broken = isBroken(first, same);
  const begun = broken || left < whole.body.length;
  const head = begun ? whole.headAgain() : whole.head;
  const later = begun ? whole.body.slice(whole.body.length - left) : whole.body;
  const body = broken ? [resumedCells(first, same, settings), ...later.slice(1)] : later;
  return { ...whole, before, after, anchor, head, body, height: heightOfRows([...head, ...body, ...whole.foot]) };
}

/** A table row that was broken within its cells. */
function resumedCells(rest: TableRowGalley, whole: TableRowGalley, settings: ColumnSettings): TableRowGalley {
  const cells = whole.cells.map((cell, i) => {
    const left = rest.cells[i];
    return cell === null || left == null ? cell : { ...cell, galley: resumed(left.galley, cell.galley, settings) };
  });
  const height = Math.max(0, ...cells.map((cell) => (cell === null ? 0 : heightOfCell(cell))));
  return { ...whole, cells, height, minHeight: 0, top: rest.top };
}

function isBroken(rest: TableRowGalley, whole: TableRowGalley): boolean {
  const parts = rowGalleys(rest).flatMap(leaves);
  const begun = parts.some((part) => part.kind === 'lines' && (part.from > 0 || part.place !== undefined));
  return begun || parts.length !== rowGalleys(whole).flatMap(leaves).length;
}

function leaves(galley: Galley): readonly Galley[] {
  const inner = innerGalleys(galley);
  if (inner.length > 0) return inner.flatMap(leaves);
  return galley.kind === 'stack' ? [] : [galley];
}
