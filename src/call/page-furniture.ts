import { Decimal } from '../core/index.ts';
import type { PdfText } from '../inspect/index.ts';
import type { FoundFigure } from './figure.ts';
import type { FreePiece } from './free-pieces.ts';
import { boxesOf } from './page-piece.ts';
import type { FigureReader } from './read-figures.ts';

/** The number that a heading, a list item or a footnote begins with: it counts the text, not what the text is about. */
export function isEnumerator(
  figure: FoundFigure,
  { piece, size }: FreePiece,
  { heading, body }: { readonly heading: string; readonly body: number },
): boolean {
  if (RAISED.test(figure.text)) return true;
  const text = piece.text.trimStart();
  const lead = piece.text.length - text.length;
  if (figure.start > lead + 1 || figure.unit !== '' || figure.kind === 'period' || figure.kind === 'date') return false;
  const rest = piece.text.slice(figure.end);
  if (rest.trim() === '') return false;
  if (/^[一二三四五六七八九十]{1,3}$/.test(figure.text) && /^[、)）]/.test(rest)) return true;
  // “(2.1) to (1.4)” is a range below zero.
  if (/^[)）]\s*(?:to|至|[-\u2013~\uFF5E])\s*[(（]\d/.test(rest)) return false;
  if (/^[.)）、．]\s*[^\d\s%]/.test(rest)) return /^\d{1,2}(?:\.\d{1,2})*$/.test(figure.number ?? figure.text);
  // “30 and under”, “31 to 50”: a group’s bounds, not the mark of a note.
  if (/^\s+(?:and|to|or)\b/.test(rest)) return false;
  if (size < 0.95 * body && /^\d{1,2}$/.test(figure.text) && /^(?:\s+\D|\s*\p{Lu}|\p{Script=Han}{6})/u.test(rest))
    return true;
  return text.trimEnd() === heading && /^\d{1,2}(?:\.\d{1,2}){0,3}$/.test(figure.text) && /^\s+\D/.test(rest);
}

/** The mark of a note, in characters of its own. */
const RAISED = /^[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+$/;

/** The label of a page: in a table of contents, by a link, or after 第…页 and “page”. The two files have pages of their own. */
export function isPageReference(figure: FoundFigure, { piece }: FreePiece, pdf: PdfText): boolean {
  if (figure.kind === 'name' && figure.value.startsWith('page ')) return true;
  const number = figure.number ?? (figure.kind === 'period' ? figure.value : undefined);
  if (number === undefined || figure.unit !== '' || !/^\d{1,4}$/.test(number)) return false;
  const led = /(?:[.·…]{3,}|[.·…](?:\s[.·…]){2,})\s*$/.test(piece.text.slice(0, figure.start));
  if (led && piece.text.slice(figure.end).trim() === '') return true;
  const page = pdf.pages[piece.page];
  if (page === undefined) return false;
  return boxesOf(piece, figure.start, figure.end).some((box) => {
    const [x, y] = [box.x + box.width / 2, page.height - box.y - box.height / 2];
    const link = page.links.find(
      ({ box: [left, bottom, right, top] }) => x >= left && x <= right && y >= bottom && y <= top,
    );
    const target = link?.page;
    return target !== undefined && (pdf.pages[target]?.label === number || String(target + 1) === number);
  });
}

/** How far a tick may stand from its place on its scale, pt. */
const NEAR = 1;

/**
 * Pieces that are the ticks of axes: at least four bare figures in one column or row whose values go with their places.
 * Axes of the two languages may be scaled by 万 and by thousands.
 */
export function scaleTicks(pieces: readonly FreePiece[], read: FigureReader): ReadonlySet<FreePiece> {
  const found = new Set<FreePiece>();
  const byPage = new Map<number, Tick[]>();
  for (const free of pieces) {
    const [figure, ...more] = /\p{L}/u.test(free.piece.text) ? [] : read(free.piece.text);
    if (figure?.number === undefined || more.length > 0) continue;
    const list = byPage.get(free.piece.page) ?? [];
    list.push({ free, value: new Decimal(figure.number).toNumber() });
    byPage.set(free.piece.page, list);
  }
  for (const list of byPage.values()) {
    for (const along of ['top', 'x', 'right'] as const) {
      for (const { free } of list) {
        const row = list.filter((one) => Math.abs(one.free[along] - free[along]) < NEAR);
        for (const tick of scalesOf(row, along === 'top').flat()) found.add(tick.free);
      }
    }
  }
  return found;
}

interface Tick {
  readonly free: FreePiece;
  readonly value: number;
}

/** Runs of at least four figures whose values go with their places: charts that stand over each other have a scale each. */
function scalesOf(row: readonly Tick[], across: boolean): readonly (readonly Tick[])[] {
  const at = ({ free }: Tick): number => (across ? (free.x + free.right) / 2 : free.top);
  const sorted = row.toSorted((a, b) => at(a) - at(b));
  const scales: (readonly Tick[])[] = [];
  let from = 0;
  while (from + LEAST_TICKS <= sorted.length) {
    const [first, second] = [sorted[from], sorted[from + 1]];
    let end = from + 1;
    if (first !== undefined && second !== undefined && first.value !== second.value) {
      const slope = (at(second) - at(first)) / (second.value - first.value);
      const fits = (one: Tick): boolean => Math.abs(at(first) + (one.value - first.value) * slope - at(one)) < NEAR;
      while (sorted.slice(end, end + 1).some(fits)) end += 1;
    }
    if (end - from < LEAST_TICKS) from += 1;
    else {
      scales.push(sorted.slice(from, end));
      from = end;
    }
  }
  return scales;
}

const LEAST_TICKS = 4;
