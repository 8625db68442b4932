import type { Box } from './pen.ts';

type Axis = 'x' | 'y';

const SIZE = { x: 'width', y: 'height' } as const;

/** Between a line and a name that it leaves out, pt. */
const CLEAR = 1;

/** The boxes that a line would run through, which stands at a place of one axis and runs along the other. */
export function acrossLine(boxes: readonly Box[], axis: Axis, at: number): readonly Box[] {
  return boxes.filter((box) => box[axis] - CLEAR < at && at < box[axis] + box[SIZE[axis]] + CLEAR);
}

/**
 * The parts of a line that boxes across it leave free, so that it strikes no name through.
 * @param axis the axis that the line runs along
 * @returns    start and end of each part, pt, in order
 */
export function freeParts(
  [start, end]: readonly [number, number],
  boxes: readonly Box[],
  axis: Axis,
): readonly (readonly [number, number])[] {
  const parts: [number, number][] = [];
  let from = start;
  for (const box of boxes.toSorted((a, b) => a[axis] - b[axis])) {
    const to = Math.min(end, box[axis] - CLEAR);
    if (to > from) parts.push([from, to]);
    from = Math.max(from, box[axis] + box[SIZE[axis]] + CLEAR);
  }
  if (end > from) parts.push([from, end]);
  return parts;
}
