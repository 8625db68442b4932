import type { CalledFigure } from './call-edition.ts';
import type { Rect } from './chart-shapes.ts';

/** A value axis as the page shows it: lines of its grid with the numbers that stand at their ends. */
export interface ChartAxis {
  /** Where a value is on the page, pt. */
  readonly at: (value: number) => number;
  /** The value at a place. */
  readonly valueAt: (place: number) => number;
  /** Undefined where the grid holds zero; else the value that it begins at. */
  readonly begins: number | undefined;
}

/** How far the middle of a tick’s text may stand from its line, pt: two languages stand over and under it. */
const BESIDE = 9;
/** How far a line of the grid may stand from where its number has it, pt. */
const NEAR = 0.4;

interface Tick {
  readonly place: number;
  readonly value: number;
}

/**
 * Reads an axis from the grid and the figures of a drawing. Undefined where fewer than two lines have numbers on one scale, or
 * as many lines are off it as on it.
 * @param upright  the axis runs from bottom to top, and its lines across
 */
export function readAxis(
  lines: readonly Rect[],
  figures: readonly CalledFigure[],
  upright: boolean,
): ChartAxis | undefined {
  const places = [...new Set(lines.map(({ left, top }) => Math.round((upright ? top : left) * 20) / 20))];
  const ends = {
    left: Math.min(...lines.map(({ left }) => left)),
    bottom: Math.max(...lines.map(({ bottom }) => bottom)),
  };
  const ticks = places.flatMap((place) =>
    figures.flatMap(({ figure, boxes }): Tick[] => {
      const box = boxes[0];
      const number = figure.number ?? (figure.kind === 'period' && figure.unit === '' ? figure.value : undefined);
      if (box === undefined || number === undefined) return [];
      const middle = upright ? box.y + box.height / 2 : box.x + box.width / 2;
      const outside = upright ? box.x + box.width < ends.left + 2 : box.y + box.height / 2 > ends.bottom;
      return outside && Math.abs(middle - place) < BESIDE ? [{ place, value: Number(number) }] : [];
    }),
  );
  const best = scaleOf(ticks);
  if (best === undefined) return undefined;
  const { slope, zero } = best;
  const on = places.filter((place) => ticks.some((tick) => tick.place === place && isOn(tick, best)));
  if (on.length < 2 || on.length * 2 <= places.length) return undefined;
  const valueAt = (place: number): number => (place - zero) / slope;
  const hasZero = zero > Math.min(...places) - NEAR && zero < Math.max(...places) + NEAR;
  const nearest = places.map(valueAt).sort((a, b) => Math.abs(a) - Math.abs(b))[0];
  return { at: (value) => zero + value * slope, valueAt, begins: hasZero ? undefined : nearest };
}

interface Scale {
  /** pt for one unit, and the place of zero. */
  readonly slope: number;
  readonly zero: number;
}

function isOn({ place, value }: Tick, { slope, zero }: Scale): boolean {
  return Math.abs(zero + value * slope - place) < NEAR;
}

/** The scale that most ticks keep to, the first numbers of each line before those of a second language. */
function scaleOf(ticks: readonly Tick[]): Scale | undefined {
  let best: Scale | undefined;
  let most = 1;
  for (const [index, a] of ticks.entries()) {
    for (const b of ticks.slice(index + 1)) {
      if (a.place === b.place || a.value === b.value) continue;
      const slope = (b.place - a.place) / (b.value - a.value);
      const scale = { slope, zero: a.place - a.value * slope };
      const count = new Set(ticks.filter((tick) => isOn(tick, scale)).map(({ place }) => place)).size;
      if (count > most) [best, most] = [scale, count];
    }
  }
  return best;
}
