import type { Lang } from './locale.ts';
import type { Matrix } from './matrix.ts';

/** A colour by its name in the theme (`ink`, `accent.1.deep`, `white`), so that one drawing serves screen and print. */
export type Paint = string;

/** A font by family role of the theme, weight and slope. */
export interface FontStyle {
  readonly family: 'sans' | 'serif';
  readonly weight: 300 | 400 | 600;
  readonly italic?: boolean;
}

/** Path segments in pt, origin at the drawing's top left, y down. */
export type Segment =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface Stroke {
  readonly paint: Paint;
  /** pt */
  readonly width: number;
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round' | 'square';
  readonly join?: 'miter' | 'round' | 'bevel';
}

/** Fills, strokes, or both, fill first. */
export interface PathOp {
  readonly op: 'path';
  readonly segments: readonly Segment[];
  readonly fill?: Paint;
  readonly stroke?: Stroke;
  /** Even-odd filling instead of non-zero. */
  readonly evenOdd?: boolean;
}

/** One line of text. `y` is the baseline; `align` says which end of the text stands at `x`. */
export interface TextOp {
  readonly op: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font: FontStyle;
  readonly paint: Paint;
  readonly lang: Lang;
  readonly align: 'start' | 'middle' | 'end';
  /** Degrees, clockwise, about (x, y). */
  readonly rotate?: number;
  /** pt added after each character. */
  readonly tracking?: number;
}

/** Everything until the matching `restore` is clipped to the path. */
export interface ClipOp {
  readonly op: 'clip';
  readonly segments: readonly Segment[];
}

export interface RestoreOp {
  readonly op: 'restore';
}

/** Everything until the matching `restore` is transformed by the matrix (a b c d e f), in the drawing's own axes (y down). */
export interface TransformOp {
  readonly op: 'transform';
  readonly matrix: Matrix;
}

export type DrawingOp = PathOp | TextOp | ClipOp | TransformOp | RestoreOp;

/** A picture as a list of operations, in pt. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly ops: readonly DrawingOp[];
}
