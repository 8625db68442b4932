import type { Report, Tile } from '../content/types.ts';
import type { OriginId } from '../core/index.ts';
import type { FinishedPages } from '../inspect/index.ts';
import type { CallContext } from './call-context.ts';
import type { CalledFigure } from './call-edition.ts';
import type { ChartShapes, Rect } from './chart-shapes.ts';
import { type DrawnPlace, drawnPlaces } from './drawn-places.ts';
import { type ChartSlip, roundly } from './measure-bars.ts';
import type { EditionPlaces, PlaceBox } from './places.ts';

/** A mini chart of a tile that draws something else than its values. */
export interface TileFault extends ChartSlip {
  readonly metric: string;
  readonly origin: OriginId;
  /** Label of the page. */
  readonly page: string;
}

/** The mini charts of an edition, measured. */
export interface MeasuredTiles {
  readonly measured: number;
  readonly faults: readonly TileFault[];
}

/** Periods that a mini chart shows. */
const PERIODS = 3;
/** How far a bar or dot may end from its value, and a bar begin from the line at zero, pt. */
const NEAR = 0.8;
const BASE_NEAR = 1.2;
/** The line at zero runs through nearly all of the drawing. */
const BASE = 0.9;

/**
 * Measures the mini charts of metric tiles. They have no axis: bars stand on a line at zero, and dots of an index over one whose
 * value is printed at its end, so that their heights have to go with their values.
 */
export function measureTiles(
  pdf: FinishedPages,
  places: EditionPlaces,
  context: CallContext,
  figures: readonly CalledFigure[],
): MeasuredTiles {
  const tiles = new Map(
    [...context.report.blocks.values()].flatMap((block) =>
      block.type === 'kpi_grid'
        ? block.tiles.filter(({ show }) => show.includes('trend')).map((tile) => [tile.origin, tile] as const)
        : [],
    ),
  );
  const results = drawnPlaces(pdf, places, context, figures, tiles).map(([tile, drawn]) => ({
    tile,
    page: drawn.page,
    slips: slipsOf({ ...drawn, tile }),
  }));
  return {
    measured: results.length,
    faults: results.flatMap(({ tile: { metric, origin }, page, slips }) =>
      slips.map((slip) => ({ ...slip, metric, origin, page })),
    ),
  };
}

interface DrawnTile extends DrawnPlace {
  readonly tile: Tile;
}

/** A value with the height on the page that it is drawn at; pt from the page’s top. */
interface Level {
  readonly key: string;
  readonly value: number;
  readonly at: number;
}

function slipsOf({ tile, place, shapes, figures, lang, context }: DrawnTile): readonly ChartSlip[] {
  const { report, book } = context;
  const periods = periodsOf(report, tile.period ?? report.period);
  const values = book.series(tile.metric, periods, lang).points.map(({ period, display }) => ({
    key: `${tile.metric}@${period.id}`,
    value: display === null ? undefined : Number(display),
  }));
  const base = shapes.across.find(({ left, right }) => right - left > BASE * place.width);
  const isIndex = shapes.dots.length > 0;
  const shown = values.filter(({ value }) => value !== undefined && (isIndex || value !== 0));
  if (base === undefined)
    return shown.length === 0 ? [] : [{ what: 'draws no line to begin at', expected: '0', found: 'nothing' }];
  const ends = isIndex ? dotEnds(shapes, place, values.length) : barEnds(shapes.bars, base.top, place, values.length);
  const levels = values.flatMap(({ key, value }, index): Level[] => {
    const at = ends.get(index);
    return value === undefined || at === undefined ? [] : [{ key, value, at }];
  });
  const missing = values.flatMap(({ key, value }, index): ChartSlip[] =>
    value === undefined || (value === 0 && !isIndex) || ends.has(index)
      ? []
      : [{ what: `draws nothing for ${key} (${value})`, expected: String(value), found: 'nothing' }],
  );
  const begins = isIndex ? floorOf(figures, place, base.top) : 0;
  return [...missing, ...unscaled(levels, begins === undefined ? undefined : { key: '', value: begins, at: base.top })];
}

/** The last periods of one kind up to the one that the tile is of. */
function periodsOf(report: Report, period: string): readonly string[] {
  const kind = report.periods.find(({ id }) => id === period)?.kind;
  const same = report.periods.filter((one) => one.kind === kind).map(({ id }) => id);
  return same.slice(0, same.indexOf(period) + 1).slice(-PERIODS);
}

/** The far end of each bar that stands on the line, or hangs from it, by its column. */
function barEnds(bars: readonly Rect[], zero: number, place: PlaceBox, columns: number): ReadonlyMap<number, number> {
  const standing = bars.flatMap(({ left, right, top, bottom }) => {
    const end = Math.abs(bottom - zero) < BASE_NEAR ? top : Math.abs(top - zero) < BASE_NEAR ? bottom : undefined;
    return end === undefined ? [] : [{ middle: (left + right) / 2, end }];
  });
  return new Map(standing.map(({ middle, end }) => [columnAt(middle, place, columns), end]));
}

function dotEnds({ dots }: ChartShapes, place: PlaceBox, columns: number): ReadonlyMap<number, number> {
  return new Map(dots.map(([x, y]) => [columnAt(x, place, columns), y]));
}

/** Columns share the width of the drawing evenly. */
function columnAt(middle: number, place: PlaceBox, columns: number): number {
  return Math.min(columns - 1, Math.floor(((middle - place.x) / place.width) * columns));
}

/** What dots are drawn from: the number at the left end of their line. */
function floorOf(figures: readonly CalledFigure[], place: PlaceBox, base: number): number | undefined {
  const found = figures.find(({ boxes: [box] }) => {
    const bottom = (box?.y ?? 0) + (box?.height ?? 0);
    return box !== undefined && box.x - place.x < 2 && Math.abs(bottom - base) < box.height;
  });
  return found?.figure.number === undefined ? undefined : Number(found.figure.number);
}

/** The marks that are off the scale that most of them keep to, of two scales the one of the greater value. */
function unscaled(levels: readonly Level[], begins: Level | undefined): readonly ChartSlip[] {
  const sorted = levels.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const points = begins === undefined ? sorted : [begins, ...sorted];
  let best: ((value: number) => number) | undefined;
  let back: (at: number) => number = () => Number.NaN;
  let most = 0;
  for (const [index, a] of points.entries()) {
    for (const b of points.slice(index + 1)) {
      if (a.value === b.value) continue;
      const slope = (b.at - a.at) / (b.value - a.value);
      const at = (value: number): number => a.at + (value - a.value) * slope;
      const count = points.filter((one) => Math.abs(at(one.value) - one.at) < NEAR).length;
      if (count <= most) continue;
      [best, most] = [at, count];
      back = (place) => a.value + (place - a.at) / slope;
    }
  }
  if (best === undefined) return [];
  const scale = best;
  return levels.flatMap(({ key, value, at }): ChartSlip[] => {
    if (Math.abs(scale(value) - at) < NEAR) return [];
    const found = roundly(back(at));
    return [{ what: `draws ${key} (${value}) as ${found}`, expected: String(value), found }];
  });
}
