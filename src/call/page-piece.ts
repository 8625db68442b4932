import type { OriginId } from '../core/index.ts';
import type { PageText, PlacedText } from '../inspect/index.ts';
import { withoutRadicals } from './radicals.ts';

/** A rectangle on a page, from 0; pt from the page’s top left, y down. */
export interface PageBox {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a stretch of a piece’s text stands. */
interface Run extends PageBox {
  readonly start: number;
  readonly end: number;
}

/** A mark that is set above the line: the key of a source, a note. */
export interface RaisedMark {
  readonly text: string;
  readonly box: PageBox;
  /** Where it stands in the piece’s text. */
  readonly at: number;
}

/** Text that belongs together on the finished pages: a paragraph, a cell, a label of a chart. */
export interface TextPiece {
  readonly text: string;
  readonly origin: OriginId | undefined;
  readonly kind: 'text' | 'drawing' | 'artifact' | 'alt';
  /** Index of the page that it begins on. */
  readonly page: number;
  readonly runs: readonly Run[];
  readonly marks: readonly RaisedMark[];
}

/** A text item with the page that it is on. */
export interface PagedItem {
  readonly item: PlacedText;
  readonly page: PageText;
}

/** Joins text items in reading order to one text that figures can be read from, over line and page ends. */
export function joinItems(
  items: readonly PagedItem[],
  about: Pick<TextPiece, 'origin' | 'kind'>,
  isBroken: (left: string, right: string) => boolean = () => false,
): TextPiece {
  let text = '';
  const runs: Run[] = [];
  const marks: RaisedMark[] = [];
  let before: PagedItem | undefined;
  const main = sizeOf(items);
  for (const [index, next] of items.entries()) {
    const piece = cleaned(next.item.text);
    if (isRaised(next, before ?? items[index + 1], main) && !isExponent(text, piece)) {
      if (piece.trim() !== '') marks.push({ text: piece.trim(), box: boxOf(next), at: text.length });
      continue;
    }
    const broken = before !== undefined && isLineEnd(before, next) && isBroken(text, piece);
    const gap =
      before === undefined || broken
        ? ''
        : index === 1 && isLabel(before, next)
          ? '  '
          : gapBetween(before, next, text, piece);
    text = gap === JOINED ? text.replace(/\u00AD$/, '') : `${text}${gap}`;
    const start = text.length;
    text += piece;
    runs.push({ start, end: text.length, ...boxOf(next) });
    before = next;
  }
  return { ...about, text, page: items[0]?.page.index ?? 0, runs, marks };
}

/** The boxes of a stretch of a piece’s text, one for each line that it is on; characters are as wide as such characters mostly are. */
export function boxesOf(piece: Pick<TextPiece, 'runs' | 'text'>, start: number, end: number): readonly PageBox[] {
  const boxes: PageBox[] = [];
  for (const run of piece.runs) {
    const [from, to] = [Math.max(start, run.start), Math.min(end, run.end)];
    if (to <= from) continue;
    const unit = run.width / (widthOf(piece.text, run.start, run.end) || 1);
    const { page, y, height } = run;
    const x = run.x + widthOf(piece.text, run.start, from) * unit;
    const box = { page, x, y, width: widthOf(piece.text, from, to) * unit, height };
    const last = boxes.at(-1);
    const joins = last !== undefined && last.page === page && Math.abs(last.y - y) < height / 2 && box.x >= last.x;
    if (joins) boxes[boxes.length - 1] = { ...last, width: box.x + box.width - last.x };
    else boxes.push(box);
  }
  return boxes;
}

/** Width of a stretch in units that only compare, by what kind of character each is. */
function widthOf(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at += 1) width += weightOf(text.charAt(at));
  return width;
}

function weightOf(mark: string): number {
  if (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u.test(mark)) return 10;
  if (/[ .,:;'’|ijltfI\u00A0]/.test(mark)) return 2.6;
  if (/[mwMW%‰@—]/.test(mark)) return 8.2;
  return /[A-Z]/.test(mark) ? 6.4 : 5.2;
}

function boxOf({ item, page }: PagedItem): PageBox {
  const { x, width, size } = item;
  return { page: page.index, x, y: page.height - item.y - size * ASCENT, width, height: size * (ASCENT + DESCENT) };
}

/** Height of the box of a line over and under its baseline, of the type size. */
const ASCENT = 0.88;
const DESCENT = 0.24;

function cleaned(text: string): string {
  return withoutRadicals(text.replace(/[\u200B-\u200D\u2060\uFEFF]/g, ''));
}

/** The size that most of the text is set in. */
function sizeOf(items: readonly PagedItem[]): number {
  const lengths = new Map<number, number>();
  for (const { item } of items) lengths.set(item.size, (lengths.get(item.size) ?? 0) + item.text.length);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Smaller than what it stands beside, and above its baseline, on the same line. */
function isRaised({ item, page }: PagedItem, beside: PagedItem | undefined, main: number): boolean {
  if (beside === undefined || beside.page !== page) return false;
  const rise = item.y - beside.item.y;
  return (
    item.size < 0.85 * Math.max(beside.item.size, main * 0.9) &&
    rise > 0.15 * beside.item.size &&
    rise < beside.item.size
  );
}

/** m³ and km² are set with a raised digit, and are one unit. */
function isExponent(text: string, piece: string): boolean {
  return /^[23]$/.test(piece.trim()) && /(?:^|[^A-Za-z])[kcm]?m$/.test(text);
}

/** The letter or number that a note or list item begins with: its width holds the space after it. */
function isLabel({ item }: PagedItem, next: PagedItem): boolean {
  if (!/^(?:[a-z]|\d{1,2})[.)]?\s*$/.test(item.text)) return false;
  return next.item.x - item.x > item.size * (0.62 * item.text.trim().length + 0.12);
}

function isLineEnd(before: PagedItem, next: PagedItem): boolean {
  return before.page !== next.page || Math.abs(before.item.y - next.item.y) > 0.6 * next.item.size;
}

const JOINED = '\u0000';
const HAN = /[\p{Script=Han}，。；：、？！（）《》“”…—]/u;

/** What stands between two items: nothing inside a word or Chinese text, a space between words, never nothing between digits of two lines. */
function gapBetween(before: PagedItem, next: PagedItem, text: string, piece: string): string {
  if (text === '' || piece === '' || /\s$/.test(text) || /^\s/.test(piece)) return '';
  const [last, first] = [text.at(-1) ?? '', piece.at(0) ?? ''];
  const size = Math.max(before.item.size, next.item.size);
  const sameLine = before.page === next.page && Math.abs(before.item.y - next.item.y) < 0.6 * size;
  const distance = next.item.x - (before.item.x + before.item.width);
  if (sameLine && distance > -size) {
    const level = Math.abs(before.item.y - next.item.y) < 0.05;
    if (level && before.item.size !== next.item.size && /[A-Za-z%]/.test(last) && /\d/.test(first)) return ' ';
    const han = HAN.test(last) || HAN.test(first);
    if (distance > 1.2 * size) return '  ';
    return distance > (han ? 0.6 : 0.12) * size ? ' ' : '';
  }
  if (last === '\u00AD') return JOINED;
  if (/\d/.test(last) && /\d/.test(first)) return ' ';
  if (HAN.test(last) || HAN.test(first)) return '';
  return /[-\u2010\u2011]/.test(last) && /\p{L}/u.test(first) ? '' : ' ';
}
