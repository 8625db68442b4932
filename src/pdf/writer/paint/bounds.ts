import type { LineItem, PlacedRun } from '../../../typeset/types.ts';
import type { PlacedItem, PlacedLine } from '../../placed.ts';
import type { Frame } from './frame.ts';
import { runWidth } from './line-text.ts';

/** Left, bottom, right and top in default user space, pt. */
export type Bounds = [number, number, number, number];

/** Of a picture on the page. */
export function pictureBounds(item: Exclude<PlacedItem, PlacedLine>, frame: Frame): Bounds {
  const { width, height } = item.kind === 'drawing' ? item.drawing : item;
  const left = frame.left + item.x;
  const top = frame.top - item.y;
  return [left, top - height, left + width, top];
}

/** Of a picture in a line. */
export function inlineBounds(
  part: Extract<LineItem, { readonly kind: 'drawing' }>,
  line: PlacedLine,
  frame: Frame,
): Bounds {
  const left = frame.left + line.x + part.x;
  const top = frame.top - line.y + part.ascent;
  return [left, top - part.drawing.height, left + part.drawing.width, top];
}

/** As high as a line of the run's text stands, whatever the face claims. */
export function runBounds(run: PlacedRun, line: PlacedLine, frame: Frame): Bounds {
  const left = frame.left + line.x + run.x;
  const baseline = frame.top - line.y + run.rise;
  return [left, baseline - run.size * 0.25, left + runWidth(run), baseline + run.size * 0.9];
}

/** The smallest bounds around both. */
export function union(a: Bounds, b: Bounds): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
