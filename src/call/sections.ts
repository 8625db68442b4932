import type { OutlineFacts, PdfText } from '../inspect/index.ts';
import type { FreePiece } from './free-pieces.ts';
import { boxesOf } from './page-piece.ts';
import type { FigureReader } from './read-figures.ts';

/** A part of a file under one heading. */
export interface FreeSection {
  readonly title: string;
  /** 1 for the largest headings of the file. */
  readonly level: number;
  /** Index of the page that it begins on. */
  readonly page: number;
  readonly pieces: readonly FreePiece[];
}

/** How much larger than the text a heading is set. */
const LARGER = 1.18;
/** A heading is no longer than this, in characters. */
const LONGEST = 90;

/**
 * Cuts a file into sections at its headings: pieces that its outline names, or that are set larger than its text. A link to
 * another page, a sentence and a large figure are no headings.
 */
export function sectionsOf(pdf: PdfText, pieces: readonly FreePiece[], read: FigureReader): readonly FreeSection[] {
  const body = bodySize(pieces);
  const titles = outlineTitles(pdf.outline);
  const headings = new Set(
    pieces.filter((free) => {
      const text = free.piece.text.trim();
      const set = free.size > body * LARGER || (titles.has(plain(text)) && free.size >= body);
      return set && isTitle(text, read) && !leadsAway(free, pdf);
    }),
  );
  const sizes = [...new Set([...headings].map(({ size }) => size))].sort((a, b) => b - a);
  const sections: { title: string; level: number; page: number; pieces: FreePiece[] }[] = [];
  for (const free of pieces) {
    const title = headings.has(free) ? free.piece.text.trim() : '';
    if (title !== '' || sections.length === 0) {
      sections.push({ title, level: sizes.indexOf(free.size) + 1, page: free.piece.page, pieces: [free] });
    } else sections.at(-1)?.pieces.push(free);
  }
  return sections;
}

function isTitle(text: string, read: FigureReader): boolean {
  if (text.length > LONGEST || !/\p{L}{2}|\p{Script=Han}{2}/u.test(text) || /[。.；;]$/.test(text)) return false;
  const [first] = read(text);
  // “112.4 示例” is a figure with its mark; chapters do not count so far.
  if (first !== undefined && first.start < 3 && Number(first.number ?? 0) > 30 && text.length < 14) return false;
  return first === undefined || first.start > 0 || first.unit === '' || first.end - first.start < text.length / 2;
}

/** An entry of a table of contents leads to another page. */
function leadsAway({ piece }: FreePiece, pdf: PdfText): boolean {
  const page = pdf.pages[piece.page];
  const box = boxesOf(piece, 0, piece.text.length)[0];
  if (page === undefined || box === undefined) return false;
  const [x, y] = [box.x + box.width / 2, page.height - box.y - box.height / 2];
  return page.links.some(
    ({ page: target, box: [left, bottom, right, top] }) =>
      target !== undefined && target !== piece.page && x >= left && x <= right && y >= bottom && y <= top,
  );
}

/** Share of the longer pieces that a size has to set, to be the text’s. */
const ENOUGH = 0.15;
/** A piece of at least this many characters is text, not a label. */
const TEXT = 40;

/** The size of running text: the largest that sets a good share of the longer pieces. */
export function bodySize(pieces: readonly FreePiece[]): number {
  const lengths = new Map<number, number>();
  let all = 0;
  for (const { size, piece } of pieces) {
    if (piece.text.length < TEXT) continue;
    lengths.set(size, (lengths.get(size) ?? 0) + piece.text.length);
    all += piece.text.length;
  }
  const sizes = [...lengths].filter(([, length]) => length >= all * ENOUGH).map(([size]) => size);
  return Math.max(0, ...sizes);
}

function outlineTitles(outline: readonly OutlineFacts[]): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (entries: readonly OutlineFacts[]): void => {
    for (const { title, children } of entries) {
      found.add(plain(title));
      walk(children);
    }
  };
  walk(outline);
  return found;
}

function plain(text: string): string {
  return text.replace(/\s+/g, '');
}
