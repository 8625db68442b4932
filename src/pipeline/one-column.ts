import type { Paragraph } from '../compose/index.ts';
import type { Lang } from '../core/index.ts';
import type { PlacedDocument, PlacedLine, PlacedPage } from '../pdf/index.ts';
import type { TypesetContext, TypesetParagraph } from '../typeset/index.ts';
import { typesetParagraph } from '../typeset/index.ts';

/** A page with one column of text. Lengths in pt. */
export interface ColumnPage {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly measure: number;
  readonly paragraphGap: number;
}

export interface ColumnText {
  readonly paragraph: Paragraph;
  readonly id: string;
}

export interface SetColumn {
  readonly document: PlacedDocument;
  readonly paragraphs: readonly { readonly id: string; readonly set: TypesetParagraph }[];
}

/**
 * Sets paragraphs one under another, from page to page. Where a page would end with a hyphen the paragraph is set again
 * without it.
 */
export function setColumn(
  texts: readonly ColumnText[],
  page: ColumnPage,
  context: TypesetContext,
  lang: Lang,
): SetColumn {
  const pages: PlacedLine[][] = [[]];
  const sets: SetColumn['paragraphs'][number][] = [];
  let y = page.top;
  texts.forEach(({ paragraph, id }, node) => {
    const { leading } = paragraph;
    const roomFrom = (top: number): number => Math.max(0, Math.floor((page.bottom - top) / leading + 1e-9));
    const set = setUnhyphenated(paragraph, page, context, roomFrom(y));
    sets.push({ id, set });
    for (const line of set.lines) {
      if (y + leading > page.bottom + 1e-9) {
        pages.push([]);
        y = page.top;
      }
      const role = { node: node + 1 };
      const placed = { x: page.left, y: y + set.baseline, measure: page.measure, line, role, origin: paragraph.origin };
      pages.at(-1)?.push({ kind: 'line', ...placed });
      y += leading;
    }
    if (y > page.top) y += page.paragraphGap;
  });
  return { document: documentOf(pages, texts, page, lang), paragraphs: sets };
}

/** Which lines end a page is known once the paragraph is set; all of them are then kept free, since a hyphen that goes moves the lines after it. */
function setUnhyphenated(
  paragraph: Paragraph,
  page: ColumnPage,
  context: TypesetContext,
  firstRoom: number,
): TypesetParagraph {
  const set = typesetParagraph(paragraph, page.measure, context);
  const perPage = Math.max(1, Math.floor((page.bottom - page.top) / paragraph.leading + 1e-9));
  const ends: number[] = [];
  for (let line = firstRoom - 1; line < set.lines.length + perPage; line += perPage) if (line >= 0) ends.push(line);
  const hyphenated = ends.some((line) => /[-\u00ad\u2010]$/.test(set.lines[line]?.text ?? ''));
  return hyphenated ? typesetParagraph(paragraph, page.measure, context, { unhyphenated: ends }) : set;
}

function documentOf(
  pages: readonly (readonly PlacedLine[])[],
  texts: readonly ColumnText[],
  page: ColumnPage,
  lang: Lang,
): PlacedDocument {
  const { width, height } = page;
  return {
    lang,
    pages: pages.map((items, i): PlacedPage => ({ width, height, label: String(i + 1), master: 'column', items })),
    structure: [
      { id: 0, parent: undefined, tag: { type: 'Document', lang }, origin: '' },
      ...texts.map(({ paragraph, id }, i) => ({
        id: i + 1,
        parent: 0,
        tag: { type: 'P', lang: paragraph.lang } as const,
        block: id,
        origin: paragraph.origin,
      })),
    ],
    placements: new Map(),
    outline: [],
    info: { title: 'Lines', author: '', subject: '', keywords: '', created: CREATED },
  };
}

/** Pages of lines have no date of their own; a fixed one keeps the file the same from run to run. */
const CREATED = '2000-01-01';
