import { type Lang, langsOf, type OriginId } from '../core/index.ts';
import type { FinishedPages } from '../inspect/index.ts';
import type { CallContext } from './call-context.ts';
import type { CalledFigure } from './call-edition.ts';
import { type ChartShapes, chartShapes } from './chart-shapes.ts';
import type { EditionPlaces, PlaceBox } from './places.ts';

/** A drawing with what its page shows of it. */
export interface DrawnPlace {
  readonly place: PlaceBox;
  /** Label of the page. */
  readonly page: string;
  readonly shapes: ChartShapes;
  /** Those printed in it. */
  readonly figures: readonly CalledFigure[];
  readonly lang: Lang;
  readonly context: CallContext;
}

/** The drawings of an edition that come from some of its blocks, each with its block, in the order of the pages. */
export function drawnPlaces<T>(
  pdf: FinishedPages,
  places: EditionPlaces,
  context: CallContext,
  figures: readonly CalledFigure[],
  blocks: ReadonlyMap<OriginId, T>,
): readonly (readonly [T, DrawnPlace])[] {
  const lang = langsOf(places.edition)[0] ?? 'zh';
  return places.boxes.flatMap((place) => {
    const block = place.kind === 'drawing' ? blocks.get(place.origin) : undefined;
    if (block === undefined) return [];
    const page = pdf.pages[place.page];
    const shapes = chartShapes(pdf.shapes, place, page?.height ?? 0);
    const own = figures.filter(({ piece, boxes }) => piece.origin === place.origin && boxes[0]?.page === place.page);
    const drawn = { place, page: page?.label ?? String(place.page + 1), shapes, figures: own, lang, context };
    return [[block, drawn] as const];
  });
}
