/** An affine transform (a b c d e f): x' = a x + c y + e, y' = b x + d y + f. Source: ISO 32000-1 8.3.3; the HTML canvas. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The transform that changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transform that does `one`, then `two`. By index: it runs once for each piece of text, and taking apart costs a list. */
export function multiply(one: Matrix, two: Matrix): Matrix {
  return [
    one[0] * two[0] + one[1] * two[2],
    one[0] * two[1] + one[1] * two[3],
    one[2] * two[0] + one[3] * two[2],
    one[2] * two[1] + one[3] * two[3],
    one[4] * two[0] + one[5] * two[2] + two[4],
    one[4] * two[1] + one[5] * two[3] + two[5],
  ];
}
