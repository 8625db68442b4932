import { citationsOf } from './citations.ts';
import { type BreakRules, type Cut, cut, type Room, takeWhole } from './cut.ts';
import { extentOf, type FloatGalley, type Galley, innerGalleys, isSolid, isWeightless } from './galley.ts';
import type { Ledger } from './note-ledger.ts';

/** Text under a float that takes less of the page's height than this, and runs on over the page, looks left behind. */
const SCRAP = 0.2;

/**
 * A float stands here when it fits; otherwise the text goes on and the float waits for the head of the next page,
 * and no later float overtakes it. No more wait than the next page can hold. Where the ledger lets fewer floats stand, one
 * that would fit waits as well.
 * @param gaps what the float keeps free above and below it, pt
 */
export function cutFloat(
  float: FloatGalley,
  gaps: { readonly before: number; readonly after: number },
  room: Room,
  rules: BreakRules,
): Cut | undefined {
  const content = { ...float.content, ...gaps };
  const { floats, standing, mayStand } = room.ledger;
  if (floats.length === 0 && (room.force || standing.length < mayStand)) {
    const here = room.force ? cut(content, room, rules) : takeWhole(content, room, rules);
    if (here !== undefined) return { ...here, ledger: { ...here.ledger, standing: [...standing, float] } };
  }
  const waiting = floats.reduce((sum, each) => sum + extentOf(each), float.height);
  if (floats.length > 0 && waiting > rules.height) return undefined;
  const ledger = { ...room.ledger, floats: [...floats, float] };
  return { head: undefined, rest: undefined, ledger, end: undefined, faults: [] };
}

/** The same ledger with the floats, waiting and standing, and the sheets of another. */
export function withFloatsOf(ledger: Ledger, { floats, standing, mayStand, sheets }: Ledger): Ledger {
  return { ...ledger, floats, standing, mayStand, sheets };
}

/**
 * Puts the last float of a page that ends within a paragraph at its foot, where but a scrap of text would stand below it. Head
 * and foot of a page leave it equally full, since both take the same blocks: so this is a matter of reading alone. A float
 * never goes past a heading, nor past what cites notes before its own.
 * @param children what the page holds, in order; a float that waits left nothing
 * @param isFloat  whether the child at an index is a float
 * @param height   of a page's flow, pt
 */
export function withFloatAtFoot(
  children: readonly (Galley | undefined)[],
  isFloat: (index: number) => boolean,
  height: number,
): readonly (Galley | undefined)[] {
  const index = children.findLastIndex((child, i) => child !== undefined && isFloat(i));
  const float = children[index];
  if (float === undefined || citationsOf(float).length > 0) return children;
  const above = children.slice(0, index);
  const below = children.slice(index + 1);
  const text = below.filter((child) => child !== undefined && isSolid(child));
  const scrap = below.reduce((sum, child) => sum + (child === undefined ? 0 : extentOf(child)), 0);
  const stays =
    text.length === 0 ||
    scrap >= SCRAP * height ||
    !above.some((child) => child !== undefined && isSolid(child)) ||
    !text.every((child) => child !== undefined && isPlainText(child));
  return stays ? children : [...above, ...below, { ...float, after: 0 }];
}

/** Paragraphs, alone or side by side: nothing that begins a section, and no box that stands out from the text. */
function isPlainText(galley: Galley): boolean {
  if (galley.anchor?.outline !== undefined || galley.keepNext) return false;
  if (isWeightless(galley) || galley.kind === 'space' || galley.kind === 'lines') return true;
  if (galley.kind === 'row') return galley.level && innerGalleys(galley).every(isPlainText);
  if (galley.kind !== 'stack' || galley.together) return false;
  const style = galley.box?.style;
  const plain = style?.ground === undefined && style?.left === undefined && style?.top === undefined;
  return plain && innerGalleys(galley).every(isPlainText);
}
