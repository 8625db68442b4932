import { circle, type Segment, straight } from '../../../core/index.ts';
import { num, type Syntax } from '../file/syntax.ts';
import type { PageFrame } from '../page-frame.ts';
import type { ContentStream } from '../paint/content-stream.ts';
import { pathSyntax } from '../paint/path-syntax.ts';

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
  const marks = pathSyntax([...cropMarks(frame.trim, frame.bleed), ...registerMarks(frame)]);
  content.paintSyntax(`/All CS 1 SCN\n${THIN} w\n${marks}S\n`);
  content.paintSyntax(controlStrip(frame));
  content.restore();
}

type Box = PageFrame['media'];

function cropMarks(trim: Box, bleed: Box): readonly Segment[] {
  const [left, bottom, right, top] = trim;
  const outside = [
    [bleed[0] - CLEAR, -LENGTH],
    [bleed[2] + CLEAR, LENGTH],
  ] as const;
  const above = [
    [bleed[1] - CLEAR, -LENGTH],
    [bleed[3] + CLEAR, LENGTH],
  ] as const;
  return [
    ...[bottom, top].flatMap((y) => outside.flatMap(([x, along]) => straight(x, y, x + along, y))),
    ...[left, right].flatMap((x) => above.flatMap(([y, along]) => straight(x, y, x, y + along))),
  ];
}

function registerMarks({ media, bleed = media }: PageFrame): readonly Segment[] {
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
  return centres.flatMap(([x, y]) => [
    ...circle(x, y, RADIUS),
    ...straight(x - reach, y, x + reach, y),
    ...straight(x, y - reach, x, y + reach),
  ]);
}

function controlStrip({ media, bleed = media }: PageFrame): Syntax {
  const y = (bleed[1] + media[1] - PATCH) / 2;
  const start = (media[0] + media[2]) / 2 + RADIUS * 4;
  return PATCHES.map(
    (inks, i) =>
      `${inks.map((ink) => num(ink)).join(' ')} k\n${num(start + i * PATCH)} ${num(y)} ${PATCH} ${PATCH} re f\n`,
  ).join('');
}
