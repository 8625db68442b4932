import { diagnose } from '../../core/index.ts';
import type { Desk } from './desk.ts';
import type { Anchor, MarginNote } from './galley.ts';

/**
 * Gives a margin note to the block that it stands beside: the one it names, or the one before it. A named block that
 * comes later in the tree is waited for.
 */
export function attachNote(
  note: MarginNote,
  beside: string | undefined,
  previous: Anchor | undefined,
  desk: Desk,
): void {
  const named = beside === undefined ? undefined : desk.anchors.get(beside);
  if (beside !== undefined && named === undefined) desk.waiting.push({ beside, note, otherwise: previous });
  else give(note, named ?? previous, desk);
}

/**
 * Attaches the margin notes whose block came later in the tree.
 * Emits K001 for notes with no block to stand beside.
 */
export function attachWaiting(desk: Desk): void {
  for (const { beside, note, otherwise } of desk.waiting) give(note, desk.anchors.get(beside) ?? otherwise, desk);
  for (const note of desk.unattached.splice(0)) {
    desk.faults.push(
      diagnose('K001', 'a margin note has no block to stand beside', {
        origin: note.origin,
        hints: ['put the note after the block that it belongs to'],
      }),
    );
  }
}

function give(note: MarginNote, anchor: Anchor | undefined, desk: Desk): void {
  if (anchor === undefined) desk.unattached.push(note);
  else anchor.margins.push(note);
}
