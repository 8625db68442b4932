import type { Paint } from './item.ts';
import type { Box } from './matrix.ts';

/** A step of a path by its operator, with the points that it names. Source: ISO 32000-1 table 59. */
export interface PathStep {
  readonly op: 'm' | 'l' | 'c' | 'v' | 'y' | 'h';
  /** x and y by turns; pt upwards from the page’s bottom. */
  readonly points: readonly number[];
}

/** A path as it is painted on its page. */
export interface DrawnShape {
  /** From 0. */
  readonly page: number;
  readonly steps: readonly PathStep[];
  readonly box: Box;
  readonly filled: boolean;
  readonly stroked: boolean;
  /** The colour of its area, or of its line where it has no area. */
  readonly paint: Paint;
}
