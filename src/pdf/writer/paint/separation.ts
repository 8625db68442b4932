import { readInkTable } from '../icc/ink-table.ts';
import { type Lab, labOfRgb } from '../icc/lab.ts';
import { type Inks, separate } from '../icc/offset-press.ts';
import type { PrintCondition } from '../input.ts';

/** 0 to 255. */
export type Rgb = readonly [number, number, number];
/** Percent. */
export type Cmyk = readonly [number, number, number, number];

/** Colours closer to grey than this go to black ink alone, so that thin lines and small text do not need register. */
const NEUTRAL = 6;

/** Turns colours of the screen into inks. */
export interface Separation {
  /** Of one colour of a drawing that no theme has chosen inks for. */
  colour(rgb: Rgb): Cmyk;
  /** Of the pixels of a picture, three bytes each, into four bytes each. Neighbouring colours stay neighbours. */
  pixels(rgb: Uint8Array): Buffer;
  /** Of inks, four bytes a pixel, those with too much ink taken back; undefined when none has. */
  limit(inks: Uint8Array): Buffer | undefined;
}

/** From a colour of the screen to inks; `start` is a neighbour's inks, which may save steps. */
type Separate = (rgb: Rgb, start?: Inks) => Inks;

/** For a condition: by the table of its profile, and without one by the generic press. Never more ink than paper holds. */
export function createSeparation(condition: PrintCondition | undefined): Separation {
  const own = condition === undefined ? undefined : readInkTable(condition.profile);
  const separateRgb: Separate = own === undefined ? genericInks : (rgb) => limited(own(labOfRgb(rgb)));
  let table: Float64Array | undefined;
  return {
    colour: (rgb) => cmykOfRgb(rgb, separateRgb),
    pixels(rgb) {
      table ??= own === undefined ? genericTable() : buildTable(separateRgb);
      const count = Math.floor(rgb.length / 3);
      const out = Buffer.alloc(count * 4);
      for (let i = 0; i < count; i += 1) interpolate(table, rgb, i * 3, out, i * 4);
      return out;
    },
    limit: limitPixels,
  };
}

/** Most ink on one spot, as the sum of coverages: under 320 % by what rounding may add. */
const MOST_INK = 3.19;

/** Too much ink is taken off the colours: black keeps the drawing. */
function limited(inks: Inks): Inks {
  const [c, m, y, k] = inks;
  const colours = c + m + y;
  if (colours + k <= MOST_INK) return inks;
  const cut = (MOST_INK - k) / colours;
  return [c * cut, m * cut, y * cut, k];
}

/** Most ink of a pixel, in bytes: 320 %. */
const MOST_BYTES = 816;

function limitPixels(inks: Uint8Array): Buffer | undefined {
  const sum = (at: number): number => (inks[at] ?? 0) + (inks[at + 1] ?? 0) + (inks[at + 2] ?? 0) + (inks[at + 3] ?? 0);
  let out: Buffer | undefined;
  for (let at = 0; at + 3 < inks.length; at += 4) {
    if (sum(at) <= MOST_BYTES) continue;
    out ??= Buffer.from(inks);
    const black = inks[at + 3] ?? 0;
    const cut = (MOST_BYTES - black) / (sum(at) - black);
    for (let ink = at; ink < at + 3; ink += 1) out[ink] = Math.floor((inks[ink] ?? 0) * cut);
  }
  return out;
}

function cmykOfRgb(rgb: Rgb, separateRgb: Separate): Cmyk {
  if (Math.max(...rgb) - Math.min(...rgb) <= NEUTRAL) {
    const [r, g, b] = rgb;
    return [0, 0, 0, Math.round((1 - (0.3 * r + 0.59 * g + 0.11 * b) / 255) * 100)];
  }
  const [c, m, y, k] = separateRgb(rgb);
  return [percent(c), percent(m), percent(y), percent(k)];
}

/** A trace of ink is a dot that no press holds. */
function percent(ink: number): number {
  return ink < 0.015 ? 0 : Math.round(ink * 100);
}

/** Darkest the press prints; screen colours are moved between this and paper, so that shadows keep their drawing. */
const DARKEST = 9;

function genericInks(rgb: Rgb, start?: Inks): Inks {
  const [l, a, b] = labOfRgb(rgb);
  const lab: Lab = [DARKEST + (l * (100 - DARKEST)) / 100, a, b];
  return separate(lab, start);
}

/** Points along each side of the table that pictures are separated by. */
const GRID = 9;

let generic: Float64Array | undefined;

function genericTable(): Float64Array {
  generic ??= buildTable(genericInks);
  return generic;
}

function buildTable(separateRgb: Separate): Float64Array {
  const values = new Float64Array(GRID ** 3 * 4);
  const step = 255 / (GRID - 1);
  let last: Inks | undefined;
  for (let i = 0; i < GRID ** 3; i += 1) {
    const [r, g, b] = [Math.floor(i / GRID ** 2), Math.floor(i / GRID) % GRID, i % GRID];
    last = separateRgb([r * step, g * step, b * step], b === 0 ? undefined : last);
    values.set(last, i * 4);
  }
  // Paper stays paper.
  values.set([0, 0, 0, 0], (GRID ** 3 - 1) * 4);
  return values;
}

/** Trilinear. */
function interpolate(values: Float64Array, rgb: Uint8Array, from: number, out: Buffer, to: number): void {
  const scale = (GRID - 1) / 255;
  const at = (channel: number): number => (rgb[from + channel] ?? 0) * scale;
  const [r, g, b] = [at(0), at(1), at(2)];
  const [i, j, k] = [cell(r), cell(g), cell(b)];
  const [u, v, w] = [r - i, g - j, b - k];
  for (let ink = 0; ink < 4; ink += 1) {
    let sum = 0;
    for (let corner = 0; corner < 8; corner += 1) {
      const [x, y, z] = [corner >> 2, (corner >> 1) & 1, corner & 1];
      const share = (x === 1 ? u : 1 - u) * (y === 1 ? v : 1 - v) * (z === 1 ? w : 1 - w);
      if (share > 0) sum += share * (values[(((i + x) * GRID + j + y) * GRID + k + z) * 4 + ink] ?? 0);
    }
    out[to + ink] = Math.round(sum * 255);
  }
}

function cell(position: number): number {
  return Math.min(GRID - 2, Math.floor(position));
}
