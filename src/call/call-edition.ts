import type { Label } from '../content/types.ts';
import { type Edition, langsOf, type OriginId } from '../core/index.ts';
import type { FinishedPages } from '../inspect/index.ts';
import { type Account, type Expected, isSame } from './account.ts';
import { axisFigures } from './axis-figures.ts';
import type { CallContext } from './call-context.ts';
import { type ChartShapes, chartShapes } from './chart-shapes.ts';
import { type Offers, openOffers, type PlaceOffer } from './expected-place.ts';
import { plainAccount } from './expected-text.ts';
import type { FoundFigure } from './figure.ts';
import { type MeasuredCharts, measureCharts } from './measure-charts.ts';
import { type MeasuredTiles, measureTiles } from './measure-tiles.ts';
import { type NamedTexts, namedTexts } from './named-texts.ts';
import { boxesOf, type PageBox, type TextPiece } from './page-piece.ts';
import { placedPieces } from './placed-pieces.ts';
import type { EditionPlaces } from './places.ts';

/** A figure found on a finished page, with what answers for it. */
export interface CalledFigure {
  readonly figure: FoundFigure;
  readonly piece: TextPiece;
  readonly boxes: readonly PageBox[];
  /** Label of the page, as readers see it. */
  readonly page: string;
  /** Nothing answers for it when there is none. */
  readonly account: Account | undefined;
}

/** A figure that the content asks for and its page does not print. */
export interface UnprintedFigure {
  readonly expected: Expected;
  readonly origin: OriginId;
  /** Label of the page that its text stands on. */
  readonly page: string;
}

/** What the design prints beside the content: the threshold of a matrix, the names of goals. */
export interface FixedTexts {
  readonly expected: readonly Expected[];
  readonly labels: readonly Label[];
}

/** One edition, called. */
export interface CalledEdition {
  readonly edition: Edition;
  readonly pages: number;
  readonly figures: readonly CalledFigure[];
  readonly unprinted: readonly UnprintedFigure[];
  readonly charts: MeasuredCharts;
  readonly tiles: MeasuredTiles;
}

/**
 * Calls every figure of one finished edition: reads it back from the pages and looks up what answers for it at its place, and
 * measures what its charts draw.
 * @param pdf     the file, read back
 * @param places  where its build placed each text and drawing
 * @param fixed   what the design prints
 */
export function callEdition(
  pdf: FinishedPages,
  places: EditionPlaces,
  context: CallContext,
  fixed: FixedTexts = { expected: [], labels: [] },
): CalledEdition {
  const offers = openOffers(context, langsOf(places.edition));
  const names = namedTexts(context, fixed.labels);
  const pieces = placedPieces(pdf, places.boxes);
  const label = (page: number): string => pdf.pages[page]?.label ?? String(page + 1);
  const printed = new Map<OriginId, Set<Expected>>();
  const origins = originsOf(pieces);
  const marks = marksOf(pieces);
  const around = {
    pdf,
    context,
    offers,
    names,
    fixed: fixed.expected,
    printed,
    origins,
    marks,
    counted: new Set<number>(),
  };
  const figures = pieces.flatMap((piece) => {
    const called = callPiece(piece, around);
    return called.map(({ figure, account }): CalledFigure => {
      const boxes = boxesOf(piece, figure.start, figure.end);
      return { figure, piece, boxes, page: label(boxes[0]?.page ?? piece.page), account };
    });
  });
  const known = axisFigures(figures, ({ piece, boxes }) => gridOf(piece, boxes[0]?.page ?? piece.page, pdf, places));
  return {
    edition: places.edition,
    pages: pdf.pages.length,
    figures: known,
    unprinted: unprintedFigures(pieces, offers, printed, label),
    charts: measureCharts(pdf, places, context, known),
    tiles: measureTiles(pdf, places, context, known),
  };
}

