/** CIE L*a*b*, relative to D50. */
export type Lab = readonly [number, number, number];
/** CIE XYZ, 1 for white. */
export type Xyz = readonly [number, number, number];

/** D50, the white of the connection space. */
export const D50: Xyz = [0.9642, 1, 0.8249];

const EPSILON = 216 / 24389;
const KAPPA = 24389 / 27;

/** Source: ISO 11664-4. */
export function xyzOfLab([l, a, b]: Lab): Xyz {
  const fy = (l + 16) / 116;
  const inverse = (f: number): number => (f ** 3 > EPSILON ? f ** 3 : (116 * f - 16) / KAPPA);
  return [inverse(fy + a / 500) * D50[0], inverse(fy) * D50[1], inverse(fy - b / 200) * D50[2]];
}

export function labOfXyz([x, y, z]: Xyz): Lab {
  const f = (t: number): number => (t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116);
  const [fx, fy, fz] = [f(x / D50[0]), f(y / D50[1]), f(z / D50[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** Of an 8-bit sRGB colour, adapted to D50. Source: IEC 61966-2-1. */
export function labOfRgb([r, g, b]: readonly [number, number, number]): Lab {
  const [R, G, B] = [linear(r), linear(g), linear(b)];
  return labOfXyz([
    0.43607 * R + 0.38515 * G + 0.14307 * B,
    0.22249 * R + 0.71687 * G + 0.06061 * B,
    0.01392 * R + 0.09708 * G + 0.7141 * B,
  ]);
}

function linear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
