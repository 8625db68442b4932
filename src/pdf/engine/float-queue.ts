import type { Cut } from './cut.ts';
import type { Galley, StackGalley } from './galley.ts';
import { stackOf } from './stacking.ts';

/**
 * What goes on after a page: what waits stands at the head of the next page, and before a forced break, since it may not
 * overtake that.
 * @param waiting floats, and sheets behind which the flow goes on
 * @param width   of the flow, pt
 */
export function behindFloats({ end, rest }: Cut, waiting: readonly Galley[], width: number): StackGalley {
  const first = [...waiting, ...(end === undefined ? [] : [end])];
  if (rest === undefined) return stackOf({ children: first, width });
  const open = rest.kind === 'stack' && rest.box === undefined && rest.anchor === undefined;
  // Opened, so that stacks do not come to stand in stacks, one for each page.
  return open
    ? stackOf({ children: [...first, ...rest.children], later: rest.later, width })
    : stackOf({ children: [...first, { ...rest, before: 0 }], width });
}
