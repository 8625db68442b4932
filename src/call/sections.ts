import type { OutlineFacts, PdfText } from '../inspect/index.ts';
import type { FreePiece } from './free-pieces.ts';

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
 * Cuts a file into sections at its headings: pieces that its outline names, or that are set larger than its text.
 */
export function sectionsOf(pdf: PdfText, pieces: readonly FreePiece[]): readonly FreeSection[] {
  const body = bodySize(pieces);
  const titles = outlineTitles(pdf.outline);
  const sizes = [...new Set(pieces.filter((piece) => isLarge(piece, body)).map(({ size }) => size))].sort(
    (a, b) => b - a,
  );
  const sections: { title: string; level: number; page: number; pieces: FreePiece[] }[] = [];
  for (const free of pieces) {
    const text = free.piece.text.trim();
    const named = titles.has(plain(text)) && free.size >= body;
    if (named || isLarge(free, body)) {
      const level = sizes.indexOf(free.size) + 1 || sizes.length + 1;
      sections.push({ title: text, level, page: free.piece.page, pieces: [free] });
    } else if (sections.length === 0) {
      sections.push({ title: '', level: 1, page: free.piece.page, pieces: [free] });
    } else sections.at(-1)?.pieces.push(free);
  }
  return sections;
}

function isLarge({ size, piece }: FreePiece, body: number): boolean {
  const text = piece.text.trim();
  // A large number is a figure to look at, no heading.
  return size > body * LARGER && text.length <= LONGEST && /\p{L}{2}|\p{Script=Han}{2}/u.test(text);
}

/** The size that most characters are set in. */
export function bodySize(pieces: readonly FreePiece[]): number {
  const lengths = new Map<number, number>();
  for (const { size, piece } of pieces) lengths.set(size, (lengths.get(size) ?? 0) + piece.text.length);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
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
