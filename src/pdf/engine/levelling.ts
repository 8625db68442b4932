import {
  type CellGalley,
  childrenOf,
  extentOf,
  type Galley,
  isWeightless,
  type RowGalley,
  type StackGalley,
} from './galley.ts';
import { firstBaseline, rowOf, stackOf } from './stacking.ts';

/**
 * Gives stacks side by side that hold as many blocks as each other the same first baseline for each of them, item by item
 * in lists: where one side is shorter, the next block waits for the other. Anything else stays as it is.
 */
export function levelled(sides: readonly Galley[]): readonly Galley[] {
  const stacks = sides.filter(isOpenStack);
  if (stacks.length === sides.length) return levelStacks(stacks);
  const rows = sides.filter((side) => side.kind === 'row');
  return rows.length === sides.length ? levelRows(rows) : sides;
}

function isOpenStack(galley: Galley): galley is StackGalley {
  return galley.kind === 'stack' && galley.box?.style.height === undefined && !childrenOf(galley).some(isWeightless);
}

function levelStacks(stacks: readonly StackGalley[]): readonly Galley[] {
  const lists = stacks.map(childrenOf);
  const count = lists[0]?.length ?? 0;
  if (stacks.length < 2 || count === 0 || lists.some((list) => list.length !== count)) return stacks;
  const children: Galley[][] = stacks.map(() => []);
  const heads = stacks.map(() => 0);
  for (let i = 0; i < count; i += 1) {
    const line = levelled(lists.flatMap((list) => list[i] ?? []));
    const baselines = line.map((child, side) => {
      const baseline = firstBaseline(child);
      return baseline === undefined ? undefined : (heads[side] ?? 0) + baseline;
    });
    const known = baselines.filter((baseline) => baseline !== undefined);
    const lowest = known.length === line.length ? Math.max(...known) : undefined;
    line.forEach((child, side) => {
      const wait = lowest === undefined ? 0 : lowest - (baselines[side] ?? lowest);
      // The row itself brings the first blocks level.
      children[side]?.push(i === 0 || wait === 0 ? child : { ...child, before: child.before + wait });
      heads[side] = (heads[side] ?? 0) + wait + extentOf(child);
    });
  }
  return stacks.map((stack, side) => restacked(stack, children[side] ?? []));
}

function restacked(stack: StackGalley, children: readonly Galley[]): StackGalley {
  const given = childrenOf(stack);
  if (children.every((child, i) => child === given[i])) return stack;
  const { width, box, anchor, before, after, x, keepNext, together } = stack;
  return stackOf({ children, width, box, anchor, before, after, x, keepNext, together });
}

function levelRows(rows: readonly RowGalley[]): readonly Galley[] {
  const count = rows[0]?.cells.length ?? 0;
  if (rows.length < 2 || rows.some((row) => row.cells.length !== count || !row.level)) return rows;
  const columns = Array.from({ length: count }, (_, i) => levelled(rows.flatMap((row) => row.cells[i]?.galley ?? [])));
  return rows.map((row, side) => {
    const cells = row.cells.map((cell, i) => withGalley(cell, columns[i]?.[side] ?? cell.galley));
    if (cells.every((cell, i) => cell.galley === row.cells[i]?.galley)) return row;
    const { kind, height, cells: _cells, ...base } = row;
    return rowOf(base, cells);
  });
}

function withGalley({ top, ...cell }: CellGalley, galley: Galley): Omit<CellGalley, 'top'> {
  return { ...cell, galley };
}
