import { type BreakRules, type Cut, cut, type Room } from './cut.ts';
import { behindFloats } from './float-queue.ts';
import { extentOf, type Galley, isSolid } from './galley.ts';
import { EMPTY_LEDGER } from './note-ledger.ts';
import { childAt } from './stack-list.ts';

/** A last page before a forced break, or of the document, that holds less of its height than this looks like an oversight. */
const SHORT = 0.25;

/** The same for a page of figures without a word. */
const SHORT_OF_FIGURES = 0.6;

/** What it costs that the last page holds figures without a word. */
const ALONE = 0.5;

/** So much of such a page is to be filled, from the page before. */
const TAIL = 0.3;

/** The page before has to stay as full as this. */
const FULL = 0.6;

/** What it costs that the page before is only as full as it has to be; a tail of nothing costs 1. Tuned on the showcase and the ferry report. */
const GIVEN_UP = 0.5;

/** What it is worth that the last page begins with a heading. */
const HEADING = 0.3;

/** A break has to be better than another by so much: pages that are nearly as good stay as they are. */
const BETTER = 0.05;

/** The page before: what it was cut from, and the room that it had. */
export interface EarlierPage {
  readonly from: Galley;
  readonly room: Room;
}

/**
 * Breaks the page before the last of a chapter anew and earlier, where the last would hold but a few lines. All earlier breaks
 * are weighed: what the last page then lacks against what the page before gives up, and a break before a heading is worth
 * more than one in a text.
 * @param last what was cut for the last page
 * @returns    the page before as it is to be; undefined where nothing is to be changed
 */
export function earlierBreak(before: EarlierPage, last: Cut, rules: BreakRules): Cut | undefined {
  const { height } = rules;
  const ends = last.end !== undefined || last.rest === undefined;
  const tail = last.head?.height ?? 0;
  const alone = holdsFloatsAlone(last);
  if (!ends || tail === 0 || tail >= (alone ? SHORT_OF_FIGURES : SHORT) * height) return undefined;
  if (last.ledger.floats.length > 0 || last.ledger.sheets.length > 0) return undefined;
  let best: Cut | undefined;
  let lowest = cost(1, tail / height, last.head) + (alone ? ALONE : 0) - BETTER;
  let room = before.room;
  for (;;) {
    const page = cut(before.from, room, rules);
    if (page?.head === undefined || !goesOn(page)) return best;
    const filled = page.head.height + page.ledger.height;
    const full = filled / height;
    // Where even less than the page before took does not fit the room, there is no earlier break.
    if (full < FULL || filled > room.height) return best;
    const rest = tailAfter(page, last, rules, before.from.width);
    const price = rest?.head === undefined ? Number.POSITIVE_INFINITY : priceOf(page, rest, full, height);
    if (price < lowest) {
      best = page;
      lowest = price;
    }
    room = { ...before.room, height: filled - 1, force: false };
  }
}

/** Whether something of the chapter is left for a last page: text, or floats that wait. */
function goesOn({ rest, end, ledger }: Cut): boolean {
  return ledger.floats.length > 0 || (rest !== undefined && end === undefined);
}

/** The last page after another break, where that is still all. */
function tailAfter(page: Cut, last: Cut, rules: BreakRules, width: number): Cut | undefined {
  const { rest, ledger, faults } = page;
  if (faults.length > 0 || ledger.carried.length > 0 || ledger.sheets.length > 0) return undefined;
  const from = rest === undefined || ledger.floats.length > 0 ? behindFloats(page, ledger.floats, width) : rest;
  const next = cut({ ...from, before: 0 }, { height: rules.height, ledger: EMPTY_LEDGER, force: true }, rules);
  const same =
    next?.end === last.end &&
    next?.faults.length === 0 &&
    next.ledger.floats.length === 0 &&
    next.ledger.sheets.length === 0;
  return same && (last.end !== undefined || next.rest === undefined) ? next : undefined;
}

function priceOf(page: Cut, last: Cut, full: number, height: number): number {
  const alone = holdsFloatsAlone(last) ? ALONE : 0;
  return cost(full, (last.head?.height ?? 0) / height, page.rest) + alone;
}

/** Whether nothing but floats stands on a page: their text has all gone before. */
function holdsFloatsAlone({ head, ledger }: Cut): boolean {
  const { standing } = ledger;
  if (head === undefined || standing.length === 0) return false;
  return head.height <= standing.reduce((sum, float) => sum + extentOf(float), 0);
}

/** Of both pages what is missing counts by its square: a little is hardly seen. */
function cost(full: number, tail: number, begins: Galley | undefined): number {
  const heading = begins !== undefined && beginsWithHeading(begins) ? HEADING : 0;
  const lack = Math.max(0, TAIL - tail) / TAIL;
  const blank = Math.max(0, 1 - full) / (1 - FULL);
  return lack ** 2 + GIVEN_UP * blank ** 2 - heading;
}

/** Whether an entry of the outline stands first, or first after what keeps with it, such as its number. */
function beginsWithHeading(galley: Galley): boolean {
  if (galley.anchor?.outline !== undefined) return true;
  if (galley.kind !== 'stack') return false;
  for (let i = 0; ; i += 1) {
    const child = childAt(galley, i);
    if (child === undefined) return false;
    if (beginsWithHeading(child)) return true;
    if (isSolid(child) && !child.keepNext) return false;
  }
}
