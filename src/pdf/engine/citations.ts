import type { OriginId } from '../../core/index.ts';
import type { TypesetParagraph } from '../../typeset/types.ts';
import { type Citation, type Galley, innerGalleys, rowGalleys, type TableRowGalley } from './galley.ts';
import type { Role } from './structure.ts';

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
  const own = joined(innerGalleys(galley).map(citationsOf));
  const beside = galley.anchor?.margins.flatMap((note) => citationsOf(note.galley)) ?? NONE;
  return beside.length === 0 ? own : [...own, ...beside];
}

/** The notes that each line of a paragraph marks; undefined when none does. */
export function citationsIn(
  set: TypesetParagraph,
  by: Role,
  origin: OriginId,
): readonly (readonly Citation[])[] | undefined {
  const marked = set.lines.some((line) => line.notes.length > 0);
  return marked ? set.lines.map((line) => line.notes.map((note) => ({ note, by, origin }))) : undefined;
}

/** The notes that a table row cites. */
export function citationsOfRow(row: TableRowGalley): readonly Citation[] {
  return joined(rowGalleys(row).map(citationsOf));
}

function joined(lists: readonly (readonly Citation[])[]): readonly Citation[] {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length === 0 ? NONE : filled.length === 1 ? (filled[0] ?? NONE) : filled.flat();
}
