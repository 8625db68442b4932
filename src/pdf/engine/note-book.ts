import type { BlockTree } from '../../compose/block.ts';
import { type Desk, fixedPlace } from './desk.ts';
import type { Citation, Galley } from './galley.ts';
import type { NoteSource } from './note-ledger.ts';
import { setBlock } from './setting.ts';
import { documentElement, type Element, openElement, type Role } from './structure.ts';

/** The notes of a document as they are cited. */
export interface NoteBook {
  /** Makes galleys of notes at a width, pt. */
  readonly sourceAt: (width: number) => NoteSource;
  /** Hangs a printed note into the structure, right after the block that cites it. */
  readonly print: (citation: Citation, width: number) => void;
}

interface SetNote {
  readonly galley: Galley;
  /** Holds the note's elements until it is known that the note prints for this mark. */
  readonly free: Element;
}

/** Elements that hold blocks or cells: a note cited in their own text stands inside, after it. */
const NOTE_FOLLOWS = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

/**
 * Sets each note once for each mark and width. Its elements hang free at first: only when pages are known is it known
 * which of several marks brings the note to a page.
 */
export function noteBook(tree: BlockTree, desk: Desk): NoteBook {
  const store = new Map<Citation, Map<number, SetNote>>();
  return {
    sourceAt: (width) => (citation) => {
      const known = store.get(citation) ?? new Map<number, SetNote>();
      const found = known.get(width);
      if (found !== undefined) return found.galley;
      const set = setNote(tree, desk, citation, width);
      if (set === undefined) return undefined;
      store.set(citation, known.set(width, set));
      return set.galley;
    },
    print: (citation, width) => {
      const set = store.get(citation)?.get(width);
      const { by } = citation;
      if (set === undefined || 'artifact' in by) return;
      const element = by.element.same ?? by.element;
      const type = element.tag?.type ?? '';
      const place = NOTE_FOLLOWS.has(type) ? element.followers : element.children;
      place.push(...set.free.children);
    },
  };
}

function setNote(tree: BlockTree, desk: Desk, citation: Citation, width: number): SetNote | undefined {
  const note = tree.notes.get(citation.note);
  if (note === undefined) return undefined;
  const free = documentElement();
  const tag = note.block.tag;
  const tagged = tag !== undefined && tag !== 'artifact' && tag.type === 'Note';
  const own = (): Role => ({ element: openElement(free, { type: 'Note', id: note.id }, note.block.origin, note.id) });
  const parent: Role = 'artifact' in citation.by ? citation.by : tagged ? { element: free } : own();
  const galley = setBlock(note.block, fixedPlace(width, parent), desk);
  return { galley: { ...galley, before: 0, after: 0 }, free };
}
