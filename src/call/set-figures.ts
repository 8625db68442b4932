import { Decimal, type Lang } from '../core/index.ts';
import type { PdfText } from '../inspect/index.ts';
import { cellUnits, isBare, type UnitFigure } from './cell-units.ts';
import type { FoundFigure } from './figure.ts';
import { type FreePiece, freePieces } from './free-pieces.ts';
import { listNumbers } from './list-numbers.ts';
import { isEnumerator, isPageReference, scaleTicks } from './page-furniture.ts';
import type { TextPiece } from './page-piece.ts';
import { figureReader, splitRanges } from './read-figures.ts';
import { bodySize, type FreeSection, sectionsOf } from './sections.ts';
import { openVocabulary } from './vocabulary.ts';

/** A figure of one file. */
export interface SetFigure extends UnitFigure {
  readonly free: FreePiece;
  readonly piece: TextPiece;
  readonly lang: Lang;
  readonly page: string;
}

/** A section of one file, with the figures that it prints. */
export interface SetSection extends Omit<FreeSection, 'pieces'> {
  readonly figures: readonly FoundFigure[];
  readonly set: readonly SetFigure[];
}

/** The sections of a file and their figures, each as it stands: without list numbers, ticks of scales and page numbers. */
export function sectionsWithFigures(pdf: PdfText, lang: Lang): readonly SetSection[] {
  const read = figureReader();
  const vocabulary = openVocabulary();
  const pieces = freePieces(pdf);
  const byPage = new Map<number, FreePiece[]>();
  for (const free of pieces) byPage.set(free.piece.page, [...(byPage.get(free.piece.page) ?? []), free]);
  const units = new Map([...byPage].map(([page, list]) => [page, cellUnits(list, vocabulary)] as const));
  const ticks = scaleTicks(pieces, read);
  const listed = listNumbers(pieces);
  const body = bodySize(pieces);
  return sectionsOf(pdf, pieces, read).map(({ pieces: own, ...section }) => {
    const set = own.flatMap((free): readonly SetFigure[] => {
      if (ticks.has(free) || listed.has(free)) return [];
      const page = pdf.pages[free.piece.page];
      return splitRanges(read(free.piece.text))
        .filter(
          (figure) =>
            !isEnumerator(figure, free, { heading: section.title, body }) && !isPageReference(figure, free, pdf),
        )
        .map((figure, _index, all) => ({
          ...(units.get(free.piece.page)?.(free, inSetting(figure, free.piece, all)) ?? { figure }),
          free,
          piece: free.piece,
          lang,
          page: page?.label ?? String(free.piece.page + 1),
        }));
    });
    return { ...section, set, figures: set.map(({ figure }) => figure) };
  });
}

/** A figure with what stands around it. In a cell, brackets around all of it are a minus sign, as accounts print it. */
function inSetting(figure: FoundFigure, { text }: TextPiece, all: readonly FoundFigure[]): FoundFigure {
  const alone = isBare(text, figure);
  const lent = new Set(all.filter((other) => other !== figure && other.unit !== '').map(({ unit }) => unit));
  const far = all.length === 2 && BRACKETED_RANGE.test(text);
  const bracketed =
    (alone || far) && figure.number !== undefined && (far || BRACKETED.test(text)) && !figure.value.startsWith('-');
  const value = bracketed && !/^0(?:\.0*)?$/.test(figure.value) ? `-${figure.value}` : figure.value;
  const setting = { alone, lent };
  // “(7.2)%” has its sign of percent behind the brackets, and a tile’s “12.36m” is millions, not metres.
  if (bracketed && figure.unit === '' && /%\s*$/.test(text)) return { ...figure, value, unit: 'percent', setting };
  if (alone && /^\d[\d.,]*m$/.test(figure.text))
    return {
      ...figure,
      value: new Decimal(value).times('1e9').toFixed(),
      unit: '',
      grain: millionths(figure),
      setting,
    };
  return { ...figure, value, setting };
}

function millionths({ grain }: FoundFigure): string | undefined {
  return grain === undefined ? undefined : new Decimal(grain).times('1e9').toFixed();
}

/** “(2.1) to (1.4)”: both ends are below zero. */
const BRACKETED_RANGE = /^\s*[(（][\d.,]+ ?%?[)）]%?\s*(?:to|至|[-\u2013~\uFF5E])\s*[(（][\d.,]+ ?%?[)）]%?\s*$/;
const BRACKETED = /^\s*[(（][\d.,]+ ?%?[)）]%?\s*$/;
