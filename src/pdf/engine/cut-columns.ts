import { citationsOf } from './citations.ts';
import { type BreakRules, type Cut, cut, type Room } from './cut.ts';
import { type ColumnsGalley, type Galley, laterAnchor, type RowGalley, type StackGalley } from './galley.ts';
import { BLIND_LEDGER, charge, type NoteFoot, SLACK } from './note-ledger.ts';
import { resumed } from './resumption.ts';
import { childAt } from './stack-list.ts';
import { rowOf, stackOf } from './stacking.ts';

/** Columns are balanced to within this height, pt: less than any line. */
const BALANCE_STEP = 0.5;

/** One page's worth of columns. */
interface Pour {
  readonly cells: readonly StackGalley[];
  readonly rest: StackGalley | undefined;
  readonly height: number;
  readonly faults: Cut['faults'];
}

/**
 * Fills columns one after the other, then goes on on the next page; where all the rest fits, balanced columns end as
 * level as the keeps allow. Notes of all columns are charged together; while they do not fit, the columns are shorter.
 */
export function cutColumns(columns: ColumnsGalley, room: Room, rules: BreakRules): Cut | undefined {
  let height = room.height - room.ledger.height;
  for (;;) {
    const poured = pour(columns, height, rules, room.force);
    if (poured === undefined) return undefined;
    const level = poured.rest === undefined && columns.balance ? balanced(columns, poured, rules) : poured;
    const citations = level.cells.flatMap(citationsOf);
    const charged = charge(room.ledger, citations, room.height - level.height, rules.foot, false);
    const shorter = Math.min(height, level.height) - 1;
    const stuck = charged === undefined && (shorter <= 0 || pour(columns, shorter, rules, false) === undefined);
    if (stuck && !room.force) return undefined;
    const forced = stuck ? charge(room.ledger, citations, room.height - level.height, rules.foot, true) : undefined;
    const ledger = charged ?? forced;
    if (ledger !== undefined) {
      const head = rowOfColumns(columns, level);
      const rest = level.rest === undefined ? undefined : continued(columns, level.rest);
      return { head, rest, ledger, end: undefined, faults: level.faults };
    }
    height = shorter;
  }
}

/** Pours columns that stand in a cell or box, where no page limits them: as low as they can be. */
export function pourBalanced(columns: ColumnsGalley): RowGalley {
  const total = columns.content.height;
  const rules: BreakRules = { widows: 2, orphans: 2, height: total, foot: NO_NOTES };
  const all = pour(columns, total, rules, true);
  return rowOfColumns(columns, all === undefined ? nothing(columns) : balanced(columns, all, rules));
}

const NO_NOTES: NoteFoot = {
  area: { ruleWidth: 0, rule: { paint: '', width: 0 }, before: 0, after: 0, gap: 0 },
  columns: 1,
  source: () => undefined,
  split: () => undefined,
};

function nothing(columns: ColumnsGalley): Pour {
  return { cells: [columns.content], rest: undefined, height: columns.content.height, faults: [] };
}

function pour(columns: ColumnsGalley, height: number, rules: BreakRules, force: boolean): Pour | undefined {
  const cells: StackGalley[] = [];
  const faults: Cut['faults'][number][] = [];
  let rest: StackGalley | undefined = columns.content;
  for (const [i, column] of columns.columns.entries()) {
    if (rest === undefined) break;
    const room: Room = { height, ledger: BLIND_LEDGER, force: force && i === 0 };
    const free: Cut | undefined = cutFor(columns, rest, room, { rules, next: i + 1 });
    const stays: boolean = free === undefined && force && i > 0 && !fitsNextPage(columns, rest, height, rules);
    const result: Cut | undefined = stays ? cutFor(columns, rest, { ...room, force }, { rules, next: i + 1 }) : free;
    if (result === undefined) {
      if (i === 0) return undefined;
      // It was set for this column, and goes on in the first of the next page.
      rest = forColumn(columns, rest, 0);
      break;
    }
    cells.push(asStack(result.head, column.width));
    faults.push(...result.faults);
    rest = result.rest === undefined ? undefined : asStack({ ...result.rest, before: 0 }, column.width);
    if (rest !== undefined) rest = forColumn(columns, rest, i + 1);
    if (result.end?.kind === 'page' || (result.end?.kind === 'break' && result.end.to !== 'column')) break;
  }
  const tall = Math.max(0, ...cells.map((cell) => cell.height));
  return { cells, rest, height: tall, faults };
}

