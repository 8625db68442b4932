import type { Font } from '../font/font.ts';
import { type ColourSpace, GRAY } from './colour.ts';
import type { Paint } from './item.ts';
import { IDENTITY, type Matrix } from './matrix.ts';

/** What `q` saves and `Q` brings back. */
export interface GraphicsState {
  matrix: Matrix;
  /** Replaced as a whole, since items keep them. */
  fill: Paint;
  stroke: Paint;
  transparent: boolean;
  font: Font | undefined;
  size: number;
  characterSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

const BLACK: Paint = { space: GRAY, parts: [0], overprint: false, overprintMode: 0 };

export function initialState(matrix: Matrix = IDENTITY): GraphicsState {
  return {
    matrix,
    fill: BLACK,
    stroke: BLACK,
    transparent: false,
    font: undefined,
    size: 0,
    characterSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

/** Values that a space begins with. Source: ISO 32000-1 table 74. */
export function initialParts(space: ColourSpace): readonly number[] {
  if (space.family === 'DeviceCMYK') return [0, 0, 0, 1];
  if (space.family === 'Separation' || space.family === 'DeviceN') return space.colorants.map(() => 1);
  return Array.from({ length: space.components }, () => 0);
}
