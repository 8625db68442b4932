import { type Diagnostic, diagnose } from '../../core/index.ts';
import { type BreakRules, type Cut, cut, type Room, takeWhole, tooTall, whereOf } from './cut.ts';
import { cutFloat, withFloatAtFoot, withFloatsOf } from './cut-float.ts';
import { pt } from './desk.ts';
import {
  extentOf,
  type FloatGalley,
  type Galley,
  isSolid,
  isWeightless,
  laterAnchor,
  lineCount,
  type StackGalley,
} from './galley.ts';
import { BLIND_LEDGER, type Ledger, SLACK } from './note-ledger.ts';
import { childAt, childCount, childrenBefore, findChild, type TailParts, tailOf } from './stack-list.ts';
import { padOf, stackOf } from './stacking.ts';

/** The state before a child: how much is used, and what the page owes. */
interface Stand {
  readonly used: number;
  readonly ledger: Ledger;
}

/** A stack that is being filled. */
interface Filling {
  readonly stack: StackGalley;
  readonly rules: BreakRules;
  /** pt between the pads of the box. */
  readonly inner: number;
  /** One for each child that was reached; a float that waits for the next page leaves nothing. */
  readonly taken: (Galley | undefined)[];
  readonly stands: Stand[];
  readonly faults: Diagnostic[];
}

/**
 * Takes children as long as they fit, breaks the first that does not, or goes back to the last place where a break is
 * allowed: not after a block that keeps with the next, and not after the single line under a heading.
 * A broken box keeps its pads and side strokes on both parts.
 * Emits K003 when no allowed break exists on the page.
 */
export function cutStack(stack: StackGalley, room: Room, rules: BreakRules): Cut | undefined {
  const [padTop, , padBottom] = padOf(stack.box?.style);
  const inner = room.height - padTop - padBottom;
  const filling: Filling = { stack, rules, inner, taken: [], stands: [], faults: [] };
  let stand: Stand = { used: 0, ledger: room.ledger };
  let filled = false;
  for (let i = 0; ; i += 1) {
    const child = childAt(stack, i);
    if (child === undefined) break;
    if (child.kind === 'page' || child.kind === 'break') {
      return divided(filling, filling.taken, { next: i + 1, ledger: stand.ledger, end: child });
    }
    filling.stands.push(stand);
    const atHead: boolean = room.force && !filled;
    const before: number = child.kind === 'float' ? gapBefore(child, filling, atHead) : child.before;
    const top = stand.used + before;
    const height = isWeightless(child) ? Math.max(inner - top, stand.ledger.height) : inner - top;
    const here: Room = { height, ledger: stand.ledger, force: atHead };
    const result =
      child.kind === 'float'
        ? cutFloat(child, { before, after: gapAfter(child, stack, i) }, here, rules)
        : cut(child, here, rules);
    if (result === undefined) return goBack(filling, i) ?? (room.force ? giveWay(filling, i, stand) : undefined);
    filling.faults.push(...result.faults);
    filling.taken.push(result.head);
    if (result.rest !== undefined || result.end !== undefined) {
      const { ledger, end, rest: broken } = result;
      return divided(filling, filling.taken, { broken, next: i + 1, ledger, end });
    }
    stand = { used: stand.used + (result.head === undefined ? 0 : extentOf(result.head)), ledger: result.ledger };
    filled ||= result.head !== undefined && isSolid(result.head);
  }
  return whole(filling, room, stand);
}

/** All children stay. A box of a minimum height may still be taller than its room. */
function whole(filling: Filling, room: Room, stand: Stand): Cut | undefined {
  const { stack, faults } = filling;
  const taken = present(filling.taken);
  const untouched = taken.length === childCount(stack) && taken.every((child, i) => child === stack.children[i]);
  const head = untouched ? stack : restacked(stack, { children: taken }, 'whole');
  const fits = stack.box === undefined || head.height + stand.ledger.height <= room.height + SLACK;
  if (!fits && !room.force) return undefined;
  const extra = fits ? [] : [tooTall(head, room)];
  return { head, rest: undefined, ledger: stand.ledger, end: undefined, faults: [...faults, ...extra] };
}

