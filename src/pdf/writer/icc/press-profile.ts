import type { Lab } from './lab.ts';
import { type Inks, PAPER, printedLab, separate } from './offset-press.ts';
import { serialiseProfile, textTag, xyzTag } from './profile-file.ts';

/** Points along each axis: of the table from inks to colour, and of those from colour to inks. */
const INK_GRID = 7;
const LAB_GRID = 11;
/** A colour further than this from what can be printed is marked as out of gamut. */
const GAMUT_REACH = 6;

let made: Buffer | undefined;

/**
 * A profile of offset printing on coated paper, computed from published aim values. It is data of this project, free of any
 * other licence, and a stand-in: a print shop's own profile is to be preferred. Source: ICC.1:2010 8.4, 10.9.
 */
export function pressProfile(): Buffer {
  made ??= buildProfile();
  return made;
}

function buildProfile(): Buffer {
  const inkPoints = grid(INK_GRID, 4);
  const toLab = lutTag(
    4,
    3,
    INK_GRID,
    inkPoints.flatMap((point) => labBytes(printedLab(point as unknown as Inks))),
  );
  const labPoints = grid(LAB_GRID, 3).map(([l = 0, a = 0, b = 0]): Lab => [l * 100, a * 255 - 128, b * 255 - 128]);
  const separated: Inks[] = [];
  for (const lab of labPoints) separated.push(separate(lab, separated.at(-1)));
  const toInks = lutTag(
    3,
    4,
    LAB_GRID,
    separated.flatMap((inks) => inks.map((ink) => Math.round(ink * 255))),
  );
  const outside = labPoints.map((lab, i) => {
    const printed = printedLab(separated[i] ?? [0, 0, 0, 0]);
    return Math.hypot(...lab.map((value, j) => value - (printed[j] ?? 0))) > GAMUT_REACH ? 255 : 0;
  });
  return serialiseProfile({
    deviceClass: 'prtr',
    colourSpace: 'CMYK',
    connectionSpace: 'Lab ',
    tags: new Map([
      ['desc', textTag('Petalpress generic coated offset')],
      ['cprt', textTag('No copyright, use freely')],
      ['wtpt', xyzTag(PAPER)],
      ['A2B0', toLab],
      ['A2B1', toLab],
      ['A2B2', toLab],
      ['B2A0', toInks],
      ['B2A1', toInks],
      ['B2A2', toInks],
      ['gamt', lutTag(3, 1, LAB_GRID, outside)],
    ]),
  });
}

/** All points of a grid from 0 to 1, the last axis running fastest. */
function grid(points: number, axes: number): readonly (readonly number[])[] {
  let all: readonly (readonly number[])[] = [[]];
  for (let axis = 0; axis < axes; axis += 1) {
    all = all.flatMap((point) => Array.from({ length: points }, (_, i) => [...point, i / (points - 1)]));
  }
  return all;
}

function labBytes([l, a, b]: Lab): readonly number[] {
  const byte = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));
  return [byte(l * 2.55), byte(a + 128), byte(b + 128)];
}

/** A table of type `mft1` whose curves do nothing. Source: ICC.1:2010 10.9. */
function lutTag(inputs: number, outputs: number, points: number, values: readonly number[]): Buffer {
  const head = Buffer.alloc(48);
  head.write('mft1', 0, 'latin1');
  head.writeUInt8(inputs, 8);
  head.writeUInt8(outputs, 9);
  head.writeUInt8(points, 10);
  for (let i = 0; i < 3; i += 1) head.writeInt32BE(65536, 12 + i * 16);
  const straight = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
  const curves = (count: number): Buffer => Buffer.concat(Array.from({ length: count }, () => straight));
  return Buffer.concat([head, curves(inputs), Buffer.from(values), curves(outputs)]);
}
