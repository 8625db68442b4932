import { type Drawing, type DrawingOp, straight } from '../core/index.ts';
import { type Theme, tokenNumber, tokenNumbers } from '../theme/index.ts';
import { accentFold, flower, foldedPetal, themePetal } from './flower.ts';
import { glyphArt, thumbArt } from './furniture.ts';
import { coverArt, fittingLength, openerArt } from './page-art.ts';
import { petalReach } from './petal.ts';

/** The forms that the theme figure takes; `cover` and `opener` cover the whole page, the others stand where they are placed. */
export const MOTIF_KINDS = [
  'cover',
  'opener',
  'flower',
  'contents',
  'petal',
  'leaf',
  'glyph',
  'row',
  'thumbs',
  'thumbs-dark',
] as const;

export type MotifKind = (typeof MOTIF_KINDS)[number];

/** What a motif shows. */
export interface MotifOptions {
  /** Accents of the report: petals of the flower, tabs of the thumb index. */
  readonly count: number;
  /** The accent in force, from 1; 0 or absent for none. */
  readonly accent?: number;
  /** pt; the room that a row of petals has. */
  readonly width?: number;
  /** Which page the furniture stands on; right unless said otherwise. */
  readonly side?: 'recto' | 'verso';
}

/**
 * Draws the theme figure: a flower with one petal an accent, each folded along its midrib, one half flat and the other
 * veined. Colours are the theme's; geometry is computed for 3 to 9 petals. Lengths in pt.
 */
export function drawMotif(kind: MotifKind, options: MotifOptions, theme: Theme): Drawing {
  const accent = options.accent ?? 0;
  const side = options.side ?? 'recto';
  switch (kind) {
    case 'cover':
      return coverArt(theme, options.count);
    case 'opener':
      return openerArt(theme, options.count, accent);
    case 'glyph':
      return glyphArt(theme, options.count, accent);
    case 'thumbs':
    case 'thumbs-dark':
      return thumbArt(theme, { count: options.count, accent, side, dark: kind === 'thumbs-dark' });
    case 'flower':
    case 'contents':
      return contentsFlower(theme, options.count);
    case 'petal':
      return textPetal(theme, options.count, accent);
    case 'leaf':
      return leaf(theme, options.count, accent);
    case 'row':
      return petalRow(theme, options.count, options.width ?? tokenNumber(theme, 'grid.text_width'));
  }
}

/** The petals of one accent standing at a point, for marks in charts and keys. Degrees clockwise from +x; pt. */
export function petalMark(
  theme: Theme,
  mark: {
    readonly count: number;
    readonly accent: number;
    readonly length: number;
    readonly x: number;
    readonly y: number;
    readonly degrees: number;
  },
): readonly DrawingOp[] {
  const shape = themePetal(theme, mark.count, mark.length, 0);
  return foldedPetal(theme, shape, { x: mark.x, y: mark.y, degrees: mark.degrees }, accentFold(theme, mark.accent));
}

function contentsFlower(theme: Theme, count: number): Drawing {
  const size = tokenNumber(theme, 'motif.contents.size');
  const ops = flower(theme, {
    count,
    x: size / 2,
    y: size / 2,
    length: tokenNumber(theme, 'motif.contents.length'),
    gap: tokenNumber(theme, 'motif.contents.gap'),
    veins: {
      pitch: tokenNumber(theme, 'motif.veins.pitch.contents'),
      stroke: { paint: 'white', width: tokenNumber(theme, 'strokes.vein_contents') },
    },
  });
  return { width: size, height: size, ops };
}

function textPetal(theme: Theme, count: number, accent: number): Drawing {
  const width = tokenNumber(theme, 'motif.text_page.width');
  const height = tokenNumber(theme, 'motif.text_page.height');
  const [x = 0, y = 0] = tokenNumbers(theme, 'motif.text_page.base_point');
  const axis = tokenNumber(theme, 'motif.text_page.axis_deg');
  const length = fittingLength(theme, count, {
    length: tokenNumber(theme, 'motif.text_page.length'),
    axis,
    right: width - x,
    up: y,
  });
  const at = { x, y, degrees: axis };
  return { width, height, ops: foldedPetal(theme, themePetal(theme, count, length, 0), at, accentFold(theme, accent)) };
}

function leaf(theme: Theme, count: number, accent: number): Drawing {
  const size = tokenNumber(theme, 'motif.leaf.size');
  const room = size / 2 - 1;
  const unit = themePetal(theme, count, 1, 0);
  const length = Math.min(tokenNumber(theme, 'motif.leaf.length'), room / petalReach(unit, 90));
  const shape = themePetal(theme, count, length, tokenNumber(theme, 'motif.leaf.gap'));
  const at = { x: tokenNumber(theme, 'motif.leaf.foot'), y: size / 2, degrees: 0 };
  return { width: size, height: size, ops: foldedPetal(theme, shape, at, accentFold(theme, accent)) };
}

function petalRow(theme: Theme, count: number, width: number): Drawing {
  const height = tokenNumber(theme, 'motif.row.height');
  const length = tokenNumber(theme, 'motif.row.length');
  const line = tokenNumber(theme, 'motif.row.ground_line_y');
  const halfWidth = petalReach(themePetal(theme, count, length, 0), 90);
  const inset = Math.max(tokenNumber(theme, 'motif.row.inset'), halfWidth);
  const step = count > 1 ? (width - 2 * inset) / (count - 1) : 0;
  const petals = Array.from({ length: count }, (_, index) => index).flatMap((index) =>
    petalMark(theme, { count, accent: index + 1, length, x: inset + index * step, y: line - 0.5, degrees: -90 }),
  );
  const ground: DrawingOp = {
    op: 'path',
    segments: straight(0, line, width, line),
    stroke: { paint: 'ink', width: tokenNumber(theme, 'strokes.section') },
  };
  return { width, height, ops: [...petals, ground] };
}
