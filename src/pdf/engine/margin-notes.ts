import type { MarginBlock } from '../../compose/block.ts';
import { diagnose } from '../../core/index.ts';
import { type Desk, fixedPlace, type Place, roleOf } from './desk.ts';
import type { Anchor, MarginNote } from './galley.ts';
import { setBlock } from './setting.ts';

/** Sets a margin note and gives it to the block beside it; it takes no room where it stands in the tree. */
export function setMargin(block: MarginBlock, place: Place, desk: Desk, previous: Anchor | undefined): void {
  const role = roleOf(block, place.parent, undefined);
  const inner: Desk = { ...desk, waiting: [], unattached: [] };
  const galley = setBlock(block.block, fixedPlace(block.width, role), inner);
  desk.order = inner.order;
  // Set again at another width, the block has its note already.
  if (desk.again !== undefined) return;
  const note: MarginNote = { x: block.x, galley: { ...galley, before: 0, after: 0 }, origin: block.origin };
  attachNote(note, block.beside, previous, desk);
}

/**
 * Gives a margin note to the block that it stands beside: the one it names, or the one before it. A named block that
 * comes later in the tree is waited for.
 */
function attachNote(note: MarginNote, beside: string | undefined, previous: Anchor | undefined, desk: Desk): void {
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
        expected: 'a block before it in its section, or the id of one in `beside`',
        found: 'neither',
        hints: ['put the note after the block that it belongs to'],
      }),
    );
  }
}

function give(note: MarginNote, anchor: Anchor | undefined, desk: Desk): void {
  if (anchor === undefined) desk.unattached.push(note);
  else anchor.margins.push(note);
}
