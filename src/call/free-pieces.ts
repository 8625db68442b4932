import type { PageText, PdfText, PlacedText } from '../inspect/index.ts';
import { MONTHS } from '../metrics/index.ts';
import { brokenWords, type IsBroken } from './broken-words.ts';
import { cellStarts } from './cell-starts.ts';
import { closedUp, isSpaced, withoutLetterSpaces } from './closed-spaces.ts';
import { joinContinued, type SetParagraph } from './continued-paragraphs.ts';
import { joinItems, type TextPiece } from './page-piece.ts';
import { openVocabulary } from './vocabulary.ts';

/** A piece of a file by any maker, with how it is set. */
export interface FreePiece {
  readonly piece: TextPiece;
  /** Size of most of its type, pt. */
  readonly size: number;
  /** Left end, first baseline and last baseline, pt from the page’s top left. */
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Puts the text of any PDF together to paragraphs, cells and labels, by how far its items stand apart. What is set at the
 * same place of many pages, as running heads and page numbers are, is left out.
 */
export function freePieces(pdf: PdfText): readonly FreePiece[] {
  const furniture = runningLines(pdf.pages);
  const lines = pdf.pages.map((page) => linesOf(page).filter((line) => !furniture.has(lineKey(line, page))));
  const isBroken = brokenWords(lines.flat().map(textOf));
  const parts = pdf.pages.flatMap((page, index) =>
    paragraphsOf(lines[index] ?? []).map((items) => partOf(items, page)),
  );
  const pieces = joinContinued(parts).map((part) => freePiece(part, isBroken));
  const closed = pieces.map((free) => ({ ...free, piece: withoutLetterSpaces(free.piece) }));
  if (!isSpaced(closed.map(({ piece }) => piece.text))) return closed;
  const vocabulary = openVocabulary();
  return closed.map((free) => ({ ...free, piece: closedUp(free.piece, vocabulary) }));
}

function partOf(items: readonly PlacedText[], page: PageText): SetParagraph {
  const baselines = items.map(({ y }) => page.height - y);
  const last = items.at(-1);
  return {
    items: items.map((item) => ({ item, page })),
    text: textOf(items),
    size: mainSize(items),
    x: Math.min(...items.map(({ x }) => x)),
    right: Math.max(...items.map(({ x, width }) => x + width)),
    top: Math.min(...baselines),
    bottom: Math.max(...baselines),
    end: last === undefined ? 0 : last.x + last.width,
  };
}

function freePiece({ items, size, x, right, top, bottom }: SetParagraph, isBroken: IsBroken): FreePiece {
  return { piece: joinItems(items, { origin: undefined, kind: 'text' }, isBroken), size, x, right, top, bottom };
}

function mainSize(items: readonly PlacedText[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of items) {
    const rounded = Math.round(size * 4) / 4;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.trim().length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Items that go on from each other on one baseline. A gap of more than a character and a half begins a new cell, as does a column. */
function linesOf({ items }: PageText): readonly (readonly PlacedText[])[] {
  const cells = cellStarts(items);
  const lines: PlacedText[][] = [];
  let before: PlacedText | undefined;
  for (const item of items) {
    if (item.text.trim() === '') {
      // A space of its own belongs to its line; a wide one is a gap between cells.
      const beside = before !== undefined && Math.abs(item.y - before.y) < 0.5 * before.size;
      if (beside && item.width < item.size) lines.at(-1)?.push(item);
      continue;
    }
    if (before !== undefined && !cells.has(item) && goesOn(before, item)) lines.at(-1)?.push(item);
    else lines.push([item]);
    before = item;
  }
  return lines;
}

const CELL_GAP = 1.5;
const FIGURE_GAP = 0.8;

function goesOn(before: PlacedText, item: PlacedText): boolean {
  const size = Math.max(before.size, item.size);
  const rise = item.y - before.y;
  const gap = item.x - (before.x + before.width);
  if (Math.abs(before.angle - item.angle) > 1) return false;
  const raised = item.size < 0.85 * before.size && rise > 0 && rise < before.size;
  const returned = before.size < 0.85 * item.size && rise < 0 && -rise < item.size;
  if (!(Math.abs(rise) < 0.25 * size || raised || returned)) return false;
  // Full-width marks that stand side by side are set on half their width.
  // No sentence sets two figures side by side.
  const figures = /[\d%)）]\s*$/.test(before.text) && /^[\d+\-\u2212◇]/.test(item.text);
  return gap > -1.05 * size && gap < (figures ? FIGURE_GAP : CELL_GAP) * size;
}

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

function extentOf(line: readonly PlacedText[]): Extent {
  return {
    left: Math.min(...line.map(({ x }) => x)),
    right: Math.max(...line.map(({ x, width }) => x + width)),
    y: line[0]?.y ?? 0,
    size: mainSize(line),
  };
}

/** Lines that follow each other in the file, one under the other in one size, are one paragraph. */
function paragraphsOf(lines: readonly (readonly PlacedText[])[]): readonly (readonly PlacedText[])[] {
  const paragraphs: PlacedText[][] = [];
  let before: readonly PlacedText[] | undefined;
  let pitch: number | undefined;
  for (const [index, line] of lines.entries()) {
    const step = before === undefined ? undefined : stepBetween(extentOf(before), extentOf(line));
    const flows = step !== undefined && (pitch === undefined || Math.abs(step - pitch) < 0.2 * pitch);
    const apart = isNumbers(line) || isEntry(line) || isCell(line, before, lines[index + 1]);
    const closer = step !== undefined && pitch !== undefined && step < 0.88 * pitch;
    const tail =
      before !== undefined &&
      ((isNumbers(before) && YEAR_TAIL.test(textOf(line))) || (DAY.test(textOf(before)) && MONTH.test(textOf(line))));
    const yearUnder =
      before !== undefined && step !== undefined && YEAR_HEAD.test(textOf(before)) && YEAR.test(textOf(line));
    if (yearUnder) paragraphs.at(-1)?.push(...line);
    else if (closer && before !== undefined && !apart && !isNumbers(before)) {
      // The line before stood off further: it began this paragraph.
      paragraphs.at(-1)?.splice(-before.length);
      paragraphs.push([...before, ...line]);
      pitch = step;
    } else if (step !== undefined && (tail || (flows && !apart && !(before !== undefined && isNumbers(before))))) {
      paragraphs.at(-1)?.push(...line);
      pitch = step;
    } else {
      paragraphs.push([...line]);
      pitch = undefined;
    }
    before = line;
  }
  return paragraphs;
}

/** 2024 over 财年: a label that is set in two lines. */
const YEAR_TAIL = /^(?:财年|财政年度|年度|年|FY)$/;
/** 25 over November 2022: a date in a narrow cell. */
const DAY = /^\d{1,2}$/;
const MONTH = new RegExp(`^(?:${MONTHS.join('|')})(?: \\d{4})?$`);
/** FY over 2024. */
const YEAR_HEAD = /^(?:FY|CY)$/;
const YEAR = /^(?:19|20)\d\d$/;

function textOf(line: readonly PlacedText[]): string {
  return line
    .map((item) => item.text)
    .join('')
    .trim();
}

/** Distance of two baselines where the second line goes on from the first. */
function stepBetween(a: Extent, b: Extent): number | undefined {
  const step = a.y - b.y;
  const size = Math.max(a.size, b.size);
  if (Math.abs(a.size - b.size) > 0.15 * size || step < 0.8 * size || step > 2.1 * size) return undefined;
  const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  // The first line of a paragraph may be indented, its last one is short; a new column or cell stands elsewhere.
  return overlap > 0 && b.left - a.left < 2.5 * size && a.left - b.left < 3.5 * size ? step : undefined;
}

/** The line before or after it in the file stands beside it: they are cells of one row. */
function isCell(
  line: readonly PlacedText[],
  before: readonly PlacedText[] | undefined,
  next: readonly PlacedText[] | undefined,
): boolean {
  const y = line[0]?.y ?? 0;
  return [before, next].some((other) => other !== undefined && Math.abs((other[0]?.y ?? 0) - y) < 1);
}

/** An item of a list or of a table of contents begins with its number or mark. */
function isEntry(line: readonly PlacedText[]): boolean {
  const text = line
    .map((item) => item.text)
    .join('')
    .trim();
  return /^(?:[•·●○■▪–—-]\s|(?:[1-9]|[12]\d)(?:\.\d{1,2})*[.)）、．]\s*\p{L}|[（(]?[一二三四五六七八九十]{1,3}[）)、])/u.test(
    text,
  );
}

/** Cells of numbers stand alone, however close they are. */
function isNumbers(line: readonly PlacedText[]): boolean {
  const text = line
    .map((item) => item.text)
    .join('')
    .trim();
  // The last line of a paragraph may hold no more than a figure; a cell does not end a sentence.
  return /^[^\p{L}]*\d[^\p{L}]*$/u.test(text) && !/[.。；;，,]$/.test(text);
}

/** Lines that are the same at the same height of at least a third of the pages, digits apart: heads, feet, page numbers. */
function runningLines(pages: readonly PageText[]): ReadonlySet<string> {
  const seen = new Map<string, Set<number>>();
  for (const page of pages) {
    for (const line of linesOf(page)) {
      const height = line[0]?.y ?? 0;
      const margin = height > page.height * 0.9 || height < page.height * 0.1;
      if (!margin) continue;
      const key = lineKey(line, page);
      seen.set(key, (seen.get(key) ?? new Set()).add(page.index));
    }
  }
  const enough = Math.max(2, pages.length / 3);
  return new Set([...seen].filter(([, on]) => on.size >= enough).map(([key]) => key));
}

function lineKey(line: readonly PlacedText[], page: PageText): string {
  const text = line
    .map((item) => item.text)
    .join('')
    .trim()
    .replace(/\d+/g, '#');
  const height = page.height - (line[0]?.y ?? 0);
  return `${text}|${Math.round(height / 3)}`;
}
