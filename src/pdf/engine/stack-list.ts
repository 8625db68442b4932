import { extentOf, type Galley, isWeightless, type Later, type StackGalley } from './galley.ts';

/**
 * The children of a stack as a list that a break does not copy: the part that goes on keeps its first child or two, and of
 * the others only where they stand in the list they were set in. So a long flow costs each page what stands on it.
 */
export function childAt({ children, later }: StackGalley, index: number): Galley | undefined {
  if (index < children.length) return children[index];
  return later?.of[later.from + index - children.length];
}

export function childCount({ children, later }: StackGalley): number {
  return children.length + (later === undefined ? 0 : later.of.length - later.from);
}

/** The children before an index, as an array. */
export function childrenBefore(stack: StackGalley, index: number): readonly Galley[] {
  const { children, later } = stack;
  if (later === undefined || index <= children.length) return children.slice(0, index);
  return [...children, ...later.of.slice(later.from, later.from + index - children.length)];
}

/** The first child from an index on for which something holds. */
export function findChild(
  stack: StackGalley,
  index: number,
  holds: (child: Galley) => boolean,
): { readonly child: Galley; readonly index: number } | undefined {
  for (let i = index; ; i += 1) {
    const child = childAt(stack, i);
    if (child === undefined) return undefined;
    if (holds(child)) return { child, index: i };
  }
}

/** Of two parts that make a stack, what it takes to make the second: its first children, and where the others stand. */
export interface TailParts {
  readonly children: readonly Galley[];
  readonly later: Later | undefined;
}

/**
 * What is left of a stack from an index on, behind what is left of the child before.
 * @param broken the parts of children that go on; the first child with weight is always among the first children
 */
export function tailOf(stack: StackGalley, broken: readonly Galley[], index: number): TailParts {
  const first = stack.later === undefined ? [] : stack.children.slice(index);
  const children = [...broken, ...first];
  let at = index + first.length;
  while (children.every(isWeightless)) {
    const child = childAt(stack, at);
    if (child === undefined) break;
    children.push(child);
    at += 1;
  }
  return { children, later: laterFrom(stack, at) };
}

function laterFrom(stack: StackGalley, index: number): Later | undefined {
  const { children, later } = stack;
  if (index >= childCount(stack)) return undefined;
  if (later !== undefined) return { ...later, from: later.from + index - children.length };
  return { of: children, from: index, extents: extentsFromEnd(children) };
}

/** For each place in a list the sum of all extents from there on. */
function extentsFromEnd(galleys: readonly Galley[]): readonly number[] {
  const extents = new Array<number>(galleys.length);
  let sum = 0;
  for (let i = galleys.length - 1; i >= 0; i -= 1) {
    const galley = galleys[i];
    sum += galley === undefined ? 0 : extentOf(galley);
    extents[i] = sum;
  }
  return extents;
}