/** Finds the last allowed break before the child of which nothing fits. */
function goBack(filling: Filling, index: number): Cut | undefined {
  const { stack, taken, stands } = filling;
  for (let j = index; j >= 1; j -= 1) {
    const before = stands[j];
    if (before === undefined || !childrenBefore(stack, j).some(isSolid)) return undefined;
    if (breakAllowed(filling, j)) {
      return divided(filling, taken.slice(0, j), { next: j, ledger: before.ledger });
    }
    const inside = breakInside(filling, j - 1);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Breaks a child that would fit, so that its last part goes along with what it keeps to. */
function breakInside(filling: Filling, index: number): Cut | undefined {
  const { stack, taken, stands, rules, inner } = filling;
  const child = childAt(stack, index);
  const stand = stands[index];
  if (child === undefined || stand === undefined || !isSolid(child)) return undefined;
  const blind = withFloatsOf(BLIND_LEDGER, stand.ledger);
  const result = cut(child, { height: child.height - 1, ledger: blind, force: false }, rules);
  if (result?.head === undefined || result.rest === undefined || !isSolid(result.head)) return undefined;
  const height = inner - stand.used - child.before;
  const charged = takeWhole(result.head, { height, ledger: stand.ledger, force: false }, rules);
  if (charged === undefined) return undefined;
  const ledger = withFloatsOf(charged.ledger, result.ledger);
  const { head, rest: broken } = result;
  return divided(filling, [...taken.slice(0, index), head], { broken, next: index + 1, ledger });
}

/** Breaks where no break is allowed, since the page holds nothing else. */
function giveWay(filling: Filling, index: number, stand: Stand): Cut {
  const { taken } = filling;
  const last = present(taken).findLast(isSolid);
  const fault = diagnose('K003', 'a block that keeps with the next stands at the foot of its page without it', {
    ...(last === undefined ? {} : whereOf(last)),
    expected: 'the block and the head of the next on one page',
    found: `${pt(filling.inner)} of page, in which nothing of the next fits below it`,
    hints: ['fewer blocks in a row may keep with the next, or the next must be allowed to break'],
  });
  const result = divided(filling, taken, { next: index, ledger: stand.ledger });
  return { ...result, faults: [...result.faults, fault] };
}

/**
 * A break between two children, the second at `index`. What is only space or stands elsewhere does not count, nor does a
 * float that waits.
 */
function breakAllowed({ stack, taken }: Filling, index: number): boolean {
  const above = childrenBefore(stack, index).filter((child, i) => isSolid(child) && taken[i] !== undefined);
  const last = above.at(-1);
  if (last === undefined || last.keepNext) return false;
  const underHeading = lineCount(last) === 1 && above.at(-2)?.keepNext === true;
  if (!underHeading) return true;
  const next = findChild(stack, index, isSolid);
  return next === undefined || next.child.keepNext;
}

/** Of the space below a float and above the text that follows the larger holds. A float that follows may yet wait. */
function gapAfter(float: FloatGalley, stack: StackGalley, index: number): number {
  const next = findChild(stack, index + 1, (child) => !isWeightless(child) && child.kind !== 'float');
  return Math.max(0, float.after - (next?.child.before ?? 0));
}

/** What a float keeps free above it: nothing at a page head, and less where the float above it keeps free some of it. */
function gapBefore(float: FloatGalley, { stack, taken }: Filling, atHead: boolean): number {
  if (atHead) return 0;
  const above = taken.findLastIndex((child) => child !== undefined && !isWeightless(child));
  const kept = childAt(stack, above)?.kind === 'float' ? (taken[above]?.after ?? 0) : 0;
  return Math.max(0, float.before - kept);
}

/** Where a stack breaks: what is left of the child that was broken, and the first child that goes on whole. */
interface StackBreak {
  readonly broken?: Galley | undefined;
  readonly next: number;
  readonly ledger: Ledger;
  readonly end?: Cut['end'];
}

/** Two parts of a stack. Space at a page head is dropped, unless the break was asked for. */
function divided(filling: Filling, reached: readonly (Galley | undefined)[], at: StackBreak): Cut {
  const { stack, faults, rules } = filling;
  const { broken, ledger, end } = at;
  const isFloat = (index: number): boolean => childAt(stack, index)?.kind === 'float';
  const inText = end === undefined && broken !== undefined;
  const kept = present(inText ? withFloatAtFoot(reached, isFloat, rules.height) : reached);
  const dropped = end === undefined && broken === undefined;
  const next = dropped ? findChild(stack, at.next, (child) => child.kind !== 'space')?.index : at.next;
  const tail = tailOf(stack, broken === undefined ? [] : [broken], next ?? childCount(stack));
  const isLast = tail.children.length === 0;
  return {
    head: kept.length === 0 ? undefined : restacked(stack, { children: kept }, isLast ? 'whole' : 'head'),
    rest: isLast ? undefined : restacked(stack, tail, kept.length === 0 ? 'whole' : 'rest'),
    ledger,
    end,
    faults,
  };
}

function present(galleys: readonly (Galley | undefined)[]): readonly Galley[] {
  return galleys.filter((galley) => galley !== undefined);
}

function restacked(stack: StackGalley, parts: Partial<TailParts>, part: 'whole' | 'head' | 'rest'): StackGalley {
  const { children = [], later } = parts;
  const first = children[0];
  const dropped = part === 'rest' && first !== undefined ? [{ ...first, before: 0 }, ...children.slice(1)] : children;
  return stackOf({
    children: dropped,
    later,
    width: stack.width,
    x: stack.x,
    before: part === 'rest' ? 0 : stack.before,
    after: part === 'head' ? 0 : stack.after,
    keepNext: part === 'head' ? false : stack.keepNext,
    anchor: part === 'rest' ? laterAnchor(stack.anchor) : stack.anchor,
    box: partOfBox(stack.box, part),
  });
}

function partOfBox(box: StackGalley['box'], part: 'whole' | 'head' | 'rest'): StackGalley['box'] {
  if (box === undefined || part === 'whole') return box;
  const { minHeight, height, ...style } = box.style;
  return part === 'head' ? { ...box, style, openBottom: true } : { ...box, style, openTop: true };
}
