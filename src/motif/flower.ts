import type { DrawingOp, Paint, Stroke } from '../core/index.ts';
import { accentPaint, type Theme, tokenNumber } from '../theme/index.ts';
import { midrib, type Petal, petal, petalHalf, petalOutline } from './petal.ts';
import { type Placement, place } from './place.ts';
import { veins } from './vein.ts';

/** The petal of a flower of `count`, by the theme's proportions; pt. */
export function themePetal(theme: Theme, count: number, length: number, gap: number): Petal {
  return petal({ count, length, gap, straight: tokenNumber(theme, 'motif.straight_part') });
}

/** Where the axis of a petal points, degrees clockwise from +x; petals count from 0. */
export function petalAxis(theme: Theme, count: number, index: number): number {
  return tokenNumber(theme, 'motif.first_axis_deg') + (index * 360) / Math.max(3, count);
}

/** How the two halves of a petal are filled, and its veins. */
export interface Fold {
  readonly upper: Paint;
  readonly lower: Paint;
  readonly veins?: { readonly pitch: number; readonly stroke: Stroke };
}

/** The usual fold of an accent: one half mid, the other deep. */
export function accentFold(theme: Theme, accent: number): Fold {
  return { upper: accentPaint(theme, accent, 'mid'), lower: accentPaint(theme, accent, 'deep') };
}

/** One folded petal. */
export function foldedPetal(theme: Theme, shape: Petal, at: Placement, fold: Fold): readonly DrawingOp[] {
  const ops: DrawingOp[] = [
    { op: 'path', segments: place(petalHalf(shape, 1), at), fill: fold.upper },
    { op: 'path', segments: place(petalHalf(shape, -1), at), fill: fold.lower },
  ];
  if (fold.veins !== undefined) {
    const lines = veins(shape, { pitch: fold.veins.pitch, degrees: tokenNumber(theme, 'motif.veins.angle_deg') });
    ops.push({ op: 'path', segments: place(lines, at), stroke: fold.veins.stroke });
  }
  return ops;
}

/** A petal as an outline with its midrib. */
export function outlinedPetal(shape: Petal, at: Placement, stroke: Stroke): readonly DrawingOp[] {
  return [
    { op: 'path', segments: place(petalOutline(shape), at), stroke },
    { op: 'path', segments: place(midrib(shape), at), stroke },
  ];
}

/** A whole flower. `turn` is added to every axis, degrees; the accents go round clockwise from the first. */
export function flower(
  theme: Theme,
  input: {
    readonly count: number;
    readonly x: number;
    readonly y: number;
    readonly length: number;
    readonly gap: number;
    readonly turn?: number;
    readonly veins?: Fold['veins'];
  },
): readonly DrawingOp[] {
  const count = Math.max(3, input.count);
  const shape = themePetal(theme, count, input.length, input.gap);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    // A flower has at least three petals: the ones past the report's accents stay neutral.
    const fold = accentFold(theme, index < input.count ? index + 1 : 0);
    const at = { x: input.x, y: input.y, degrees: petalAxis(theme, count, index) + (input.turn ?? 0) };
    return foldedPetal(theme, shape, at, input.veins === undefined ? fold : { ...fold, veins: input.veins });
  });
}
