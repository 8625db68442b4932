import { citationsOf } from './citations.ts';
import { type BreakRules, type Cut, cut, type Room } from './cut.ts';
import { type ColumnsGalley, laterAnchor, type RowGalley, type StackGalley } from './galley.ts';
import { BLIND_LEDGER, charge, type NoteFoot, SLACK } from './note-ledger.ts';
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
    const result: Cut | undefined = cut(rest, room, rules);
    if (result === undefined) {
      if (i === 0) return undefined;
      break;
    }
    cells.push(asStack(result.head, column.width));
    faults.push(...result.faults);
    rest = result.rest === undefined ? undefined : asStack({ ...result.rest, before: 0 }, column.width);
    if (result.end?.kind === 'page' || (result.end?.kind === 'break' && result.end.to !== 'column')) break;
  }
  const tall = Math.max(0, ...cells.map((cell) => cell.height));
  return { cells, rest, height: tall, faults };
}

function asStack(galley: Cut['head'], width: number): StackGalley {
  if (galley === undefined) return stackOf({ children: [], width });
  return galley.kind === 'stack' ? galley : stackOf({ children: [galley], width });
}

/** The lowest height at which everything still fits, found by halving. */
function balanced(columns: ColumnsGalley, poured: Pour, rules: BreakRules): Pour {
  let best = poured;
  let low = columns.content.height / Math.max(1, columns.columns.length) - BALANCE_STEP;
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