/** The lines of the grid of a drawing; none outside one. */
function gridOf({ origin }: TextPiece, page: number, pdf: FinishedPages, { boxes }: EditionPlaces): ChartGrid {
  const place = boxes.find((one) => one.kind === 'drawing' && one.page === page && one.origin === origin);
  return place === undefined ? NO_GRID : chartShapes(pdf.shapes, place, pdf.pages[page]?.height ?? 0);
}

type ChartGrid = Pick<ChartShapes, 'across' | 'upright'>;
const NO_GRID: ChartGrid = { across: [], upright: [] };

interface PieceContext {
  readonly pdf: Pick<FinishedPages, 'pages'>;
  readonly context: CallContext;
  readonly offers: Offers;
  readonly names: NamedTexts;
  readonly fixed: readonly Expected[];
  readonly printed: Map<OriginId, Set<Expected>>;
  /** By page. */
  readonly origins: ReadonlyMap<number, ReadonlySet<OriginId>>;
  readonly marks: ReadonlyMap<string, ReadonlySet<string>>;
  /** Running numbers of the layout that were met since its last 1. */
  readonly counted: Set<number>;
}

interface Found {
  readonly figure: FoundFigure;
  readonly account: Account | undefined;
}

function callPiece(piece: TextPiece, around: PieceContext): readonly Found[] {
  const offer = offerFor(piece, around);
  const used = new Set<Expected>();
  const found = around.context.read(piece.text).map((figure): Found => {
    // A page’s number may be a figure of the report by chance: where a link leads is surer.
    const page = offer.exact ? undefined : pageNumber(figure, piece, around.pdf);
    const match = offer.expected.find(
      (one) => !(offer.exact && (used.has(one) || isTurned(figure, one.figure))) && isSame(figure, one),
    );
    if (page === undefined && match !== undefined) used.add(match);
    const account = page ?? match?.account ?? otherwise(figure, piece, around);
    if (account !== undefined) countOn(figure, piece, around);
    return { figure, account };
  });
  if (piece.origin !== undefined) {
    const before = around.printed.get(piece.origin) ?? new Set();
    around.printed.set(piece.origin, new Set([...before, ...used]));
  }
  return found;
}

/** The words around it send it up where the content sends it down. */
function isTurned({ way: printed }: FoundFigure, { way: written }: FoundFigure): boolean {
  return printed !== undefined && written !== undefined && printed.direction !== written.direction;
}

/** A picture’s alternative text may say what any place of its page may print, in short form. */
function offerFor(piece: TextPiece, { offers, origins }: PieceContext): PlaceOffer {
  if (piece.origin !== undefined) return offers(piece.origin);
  const near = [...(origins.get(piece.page) ?? [])].map(offers);
  const expected = near.flatMap((offer) => offer.expected.map((one) => ({ ...one, bare: true })));
  // A value may be a target’s gap as well, beside it on the page of one language and not of the other.
  const isValue = ({ account }: Expected): boolean => account.kind === 'value';
  return { exact: false, expected: [...expected.filter(isValue), ...expected.filter((one) => !isValue(one))] };
}

function originsOf(pieces: readonly TextPiece[]): ReadonlyMap<number, ReadonlySet<OriginId>> {
  const found = new Map<number, Set<OriginId>>();
  for (const { page, origin } of pieces) {
    if (origin === undefined) continue;
    const there = found.get(page) ?? new Set();
    found.set(page, there.add(origin));
  }
  return found;
}

/** What answers for a figure that its own place does not: a text that is printed elsewhere too, a page, a note’s own mark. */
function otherwise(figure: FoundFigure, piece: TextPiece, around: PieceContext): Account | undefined {
  return (
    around.names.around(piece, figure) ??
    pageNumber(figure, piece, around.pdf) ??
    around.fixed.find((one) => isSame(figure, one))?.account ??
    noteNumber(figure, piece, around) ??
    runningNumber(figure, piece, around) ??
    around.names.over(piece.text)
  );
}

