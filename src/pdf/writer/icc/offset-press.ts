import { D50, type Lab, labOfXyz, type Xyz, xyzOfLab } from './lab.ts';

/** Coverage of cyan, magenta, yellow and black, 0 to 1. */
export type Inks = readonly [number, number, number, number];

/**
 * Solid inks on coated paper: paper, then what cyan (1), magenta (2) and yellow (4) make, added as bits.
 * Source: aim values of ISO 12647-2 for paper types 1 and 2, rounded.
 */
const SOLIDS: readonly Lab[] = [
  [95, 0, -2],
  [55, -37, -50],
  [48, 74, -3],
  [24, 20, -46],
  [89, -5, 93],
  [50, -66, 27],
  [47, 68, 48],
  [23, 0, 0],
];
/** Black over any of them is nearly black: 16 on bare paper, 9 on three inks, with an eighth of the colour left. */
const BLACK_ON_PAPER = 16;
const BLACK_ON_ALL = 9;
const COLOUR_LEFT = 0.12;
/** Dots print larger than they are set: by this much at half coverage. Source: ISO 12647-2, curves A and B. */
const GAIN = 0.14;

/** Colours of the sixteen combinations of solid inks, relative to paper; black is bit 8. */
const PRIMARIES: readonly Xyz[] = [...SOLIDS, ...SOLIDS.map(underBlack)].map(relativeToPaper);

/** Lightest colour the press can make, absolute. */
export const PAPER: Xyz = xyzOfLab(SOLIDS[0] ?? [95, 0, -2]);

function underBlack([l, a, b]: Lab): Lab {
  const share = (l - 23) / (95 - 23);
  return [BLACK_ON_ALL + (BLACK_ON_PAPER - BLACK_ON_ALL) * share, a * COLOUR_LEFT, b * COLOUR_LEFT];
}

function relativeToPaper(lab: Lab): Xyz {
  const paper = xyzOfLab([95, 0, -2]);
  const [x, y, z] = xyzOfLab(lab);
  return [(x * D50[0]) / paper[0], (y * D50[1]) / paper[1], (z * D50[2]) / paper[2]];
}

/** The colour that inks make on the sheet, relative to paper, by the Neugebauer equations with dot gain. */
export function printedLab(inks: Inks): Lab {
  const [c, m, y, k] = inks.map((ink) => ink + 4 * GAIN * ink * (1 - ink)) as [number, number, number, number];
  let [X, Y, Z] = [0, 0, 0];
  for (let bits = 0; bits < 16; bits += 1) {
    const share =
      ((bits & 1) !== 0 ? c : 1 - c) *
      ((bits & 2) !== 0 ? m : 1 - m) *
      ((bits & 4) !== 0 ? y : 1 - y) *
      ((bits & 8) !== 0 ? k : 1 - k);
    if (share === 0) continue;
    const primary = PRIMARIES[bits] ?? D50;
    X += share * primary[0];
    Y += share * primary[1];
    Z += share * primary[2];
  }
  return labOfXyz([X, Y, Z]);
}

/** Most ink on one spot, as the sum of coverages. */
const MOST_INK = 3;
const STEPS = 14;

/**
 * The inks that come closest to a colour. Black replaces grey from the mid tones down, less in strong colours, where it would
 * only soil them; the other three are found by Newton's method within what the press can print.
 */
export function separate(lab: Lab, start: Inks = [0.3, 0.3, 0.3, 0]): Inks {
  const chroma = Math.hypot(lab[1], lab[2]);
  const depth = Math.min(1, Math.max(0, (72 - lab[0]) / 62));
  const black = depth ** 1.5 * Math.max(0, 1 - chroma / 75);
  let inks: [number, number, number, number] = [start[0], start[1], start[2], black];
  let miss = distance(printedLab(inks), lab);
  for (let step = 0; step < STEPS && miss > 0.2; step += 1) {
    const next = improve(inks, lab);
    const nextMiss = distance(printedLab(next), lab);
    if (nextMiss >= miss - 1e-3) break;
    inks = next;
    miss = nextMiss;
  }
  const sum = inks[0] + inks[1] + inks[2] + inks[3];
  if (sum <= MOST_INK) return inks;
  const cut = (MOST_INK - inks[3]) / (sum - inks[3]);
  return [inks[0] * cut, inks[1] * cut, inks[2] * cut, inks[3]];
}

function distance(a: Lab, b: Lab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** One damped step for cyan, magenta and yellow, kept within 0 and 1. */
function improve(inks: readonly [number, number, number, number], lab: Lab): [number, number, number, number] {
  const here = printedLab(inks);
  const missing = [lab[0] - here[0], lab[1] - here[1], lab[2] - here[2]] as const;
  const columns = [0, 1, 2].map((i) => {
    const delta = (inks[i] ?? 0) > 0.5 ? -0.01 : 0.01;
    const moved = printedLab(inks.map((ink, j) => (j === i ? ink + delta : ink)) as [number, number, number, number]);
    return [0, 1, 2].map((row) => ((moved[row] ?? 0) - (here[row] ?? 0)) / delta);
  });
  const change = leastSquares(columns, missing);
  const next = inks.map((ink, i) => (i === 3 ? ink : Math.min(1, Math.max(0, ink + (change[i] ?? 0)))));
  return next as [number, number, number, number];
}

/** Solves the damped normal equations of a 3 by 3 system by Cramer's rule. */
function leastSquares(columns: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const dot = (a: readonly number[] = [], b: readonly number[] = []): number =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  const m = [0, 1, 2].map((i) => [0, 1, 2].map((j) => dot(columns[i], columns[j]) + (i === j ? 2 : 0)));
  const v = [0, 1, 2].map((i) => dot(columns[i], right));
  const all = determinant(m);
  return [0, 1, 2].map(
    (i) => determinant(m.map((row, r) => row.map((value, c) => (c === i ? (v[r] ?? 0) : value)))) / all,
  );
}

function determinant(m: readonly (readonly number[])[]): number {
  const at = (row: number, column: number): number => m[row]?.[column] ?? 0;
  return (
    at(0, 0) * (at(1, 1) * at(2, 2) - at(1, 2) * at(2, 1)) -
    at(0, 1) * (at(1, 0) * at(2, 2) - at(1, 2) * at(2, 0)) +
    at(0, 2) * (at(1, 0) * at(2, 1) - at(1, 1) * at(2, 0))
  );
}
