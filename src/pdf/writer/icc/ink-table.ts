import type { Lab } from './lab.ts';
import type { Inks } from './offset-press.ts';
import { type Curve, readCurve, tableCurve } from './profile-curves.ts';

/** From a colour, relative to paper, to the inks that a profile gives for it. */
export type InkTable = (lab: Lab) => Inks;

/** One step of a table: values from 0 to 1. */
type Step = (values: readonly number[]) => readonly number[];

const INKS = 4;

/**
 * The table of a print profile that leads from colour to inks, by perception; undefined when it is not there or of no known
 * kind. Source: ICC.1:2010 8.4.2, 10.8 (`mft2`), 10.9 (`mft1`), 10.11 (`mBA `).
 */
export function readInkTable(profile: Uint8Array): InkTable | undefined {
  const data = Buffer.from(profile.buffer, profile.byteOffset, profile.byteLength);
  if (data.toString('latin1', 20, 24) !== 'Lab ') return undefined;
  try {
    const tag = tagOf(data, 'B2A0');
    const steps = tag === undefined ? undefined : stepsOf(tag);
    if (steps === undefined) return undefined;
    return (lab) => {
      const [c = 0, m = 0, y = 0, k = 0] = steps.reduce<readonly number[]>((values, step) => step(values), lab);
      return [within(c), within(m), within(y), within(k)];
    };
  } catch (cause) {
    // A length in the table that leads out of it.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function tagOf(data: Buffer, wanted: string): Buffer | undefined {
  for (let i = 0; i < data.readUInt32BE(128); i += 1) {
    const at = 132 + i * 12;
    if (data.toString('latin1', at, at + 4) !== wanted) continue;
    const start = data.readUInt32BE(at + 4);
    return data.subarray(start, start + data.readUInt32BE(at + 8));
  }
  return undefined;
}

function stepsOf(tag: Buffer): readonly Step[] | undefined {
  const kind = tag.toString('latin1', 0, 4);
  if (tag.readUInt8(8) !== 3 || tag.readUInt8(9) !== INKS) return undefined;
  if (kind === 'mft1') return plainSteps(tag, 1);
  if (kind === 'mft2') return plainSteps(tag, 2);
  return kind === 'mBA ' ? curvedSteps(tag) : undefined;
}

/** Curves, grid, curves; numbers of one byte or two. Two bytes hold colours as version 2 did. */
function plainSteps(tag: Buffer, bytes: 1 | 2): readonly Step[] {
  const points = tag.readUInt8(10);
  const [entries, exits] = bytes === 1 ? [256, 256] : [tag.readUInt16BE(48), tag.readUInt16BE(50)];
  const start = bytes === 1 ? 48 : 52;
  const grid = start + 3 * entries * bytes;
  const end = grid + points ** 3 * INKS * bytes;
  const curves = (count: number, from: number, length: number): Step =>
    byCurve(Array.from({ length: count }, (_, i) => tableCurve(tag, from + i * length * bytes, length, bytes)));
  return [
    bytes === 1 ? ([l = 0, a = 0, b = 0]) => [l / 100, (a + 128) / 255, (b + 128) / 255] : encodeLegacy,
    curves(3, start, entries),
    byGrid(tag, { at: grid, points: [points, points, points], bytes }),
    curves(INKS, end, exits),
  ];
}

function encodeLegacy([l = 0, a = 0, b = 0]: readonly number[]): readonly number[] {
  return [(l * 652.8) / 65535, ((a + 128) * 256) / 65535, ((b + 128) * 256) / 65535];
}

/** Curves, matrix, curves, grid, curves, each where the tag says, most of them optional. */
function curvedSteps(tag: Buffer): readonly Step[] | undefined {
  const [b, matrix, m, grid, a] = [12, 16, 20, 24, 28].map((at) => tag.readUInt32BE(at));
  if (!grid || !a) return undefined;
  const curves = (count: number, from: number | undefined): readonly Step[] => {
    if (!from) return [];
    const list: Curve[] = [];
    let at = from;
    for (let i = 0; i < count; i += 1) {
      const { curve, length } = readCurve(tag, at);
      list.push(curve);
      at += (length + 3) & ~3;
    }
    return [byCurve(list)];
  };
  const points = [0, 1, 2].map((axis) => tag.readUInt8(grid + axis));
  const bytes = tag.readUInt8(grid + 16) === 1 ? 1 : 2;
  return [
    ([l = 0, x = 0, y = 0]) => [l / 100, (x + 128) / 255, (y + 128) / 255],
    ...curves(3, b),
    ...(matrix ? [byMatrix(tag, matrix)] : []),
    ...curves(3, m),
    byGrid(tag, { at: grid + 20, points, bytes }),
    ...curves(INKS, a),
  ];
}

function byCurve(curves: readonly Curve[]): Step {
  return (values) => values.map((value, i) => curves[i]?.(within(value)) ?? value);
}

function byMatrix(tag: Buffer, at: number): Step {
  const numbers = Array.from({ length: 12 }, (_, i) => tag.readInt32BE(at + i * 4) / 65536);
  return (values) =>
    [0, 1, 2].map((row) =>
      values.reduce((sum, value, i) => sum + value * (numbers[row * 3 + i] ?? 0), numbers[9 + row] ?? 0),
    );
}

interface Grid {
  readonly at: number;
  readonly points: readonly number[];
  readonly bytes: 1 | 2;
}

/** Between the eight nearest points of a grid of inks, whose last axis runs fastest. */
function byGrid(tag: Buffer, { at, points, bytes }: Grid): Step {
  const [n0 = 2, n1 = 2, n2 = 2] = points;
  const length = n0 * n1 * n2 * INKS;
  const most = bytes === 1 ? 255 : 65535;
  const nodes = Float64Array.from(
    { length },
    (_, i) => (bytes === 1 ? tag.readUInt8(at + i) : tag.readUInt16BE(at + i * 2)) / most,
  );
  return (values) => {
    const places = values.map((value, axis) => within(value) * ((points[axis] ?? 2) - 1));
    const low = places.map((place, axis) => Math.min(Math.floor(place), Math.max(0, (points[axis] ?? 2) - 2)));
    const inks = [0, 0, 0, 0];
    for (let corner = 0; corner < 8; corner += 1) {
      let share = 1;
      const node = low.map((index, axis) => {
        const up = (corner >> axis) & 1;
        const over = (places[axis] ?? 0) - index;
        share *= up === 1 ? over : 1 - over;
        return index + up;
      });
      if (share === 0) continue;
      const from = (((node[0] ?? 0) * n1 + (node[1] ?? 0)) * n2 + (node[2] ?? 0)) * INKS;
      for (let ink = 0; ink < INKS; ink += 1) inks[ink] = (inks[ink] ?? 0) + share * (nodes[from + ink] ?? 0);
    }
    return inks;
  };
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}