/** The number that a footnote begins with is that of a mark in the texts of its chapter or part. */
function noteNumber(figure: FoundFigure, piece: TextPiece, { marks }: PieceContext): Account | undefined {
  if (figure.start !== 0 || piece.origin === undefined || figure.number === undefined) return undefined;
  const known = marks.get(sectionOf(piece.origin))?.has(figure.number) === true;
  return known ? plainAccount('note mark', `note:${figure.number}`, piece.origin) : undefined;
}

/** Numbers that the layout counts on with, outside the text: of pairs of paragraphs. Each goes on from one before it, or begins anew. */
function runningNumber(figure: FoundFigure, piece: TextPiece, { counted }: PieceContext): Account | undefined {
  const { number } = figure;
  if (number === undefined || !isCounter(figure, piece)) return undefined;
  if (number !== '1' && !counted.has(Number(number) - 1)) return undefined;
  if (number === '1') counted.clear();
  counted.add(Number(number));
  return plainAccount('number', `pair:${number}`, piece.origin ?? '');
}

function isCounter({ number }: FoundFigure, piece: TextPiece): boolean {
  return piece.kind === 'artifact' && number !== undefined && piece.text.trim() === number && /^\d{1,3}$/.test(number);
}

/** A running number that something else on its page answers for, such as a note’s mark of the same number, is counted as well. */
function countOn(figure: FoundFigure, piece: TextPiece, { counted }: PieceContext): void {
  const number = Number(figure.number);
  if (isCounter(figure, piece) && (number === 1 || counted.has(number - 1))) counted.add(number);
}

/** The raised marks of each chapter or part. */
function marksOf(pieces: readonly TextPiece[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { origin, marks } of pieces) {
    if (origin === undefined) continue;
    const section = found.get(sectionOf(origin)) ?? new Set();
    for (const { text } of marks) section.add(text);
    found.set(sectionOf(origin), section);
  }
  return found;
}

/** A chapter is a file; a part is a key of the report’s file. */
function sectionOf(origin: OriginId): string {
  return /^[^#]*report\.yaml#\/\w+/.exec(origin)?.[0] ?? origin.replace(/#.*/, '');
}

/** The page’s own label in its foot, or the label of the page that a link over the digits leads to. */
function pageNumber(figure: FoundFigure, piece: TextPiece, pdf: Pick<FinishedPages, 'pages'>): Account | undefined {
  const digits = figure.number ?? (figure.kind === 'period' ? figure.value : undefined);
  if (digits === undefined || figure.unit !== '') return undefined;
  const page = pdf.pages[piece.page];
  if (piece.kind === 'artifact' && piece.text.trim() === page?.label && digits === page.label) {
    return plainAccount('page', `page:${page.label}`, piece.origin ?? '');
  }
  for (const box of boxesOf(piece, figure.start, figure.end)) {
    const on = pdf.pages[box.page];
    if (on === undefined) continue;
    const [x, y] = [box.x + box.width / 2, on.height - box.y - box.height / 2];
    const link = on.links.find(
      ({ box: [left, bottom, right, top] }) => x >= left && x <= right && y >= bottom && y <= top,
    );
    const target = link?.page === undefined ? undefined : pdf.pages[link.page];
    if (target?.label === digits) return plainAccount('page', `page:${digits}`, piece.origin ?? '');
  }
  return undefined;
}

function unprintedFigures(
  pieces: readonly TextPiece[],
  offers: Offers,
  printed: ReadonlyMap<OriginId, ReadonlySet<Expected>>,
  label: (page: number) => string,
): readonly UnprintedFigure[] {
  const first = new Map<OriginId, number>();
  for (const { origin, page } of pieces) if (origin !== undefined && !first.has(origin)) first.set(origin, page);
  return [...first].flatMap(([origin, page]) => {
    const offer = offers(origin);
    if (!offer.exact) return [];
    const there = printed.get(origin);
    return offer.expected
      .filter((one) => one.must && there?.has(one) !== true)
      .map((expected) => ({ expected, origin, page: label(page) }));
  });
}
