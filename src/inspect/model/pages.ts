import type { Box } from '../content/matrix.ts';
import {
  type Dict,
  dictOf,
  isArray,
  isReference,
  nameOf,
  numberOf,
  type PdfFile,
  TooLarge,
  type Value,
} from '../objects/index.ts';

/** A page, with what it takes over from the nodes above it. */
export interface Page {
  /** From 0. */
  readonly index: number;
  readonly id: number | undefined;
  readonly dict: Dict;
  readonly media: Box;
  readonly crop: Box | undefined;
  readonly bleed: Box | undefined;
  readonly trim: Box | undefined;
  readonly art: Box | undefined;
  /** Quarter turns clockwise by which it is shown turned: 0 to 3. Source: ISO 32000-1 table 30. */
  readonly turns: number;
  /** Resources of its own, not of a node above. */
  readonly ownResources: boolean;
  /** With their object numbers. */
  readonly annotations: readonly { readonly id: number | undefined; readonly dict: Dict }[];
}

const LETTER: Box = [0, 0, 612, 792];

/** All pages in order. A tree that leads back into itself ends there. Source: ISO 32000-1 7.7.3. */
export function readPages(file: PdfFile): readonly Page[] {
  const pages: Page[] = [];
  const seen = new Set<Dict>();
  const visit = (value: Value | undefined, above: readonly Dict[], depth: number): void => {
    const dict = dictOf(file.resolve(value));
    if (dict === undefined || seen.has(dict) || depth > file.budget.limits.levels) return;
    seen.add(dict);
    const kids = file.get(dict, 'Kids');
    if (isArray(kids) && nameOf(file.get(dict, 'Type')) !== 'Page') {
      for (const kid of kids) visit(kid, [dict, ...above], depth + 1);
      return;
    }
    if (pages.length >= file.budget.limits.pages) {
      throw new TooLarge(`the file has more than ${file.budget.limits.pages} pages`);
    }
    pages.push(readPage(file, dict, isReference(value) ? value.ref : undefined, above, pages.length));
  };
  visit(file.catalog.entries.get('Pages'), [], 0);
  return pages;
}

function readPage(file: PdfFile, dict: Dict, id: number | undefined, above: readonly Dict[], index: number): Page {
  const inherited = (key: string): Value => {
    for (const node of [dict, ...above]) {
      const value = file.get(node, key);
      if (value !== null) return value;
    }
    return null;
  };
  const box = (value: Value): Box | undefined => {
    if (!isArray(value) || value.length !== 4) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = value.map((part) => numberOf(file.resolve(part)) ?? 0);
    return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  };
  const annotations = file.get(dict, 'Annots');
  if (isArray(annotations)) file.budget.spend('elements', annotations.length);
  return {
    index,
    id,
    dict,
    media: box(inherited('MediaBox')) ?? LETTER,
    crop: box(inherited('CropBox')),
    bleed: box(file.get(dict, 'BleedBox')),
    trim: box(file.get(dict, 'TrimBox')),
    art: box(file.get(dict, 'ArtBox')),
    turns: quarterTurns(numberOf(inherited('Rotate')) ?? 0),
    ownResources: dict.entries.has('Resources'),
    annotations: (isArray(annotations) ? annotations : []).flatMap((item) => {
      const found = dictOf(file.resolve(item));
      return found === undefined ? [] : [{ id: isReference(item) ? item.ref : undefined, dict: found }];
    }),
  };
}

/** Of an angle in degrees; one that is no quarter turn turns nothing. */
function quarterTurns(angle: number): number {
  const turns = angle / 90;
  return Number.isInteger(turns) ? ((turns % 4) + 4) % 4 : 0;
}
