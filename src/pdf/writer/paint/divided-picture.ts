import type { Drawing, Segment } from '../../../core/index.ts';
import type { PlacedItem, PlacedLine } from '../../placed.ts';
import type { Bounds } from './bounds.ts';

/**
 * A drawing as two that painted one after the other are the same: the second is as short as can be. Undefined where its
 * operators cannot be parted, since all of them stand in one clip or transform.
 */
export function dividedDrawing(drawing: Drawing): readonly [Drawing, Drawing] | undefined {
  const { ops } = drawing;
  let depth = 0;
  let last = -1;
  ops.forEach(({ op }, i) => {
    if (depth === 0 && op !== 'restore') last = i;
    if (op === 'clip' || op === 'transform') depth += 1;
    if (op === 'restore') depth -= 1;
  });
  const before = ops.slice(0, Math.max(0, last));
  const after = ops.slice(Math.max(0, last));
  const paints = (part: Drawing['ops']): boolean => part.some(({ op }) => op === 'path' || op === 'text');
  if (!paints(before) || !paints(after)) return undefined;
  return [
    { ...drawing, ops: before },
    { ...drawing, ops: after },
  ];
}

/** The same picture with another drawing in it. */
export function withDrawing(
  item: Exclude<PlacedItem, PlacedLine>,
  drawing: Drawing | undefined,
): Exclude<PlacedItem, PlacedLine> {
  return drawing === undefined || item.kind === 'image' ? item : { ...item, drawing };
}

/** Side of the clip through which a picture that cannot be parted is painted a second time, pt: nothing that can be seen. */
const SPECK = 0.01;

/** A clip in the middle of a picture. */
export function speck([left, bottom, right, top]: Bounds): readonly Segment[] {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return [['M', x, y], ['L', x + SPECK, y], ['L', x + SPECK, y + SPECK], ['L', x, y + SPECK], ['Z']];
}
