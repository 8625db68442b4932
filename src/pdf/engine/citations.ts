import type { Citation, Galley, TableRowGalley } from './galley.ts';

const NONE: readonly Citation[] = [];
const known = new WeakMap<Galley, readonly Citation[]>();

/** The notes that a galley cites, in reading order. */
export function citationsOf(galley: Galley): readonly Citation[] {
  if (galley.kind === 'lines') {
    if (galley.citations === undefined) return NONE;
    return galley.citations.slice(galley.from, galley.to).flat();
  }
  const found = known.get(galley);
  if (found !== undefined) return found;
  const gathered = gather(galley);
  known.set(galley, gathered);
  return gathered;
}

function gather(galley: Galley): readonly Citation[] {
  const own = inside(galley);
  const beside = galley.anchor?.margins.flatMap((note) => citationsOf(note.galley)) ?? NONE;
  return beside.length === 0 ? own : [...own, ...beside];
}

function inside(galley: Galley): readonly Citation[] {
  switch (galley.kind) {
    case 'stack':
      return joined(galley.children.map(citationsOf));
    case 'row':
      return joined(galley.cells.map((cell) => citationsOf(cell.galley)));
    case 'table':
      return joined([...galley.head, ...galley.body].map(citationsOfRow));
    case 'columns':
      return citationsOf(galley.content);
    case 'placed':
    case 'float':
      return citationsOf(galley.content);
    default:
      return NONE;
  }
}

/** The notes that a table row cites. */
export function citationsOfRow(row: TableRowGalley): readonly Citation[] {
  return joined(row.cells.map((cell) => (cell === null ? NONE : citationsOf(cell.galley))));
}

function joined(lists: readonly (readonly Citation[])[]): readonly Citation[] {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length === 0 ? NONE : filled.length === 1 ? (filled[0] ?? NONE) : filled.flat();
}
