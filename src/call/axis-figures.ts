import { Decimal } from '../core/index.ts';
import type { CalledFigure } from './call-edition.ts';
import type { ChartShapes, Rect } from './chart-shapes.ts';
import { plainAccount } from './expected-text.ts';

/** How far a tick may stand from its place on the scale, pt. */
const NEAR = 1.2;

/**
 * Finds the ticks of axes among the figures of drawings that nothing answers for: figures in one column or row beside the
 * grid of one drawing whose values go with their places. A tick that breaks the scale stays unanswered.
 * @param gridOf  the grid of the drawing that a figure stands in
 */
export function axisFigures(
  figures: readonly CalledFigure[],
  gridOf: (figure: CalledFigure) => Pick<ChartShapes, 'across' | 'upright'>,
): readonly CalledFigure[] {
  const ticks = new Set<CalledFigure>();
  const drawings = new Map<string, CalledFigure[]>();
  for (const one of figures) {
    const { piece, figure, boxes } = one;
    if (piece.kind !== 'drawing' || figure.number === undefined || boxes[0] === undefined) continue;
    const key = `${boxes[0].page}|${piece.origin ?? ''}`;
    const list = drawings.get(key) ?? [];
    list.push(one);
    drawings.set(key, list);
  }
  for (const list of drawings.values()) {
    const [first] = list;
    if (first === undefined || !list.some(({ account }) => account === undefined)) continue;
    const grid = gridOf(first);
    for (const across of [false, true]) {
      const beside = list.filter((one) => isBesideGrid(one, across ? grid.upright : grid.across, across));
      for (const row of lines(beside, across)) for (const tick of ticksOf(row, across)) ticks.add(tick);
    }
    for (const base of list) if (base.account === undefined && !ticks.has(base) && isBase(base, list)) ticks.add(base);
  }
  return figures.map((one) =>
    one.account === undefined && ticks.has(one)
      ? { ...one, account: plainAccount('axis', 'axis', one.piece.origin ?? '') }
      : one,
  );
}

/** Ticks stand left of the lines that run across, and under the upright ones. */
function isBesideGrid({ boxes: [box] }: CalledFigure, lines: readonly Rect[], across: boolean): boolean {
  if (box === undefined || lines.length === 0) return false;
  if (across) return box.y + box.height / 2 > Math.max(...lines.map(({ bottom }) => bottom));
  return box.x + box.width < Math.min(...lines.map(({ left }) => left)) + 2;
}

/** How far the base of an axis may stand from where the labels of the values put it, since labels stand over their points, pt. */
const LABEL_HEIGHT = 16;

/** An axis that does not begin at zero prints where it begins: smaller than its values, below them, where they would have it. */
function isBase(base: CalledFigure, list: readonly CalledFigure[]): boolean {
  const values = list.filter(({ account }) => account?.kind === 'value').sort((a, b) => sizeOf(a) - sizeOf(b));
  const [low, high] = [values[0], values.at(-1)];
  if (low === undefined || high === undefined || sizeOf(base) >= sizeOf(low)) return false;
  if (values.some((value) => heightOf(base) > 0.97 * heightOf(value))) return false;
  const [bottom, top] = [edge(low, 'y'), edge(high, 'y')];
  if (sizeOf(high) === sizeOf(low)) return edge(base, 'y') > bottom;
  const slope = (top - bottom) / (sizeOf(high) - sizeOf(low));
  return Math.abs(bottom + (sizeOf(base) - sizeOf(low)) * slope - edge(base, 'y')) < LABEL_HEIGHT;
}

function heightOf({ boxes }: CalledFigure): number {
  return boxes[0]?.height ?? 0;
}

function sizeOf({ figure }: CalledFigure): number {
  return new Decimal(figure.number ?? 0).toNumber();
}

/** Figures that stand in one row, or end or begin in one column. */
function lines(list: readonly CalledFigure[], across: boolean): readonly (readonly CalledFigure[])[] {
  const places = across
    ? [(one: CalledFigure) => edge(one, 'y')]
    : [(one: CalledFigure) => edge(one, 'right'), (one: CalledFigure) => edge(one, 'x')];
  return places.flatMap((place) =>
    list
      .map((one) => list.filter((other) => Math.abs(place(one) - place(other)) < NEAR))
      .filter((row) => row.length > 2),
  );
}

function edge({ boxes }: CalledFigure, side: 'x' | 'y' | 'right'): number {
  const box = boxes[0];
  if (box === undefined) return 0;
  return side === 'x' ? box.x : side === 'y' ? box.y : box.x + box.width;
}

/** Every scale of a row: the largest first, then those of the figures that are left, as of a second language. */
function ticksOf(row: readonly CalledFigure[], across: boolean): readonly CalledFigure[] {
  const scale = onScale(row, across);
  if (scale.length === 0) return [];
  const rest = row.filter((one) => !scale.includes(one) || sizeOf(one) === 0);
  return rest.length < row.length ? [...scale, ...ticksOf(rest, across)] : scale;
}

/** How far a zero may stand from its place: two languages share it, and it stands between theirs, pt. */
const ZERO_NEAR = 5;

/** The largest set of at least three figures whose values are linear in their places. */
function onScale(row: readonly CalledFigure[], across: boolean): readonly CalledFigure[] {
  const at = (one: CalledFigure): number => {
    const box = one.boxes[0];
    if (box === undefined) return 0;
    return across ? box.x + box.width / 2 : box.y + box.height / 2;
  };
  let best: readonly CalledFigure[] = [];
  for (const [i, a] of row.entries()) {
    for (const b of row.slice(i + 1)) {
      const slope = (at(b) - at(a)) / (sizeOf(b) - sizeOf(a));
      if (!Number.isFinite(slope) || Math.abs(slope) < 1e-9 || sizeOf(a) === 0) continue;
      const along = row.filter((one) => {
        const gap = Math.abs(at(a) + (sizeOf(one) - sizeOf(a)) * slope - at(one));
        return gap < (sizeOf(one) === 0 ? ZERO_NEAR : NEAR);
      });
      if (along.length > 2 && along.length > best.length) best = along;
    }
  }
  return best;
}