/** Whether what has no room in a later column has some in the first of the next page, or that page is higher. */
function fitsNextPage(columns: ColumnsGalley, rest: StackGalley, height: number, rules: BreakRules): boolean {
  if (height < rules.height - SLACK) return true;
  const room: Room = { height, ledger: BLIND_LEDGER, force: false };
  return cutFor(columns, forColumn(columns, rest, 0), room, { rules, next: 1 }) !== undefined;
}

/** What is left, at the width of the column that it goes on in; after the last comes the first of the next page. */
function forColumn(columns: ColumnsGalley, rest: StackGalley, index: number): StackGalley {
  const { settings } = columns;
  const width = columns.columns[index % columns.columns.length]?.width ?? rest.width;
  const whole = settings?.at.get(width);
  if (settings === undefined || whole === undefined || width === rest.width) return rest;
  return asStack(resumed(rest, whole, settings), width);
}

/** Lines that a column gives up at most, so that a paragraph goes on in a wider one with enough lines. */
const GIVEN_UP = 6;

/** Cuts what falls into one column. In a wider one a paragraph has fewer lines left: where too few, it breaks earlier. */
function cutFor(
  columns: ColumnsGalley,
  from: StackGalley,
  room: Room,
  about: { readonly rules: BreakRules; readonly next: number },
): Cut | undefined {
  const { rules, next } = about;
  const first = cut(from, room, rules);
  if (columns.settings === undefined) return first;
  let result = first;
  for (let i = 0; i <= GIVEN_UP && result?.head !== undefined && result.rest !== undefined; i += 1) {
    const rest = forColumn(columns, asStack(result.rest, from.width), next);
    if (!isWidow(rest, rules)) return result;
    result = cut(from, { ...room, height: result.head.height - 1, force: false }, rules);
  }
  return first;
}

/** Whether a galley begins with the last line or so of a paragraph that was broken. */
function isWidow(galley: Galley, rules: BreakRules): boolean {
  if (galley.kind === 'lines') return galley.linesBefore > 0 && galley.to - galley.from < rules.widows;
  const first = galley.kind === 'stack' ? childAt(galley, 0) : undefined;
  return first !== undefined && isWidow(first, rules);
}

function asStack(galley: Cut['head'], width: number): StackGalley {
  if (galley === undefined) return stackOf({ children: [], width });
  return galley.kind === 'stack' ? galley : stackOf({ children: [galley], width });
}

/** The lowest height at which everything still fits, found by halving. */
function balanced(columns: ColumnsGalley, poured: Pour, rules: BreakRules): Pour {
  let best = poured;
  const share = columns.content.height / Math.max(1, columns.columns.length) - BALANCE_STEP;
  // A wider column holds more than its share.
  let low = columns.settings === undefined ? share : 0;
  let high = poured.height;
  while (high - low > BALANCE_STEP) {
    const middle = (low + high) / 2;
    const tried = pour(columns, middle + SLACK, rules, false);
    if (tried === undefined || tried.rest !== undefined) {
      low = middle;
    } else {
      best = tried;
      high = Math.min(middle, tried.height);
    }
  }
  return best;
}

function rowOfColumns(columns: ColumnsGalley, poured: Pour): RowGalley {
  const { before, after, x, width, anchor, keepNext } = columns;
  const rule = columns.rule === undefined ? undefined : { stroke: columns.rule, artifact: columns.artifact };
  const cells = columns.columns.map((column, i) => ({
    x: column.x,
    width: column.width,
    align: 'top' as const,
    stretch: false,
    galley: { ...(poured.cells[i] ?? stackOf({ children: [], width: column.width })), before: 0, after: 0 },
  }));
  return rowOf({ width, before, after, x, anchor, keepNext, together: true, level: false, rule }, cells);
}

function continued(columns: ColumnsGalley, content: StackGalley): ColumnsGalley {
  const height = content.height / Math.max(1, columns.columns.length);
  return { ...columns, content, height, before: 0, anchor: laterAnchor(columns.anchor) };
}
