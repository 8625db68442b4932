import type { Box } from '../content/matrix.ts';

/** The part of a page that a viewer shows, in default user space, pt, and the quarter turns clockwise that it gives it. */
export interface PageView {
  readonly shown: Box;
  readonly turns: number;
}

/** A box in a picture: pt from the top left, y down. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a box of the page stands in the picture of a viewer. Source: ISO 32000-1 table 30 (Rotate). */
export function placeInView(box: Box, { shown, turns }: PageView): Place {
  const left = box[0] - shown[0];
  const bottom = box[1] - shown[1];
  const right = shown[2] - box[2];
  const top = shown[3] - box[3];
  // The side that is at the left of the picture after the turns, and the one that is at its top.
  const x = [left, bottom, right, top][turns] ?? left;
  const y = [top, left, bottom, right][turns] ?? top;
  const [width, height] = [Math.max(1, box[2] - box[0]), Math.max(1, box[3] - box[1])];
  return turns % 2 === 0 ? { x, y, width, height } : { x, y, width: height, height: width };
}
