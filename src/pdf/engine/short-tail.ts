import { type BreakRules, type Cut, cut, type Room } from './cut.ts';
import type { Galley } from './galley.ts';

/** A page that holds less than this of its height before a forced break, or at the end, looks like an oversight. */
const SHORT = 0.1;

/** So much of such a page is to be filled, from the page before. */
const TAIL = 0.12;

/** The page before has to stay as full as this. */
const FULL = 0.7;

/** The page before: what it was cut from, and the room that it had. */
export interface EarlierPage {
  readonly from: Galley;
  readonly room: Room;
}

/**
 * Breaks the page before the last of a chapter anew and earlier, where the last would hold but a few lines.
 * @param last what was cut for the last page
 * @returns    the page before as it is to be; undefined where nothing is to be changed
 */
export function earlierBreak(before: EarlierPage, last: Cut, rules: BreakRules): Cut | undefined {
  const { height } = rules;
  const ends = last.end !== undefined || last.rest === undefined;
  const tail = last.head?.height ?? 0;
  if (!ends || tail === 0 || tail >= SHORT * height || last.ledger.floats.length > 0) return undefined;
  const room = { ...before.room, height: before.room.height - (TAIL * height - tail) };
  const result = cut(before.from, room, rules);
  if (result?.head === undefined || result.rest === undefined || result.faults.length > 0) return undefined;
  return result.end === undefined && result.head.height >= FULL * height ? result : undefined;
}
