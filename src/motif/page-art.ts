import { circle, type Drawing, type DrawingOp, rectangle, straight } from '../core/index.ts';
import { accentPaint, type Theme, tokenNumber, tokenNumbers, tokenText } from '../theme/index.ts';
import { flower, foldedPetal, outlinedPetal, petalAxis, themePetal } from './flower.ts';
import { isInPetal, petalReach } from './petal.ts';
import { place } from './place.ts';

/** The cover's art on the whole page and its bleed: the flower, cropped by three edges and by the title band. Lengths in pt. */
export function coverArt(theme: Theme, count: number): Drawing {
  const { width, height } = theme.page;
  const petals = Math.max(3, count);
  const [x = 0, y = 0] = tokenNumbers(theme, 'motif.cover.centre');
  const length = tokenNumber(theme, 'motif.cover.length');
  const turn = clearTurn(theme, petals, { x, y, length });
  const band = tokenNumber(theme, 'motif.cover.band_y');
  const ground = tokenText(theme, 'motif.cover.ground');
  const page = pageArea(theme);
  const ops: DrawingOp[] = [
    { op: 'clip', segments: page },
    { op: 'path', segments: page, fill: ground },
    ...constructionCircles(theme, petals, { x, y, length, turn }),
    ...flower(theme, {
      count,
      x,
      y,
      length,
      gap: tokenNumber(theme, 'motif.cover.gap'),
      turn,
      veins: {
        pitch: tokenNumber(theme, 'motif.veins.pitch.cover'),
        stroke: { paint: ground, width: tokenNumber(theme, 'strokes.vein_cover') },
      },
    }),
    {
      op: 'path',
      segments: rectangle(-theme.page.bleed, band, width + 2 * theme.page.bleed, height - band + theme.page.bleed),
      fill: ground,
    },
    {
      op: 'path',
      segments: straight(-theme.page.bleed, band, width + theme.page.bleed, band),
      stroke: { paint: 'ink', width: tokenNumber(theme, 'strokes.section') },
    },
    { op: 'restore' },
  ];
  return { width, height, ops };
}

/** Steps in which a turn is looked for that leaves the imprint clear, degrees. */
const TURN_STEP = 1;

/**
 * How far the flower of the cover is turned: by the theme's angle, or as little more or less as leaves the imprint's place
 * clear of petals, since text does not stand on them.
 */
function clearTurn(
  theme: Theme,
  count: number,
  at: { readonly x: number; readonly y: number; readonly length: number },
): number {
  const turn = tokenNumber(theme, 'motif.cover.turn_deg');
  const [left = 0, top = 0, width = 0, height = 0] = tokenNumbers(theme, 'motif.cover.clear');
  const shape = themePetal(theme, count, at.length, tokenNumber(theme, 'motif.cover.gap'));
  const dots = [0, 0.5, 1].flatMap((h) =>
    [0, 0.5, 1].map((v) => [left + h * width - at.x, top + v * height - at.y] as const),
  );
  const covers = (angle: number): boolean =>
    Array.from({ length: count }, (_, index) => petalAxis(theme, count, index) + angle).some((degrees) => {
      const axis = (degrees * Math.PI) / 180;
      return dots.some(([dx, dy]) =>
        isInPetal(shape, dx * Math.cos(axis) + dy * Math.sin(axis), dy * Math.cos(axis) - dx * Math.sin(axis)),
      );
    });
  for (let more = 0; more <= 180 / count; more += TURN_STEP) {
    if (!covers(turn + more)) return turn + more;
    if (!covers(turn - more)) return turn - more;
  }
  return turn;
}

/** An opener's art: one petal grows from the left margin on a ground line, its two neighbours are outlines cut at that line. */
export function openerArt(theme: Theme, count: number, accent: number): Drawing {
  const { width, height, bleed } = theme.page;
  const petals = Math.max(3, count);
  const deep = accentPaint(theme, accent, 'deep');
  const mid = accentPaint(theme, accent, 'mid');
  const tint = accentPaint(theme, accent, 'tint');
  const [x = 0, y = 0] = tokenNumbers(theme, 'motif.opener.base_point');
  const axis = tokenNumber(theme, 'motif.opener.axis_deg');
  const line = tokenNumber(theme, 'motif.opener.ground_line_y');
  const length = fittingLength(theme, petals, {
    length: tokenNumber(theme, 'motif.opener.length'),
    axis,
    right: width - tokenNumber(theme, 'motif.opener.inset') - x,
    up: y - tokenNumber(theme, 'motif.opener.inset'),
  });
  const shape = themePetal(theme, petals, length, 0);
  const outline = { paint: mid, width: tokenNumber(theme, 'strokes.neighbour_petal') };
  const sector = 360 / petals;
  const ops: DrawingOp[] = [
    { op: 'clip', segments: pageArea(theme) },
    { op: 'path', segments: pageArea(theme), fill: deep },
    ...outlinedPetal(shape, { x, y, degrees: axis + sector }, outline),
    ...outlinedPetal(shape, { x, y, degrees: axis - sector }, outline),
    ...foldedPetal(
      theme,
      shape,
      { x, y, degrees: axis },
      {
        upper: mid,
        lower: tint,
        veins: {
          pitch: tokenNumber(theme, 'motif.veins.pitch.opener'),
          stroke: { paint: mid, width: tokenNumber(theme, 'strokes.vein_opener') },
        },
      },
    ),
    { op: 'path', segments: rectangle(-bleed, line, width + 2 * bleed, height - line + bleed), fill: deep },
    { op: 'path', segments: straight(-bleed, line, width + bleed, line), stroke: outline },
    { op: 'restore' },
  ];
  return { width, height, ops };
}

/** The length at which a petal of any width stays within the room right of and above its foot; at most the theme's own. */
export function fittingLength(
  theme: Theme,
  count: number,
  room: { readonly length: number; readonly axis: number; readonly right: number; readonly up: number },
): number {
  const unit = themePetal(theme, count, 1, 0);
  const right = petalReach(unit, -room.axis);
  const up = petalReach(unit, -90 - room.axis);
  return Math.min(room.length, room.right / right, room.up / up);
}

function pageArea(theme: Theme): ReturnType<typeof rectangle> {
  const { width, height, bleed } = theme.page;
  return rectangle(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed);
}

/** The circles that the arcs of the petals lie on, faint, as a drawing board shows them. */
function constructionCircles(
  theme: Theme,
  count: number,
  at: { readonly x: number; readonly y: number; readonly length: number; readonly turn: number },
): readonly DrawingOp[] {
  const shape = themePetal(theme, count, at.length, at.length * tokenNumber(theme, 'motif.gap'));
  const stroke = {
    paint: tokenText(theme, 'motif.cover.circles'),
    width: tokenNumber(theme, 'strokes.construction'),
  };
  return Array.from({ length: count }, (_, index) => index).flatMap((index) =>
    [1, -1].map(
      (side): DrawingOp => ({
        op: 'path',
        segments: place(circle(shape.centre[0], side * shape.centre[1], shape.radius), {
          x: at.x,
          y: at.y,
          degrees: petalAxis(theme, count, index) + at.turn,
        }),
        stroke,
      }),
    ),
  );
}
