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

/** Lightest colour the press can make, absolute. */
export const PAPER: Xyz = xyzOfLab(SOLIDS[0] ?? [95, 0, -2]);

/** X, Y and Z of the sixteen combinations of solid inks, relative to paper; black is bit 8. */
const PRIMARIES = Float64Array.from([...SOLIDS, ...SOLIDS.map(underBlack)].flatMap(relativeToPaper));

function underBlack([l, a, b]: Lab): Lab {
  const share = (l - 23) / (95 - 23);
  return [BLACK_ON_ALL + (BLACK_ON_PAPER - BLACK_ON_ALL) * share, a * COLOUR_LEFT, b * COLOUR_LEFT];
}

function relativeToPaper(lab: Lab): Xyz {
  const [x, y, z] = xyzOfLab(lab);
  return [(x * D50[0]) / PAPER[0], (y * D50[1]) / PAPER[1], (z * D50[2]) / PAPER[2]];
}

/** The colour that inks make on the sheet, relative to paper, by the Neugebauer equations with dot gain. */
export function printedLab(inks: Inks): Lab {
  const c = printedCoverage(inks[0]);
  const m = printedCoverage(inks[1]);
  const y = printedCoverage(inks[2]);
  const k = printedCoverage(inks[3]);
  let [X, Y, Z] = [0, 0, 0];
  for (let bits = 0; bits < 16; bits += 1) {
    const share =
      ((bits & 1) !== 0 ? c : 1 - c) *
      ((bits & 2) !== 0 ? m : 1 - m) *
      ((bits & 4) !== 0 ? y : 1 - y) *
      ((bits & 8) !== 0 ? k : 1 - k);
    X += share * (PRIMARIES[bits * 3] ?? 0);
    Y += share * (PRIMARIES[bits * 3 + 1] ?? 0);
    Z += share * (PRIMARIES[bits * 3 + 2] ?? 0);
  }
  return labOfXyz([X, Y, Z]);
}

function printedCoverage(ink: number): number {
  return ink + 4 * GAIN * ink * (1 - ink);
}

/** Most ink on one spot, as the sum of coverages. */
const MOST_INK = 3;
const STEPS = 14;
/** Misses below this are not seen, and steps that gain less are not worth taking; CIELAB units. */
const CLOSE = 0.4;
const LEAST_GAIN = 0.02;

/**
 * The inks that come closest to a colour. Black replaces grey from the mid tones down, less in strong colours, where it would
 * only soil them; the other three are found by Newton's method within what the press can print.
 * @param lab   relative to paper
 * @param start where the search begins: a neighbour's inks save steps
 */
export function separate(lab: Lab, start: Inks = [0.3, 0.3, 0.3, 0]): Inks {
  const black = blackFor(lab);
  let inks: Inks = [start[0], start[1], start[2], black];
  let here = printedLab(inks);
  let miss = distance(here, lab);
  for (let step = 0; step < STEPS && miss > CLOSE; step += 1) {
    const next = improve(inks, here, lab);
    const there = printedLab(next);
    const left = distance(there, lab);
    if (left > miss - LEAST_GAIN) break;
    inks = next;
    here = there;
    miss = left;
  }
  const sum = inks[0] + inks[1] + inks[2] + inks[3];
  if (sum <= MOST_INK) return inks;
  const cut = (MOST_INK - inks[3]) / (sum - inks[3]);
  return [inks[0] * cut, inks[1] * cut, inks[2] * cut, inks[3]];
}

function blackFor([l, a, b]: Lab): number {
  const depth = Math.min(1, Math.max(0, (72 - l) / 62));
  return depth ** 1.5 * Math.max(0, 1 - Math.hypot(a, b) / 75);
}

function distance(a: Lab, b: Lab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const DELTA = 0.01;
/** Keeps steps small where inks change little, as at full coverage. */
const DAMPING = 2;

/** One damped step for cyan, magenta and yellow, kept within 0 and 1. */
function improve(inks: Inks, here: Lab, lab: Lab): Inks {
  const [c, m, y, k] = inks;
  const slope = (moved: Inks, by: number): Lab => {
    const there = printedLab(moved);
    return [(there[0] - here[0]) / by, (there[1] - here[1]) / by, (there[2] - here[2]) / by];
  };
  const [dc, dm, dy] = [inward(c), inward(m), inward(y)];
  const u = slope([c + dc, m, y, k], dc);
  const v = slope([c, m + dm, y, k], dm);
  const w = slope([c, m, y + dy, k], dy);
  const missing: Lab = [lab[0] - here[0], lab[1] - here[1], lab[2] - here[2]];
  const [uv, uw, vw] = [dot(u, v), dot(u, w), dot(v, w)];
  const a: Lab = [dot(u, u) + DAMPING, uv, uw];
  const b: Lab = [uv, dot(v, v) + DAMPING, vw];
  const d: Lab = [uw, vw, dot(w, w) + DAMPING];
  const right: Lab = [dot(u, missing), dot(v, missing), dot(w, missing)];
  const all = determinant(a, b, d);
  return [
    within(c + determinant(right, b, d) / all),
    within(m + determinant(a, right, d) / all),
    within(y + determinant(a, b, right) / all),
    k,
  ];
}

function inward(ink: number): number {
  return ink > 0.5 ? -DELTA : DELTA;
}

function within(ink: number): number {
  return Math.min(1, Math.max(0, ink));
}

function dot(a: Lab, b: Lab): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function determinant(a: Lab, b: Lab, c: Lab): number {
  return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
}
