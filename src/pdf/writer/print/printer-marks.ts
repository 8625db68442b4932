import { num, type Syntax } from '../file/syntax.ts';
import type { PageFrame } from '../page-frame.ts';
import type { ContentStream } from '../paint/content-stream.ts';

/** A colour that prints on every plate, under the resource name that `paintPrinterMarks` uses. Source: ISO 32000-1 8.6.6.4. */
export const ALL_PLATES: Readonly<Record<string, Syntax>> = {
  All: '[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]',
};

/** Clear space between bleed and marks, and length of a crop mark, pt. */
const CLEAR = 3;
const LENGTH = 15;
const THIN = 0.25;
/** Radius of a register mark, and side of a control patch, pt. */
const RADIUS = 4;
const PATCH = 9;

/** Solid inks, their overprints, and tints: what the press operator measures. */
const PATCHES: readonly (readonly [number, number, number, number])[] = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [0, 1, 1, 0],
  [1, 0, 1, 0],
  [1, 1, 0, 0],
  [0.5, 0, 0, 0],
  [0, 0.5, 0, 0],
  [0, 0, 0.5, 0],
  [0, 0, 0, 0.5],
  [0.5, 0.4, 0.4, 0],
];

/** Paints crop marks at the corners, register marks at the sides and a control strip at the foot, all outside the bleed. */
export function paintPrinterMarks(content: ContentStream, frame: PageFrame): void {
  if (frame.bleed === undefined) return;
  content.save();
  content.paintSyntax(`/All CS 1 SCN\n${THIN} w\n${cropMarks(frame.trim, frame.bleed)}S\n${registerMarks(frame)}S\n`);
  content.paintSyntax(controlStrip(frame));
  content.restore();
}

type Box = PageFrame['media'];

function cropMarks(trim: Box, bleed: Box): Syntax {
  const [left, bottom, right, top] = trim;
  const outside = [
    [bleed[0] - CLEAR, -LENGTH],
    [bleed[2] + CLEAR, LENGTH],
  ] as const;
  const above = [
    [bleed[1] - CLEAR, -LENGTH],
    [bleed[3] + CLEAR, LENGTH],
  ] as const;
  let out = '';
  for (const y of [bottom, top]) for (const [x, along] of outside) out += line(x, y, x + along, y);
  for (const x of [left, right]) for (const [y, along] of above) out += line(x, y, x, y + along);
  return out;
}

function registerMarks({ media, bleed = media }: PageFrame): Syntax {
  const across = (media[0] + media[2]) / 2;
  const up = (media[1] + media[3]) / 2;
  const between = (edge: number, outer: number): number => (edge + outer) / 2;
  const centres = [
    [between(bleed[0], media[0]), up],
    [between(bleed[2], media[2]), up],
    [across, between(bleed[1], media[1])],
    [across, between(bleed[3], media[3])],
  ] as const;
  const reach = RADIUS * 1.8;
  return centres
    .map(([x, y]) => circle(x, y) + line(x - reach, y, x + reach, y) + line(x, y - reach, x, y + reach))
    .join('');
}

function controlStrip({ media, bleed = media }: PageFrame): Syntax {
  const y = (bleed[1] + media[1] - PATCH) / 2;
  const start = (media[0] + media[2]) / 2 + RADIUS * 4;
  return PATCHES.map(
    (inks, i) =>
      `${inks.map((ink) => num(ink)).join(' ')} k\n${num(start + i * PATCH)} ${num(y)} ${PATCH} ${PATCH} re f\n`,
  ).join('');
}

function line(x1: number, y1: number, x2: number, y2: number): Syntax {
  return `${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l\n`;
}

function circle(x: number, y: number): Syntax {
  const k = RADIUS * 0.5523;
  const r = RADIUS;
  const point = (dx: number, dy: number): Syntax => `${num(x + dx)} ${num(y + dy)}`;
  return `${point(r, 0)} m
${point(r, k)} ${point(k, r)} ${point(0, r)} c
${point(-k, r)} ${point(-r, k)} ${point(-r, 0)} c
${point(-r, -k)} ${point(-k, -r)} ${point(0, -r)} c
${point(k, -r)} ${point(r, -k)} ${point(r, 0)} c
`;
}
