import { type AccountKind, type CalledEdition, type CalledFigure, isCalled, sentenceAround } from '../call/index.ts';
import type { Report } from '../content/types.ts';
import type { Edition, Span } from '../core/index.ts';
import { citedValues } from './cited-values.ts';

/** A box on a page: pt from its top left, y down, to tenths. */
export interface PlaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A figure where it is printed. */
export interface PrintedPlace {
  readonly edition: Edition;
  /** Label of the page, as readers see it, and its number in the file, from 1. */
  readonly page: string;
  readonly sheet: number;
  readonly box: PlaceBox | undefined;
  readonly text: string;
  readonly sentence: string;
  /** What it is to the content; undefined where nothing accounts for it. */
  readonly kind: AccountKind | undefined;
  /** `own.net@FY2024`, `yoy:own.net@FY2024`. */
  readonly key: string | undefined;
  /** `alt` where it is spoken and not seen. */
  readonly spoken: boolean;
  readonly status: string | undefined;
  readonly sources: readonly string[];
  /** Where what answers for it is written in the content. */
  readonly span: Span | undefined;
}

/** Every place where a value is printed, or a figure that is computed from it, in the order of the pages. */
export function placesOfValue(
  editions: readonly CalledEdition[],
  report: Report,
  metric: string,
  period: string,
): readonly PrintedPlace[] {
  const item = `${metric}@${period}`;
  return editions.flatMap(({ edition, figures }) =>
    inOrder(figures.filter((one) => isOf(one, item, report)).map((one) => placeOf(one, edition, report))),
  );
}

/** Every figure of one page, from its top down: those of the report, and those that nothing accounts for. */
export function placesOnPage(
  { edition, figures }: CalledEdition,
  report: Report,
  label: string,
): readonly PrintedPlace[] {
  const there = figures.filter(({ page, figure, account }) => {
    // “one” and 一个 count nothing.
    return page === label && (account === undefined || (isCalled(account.kind) && !figure.loose));
  });
  return inOrder(there.map((one) => placeOf(one, edition, report)));
}

function inOrder(places: readonly PrintedPlace[]): readonly PrintedPlace[] {
  const line = ({ box }: PrintedPlace): number => box?.y ?? Number.POSITIVE_INFINITY;
  return [...places].sort((a, b) => {
    if (a.sheet !== b.sheet) return a.sheet - b.sheet;
    return line(a) === line(b) ? (a.box?.x ?? 0) - (b.box?.x ?? 0) : line(a) - line(b);
  });
}

function isOf({ account }: CalledFigure, item: string, report: Report): boolean {
  if (account === undefined) return false;
  const { metric, period, key } = account;
  if (`${metric ?? ''}@${period ?? ''}` === item) return true;
  return citedValues(key, report).includes(item);
}

function placeOf(
  { figure, piece, boxes, page, account }: CalledFigure,
  edition: Edition,
  report: Report,
): PrintedPlace {
  const [box] = boxes;
  return {
    edition,
    page,
    sheet: (box?.page ?? piece.page) + 1,
    box: box && { x: tenths(box.x), y: tenths(box.y), width: tenths(box.width), height: tenths(box.height) },
    text: figure.text,
    sentence: sentenceAround(piece.text, figure.start, figure.end).text,
    kind: account?.kind,
    key: account?.key,
    spoken: piece.kind === 'alt',
    status: account?.status,
    sources: account?.sources ?? [],
    span: account === undefined ? undefined : report.origins.spanOf(account.origin),
  };
}

function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}
