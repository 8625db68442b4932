import { type BreakRules, type Cut, cut, type Room } from './cut.ts';
import { type Galley, innerGalleys } from './galley.ts';

/** A page that leaves more of its height empty than this may get another choice of floats. */
const GAP = 0.1;

/** So much of the height another choice has to fill to be worth that a figure goes a page on. */
const WORTH = 0.06;

/** A page, and the room that it was cut with. */
export interface CutPage {
  readonly page: Cut | undefined;
  readonly room: Room;
}

/**
 * Takes a page from the flow. Where it ends early although a float stands on it, since what follows can neither break nor
 * has room, the page is taken once more with its last float waiting: what follows may then come forward and fill it. Of the
 * two the fuller is kept, unless a heading came forward, behind which the float would stand in another's section. One more cut for such a page at most, so that the work stays linear.
 */
export function fullestPage(from: Galley, room: Room, rules: BreakRules): CutPage {
  const page = cut(from, room, rules);
  const usual = { page, room };
  if (page === undefined || !goesOn(page)) return usual;
  const { standing } = page.ledger;
  const filled = filledBy(page);
  if (standing.length === 0 || filled >= (1 - GAP) * rules.height) return usual;
  const fewer: Room = { ...room, ledger: { ...room.ledger, mayStand: standing.length - 1 } };
  const other = cut(from, fewer, rules);
  if (other === undefined || !goesOn(other) || other.faults.length > page.faults.length) return usual;
  if (headingsIn(other.head) > headingsIn(page.head)) return usual;
  return filledBy(other) >= filled + WORTH * rules.height ? { page: other, room: fewer } : usual;
}

/** Whether the page ends because it has no more room, and text goes on behind it. */
function goesOn({ rest, end }: Cut): boolean {
  return rest !== undefined && end === undefined;
}

/** Entries of the outline that begin in a part of the flow. */
function headingsIn(galley: Galley | undefined): number {
  if (galley === undefined) return 0;
  const own = galley.anchor?.outline === undefined ? 0 : 1;
  return innerGalleys(galley).reduce((sum, inner) => sum + headingsIn(inner), own);
}

function filledBy({ head, ledger }: Cut): number {
  return (head?.height ?? 0) + ledger.height;
}
