import type { Lang } from '../../core/index.ts';
import type { PlacedDocument } from '../placed.ts';
import { type ObjectId, reference } from './file/object-file.ts';
import { num, type Syntax } from './file/syntax.ts';

/** A place in the document: page index, and pt from the trim's top left. */
export interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** Finds where blocks, notes and note marks stand. */
export interface Destinations {
  /** Of a block or note id; undefined when nothing with that id was placed. */
  find(target: string): Place | undefined;
  /** Where a note is first marked in the text. */
  markOf(note: string): Place | undefined;
  /** Words for a link that leads to a target: its title when the outline has it, and its page. */
  describe(target: string, place: Place): string;
  describeMark(place: Place): string;
  describeAddress(href: string): string;
}

/** Room above the place that a link leads to, pt. */
const AIR = 8;

interface LinkWords {
  readonly titled: (title: string, page: string) => string;
  readonly paged: (page: string) => string;
  readonly note: (page: string) => string;
  readonly back: (page: string) => string;
  readonly address: (href: string) => string;
}

const WORDS: Readonly<Record<Lang, LinkWords>> = {
  zh: {
    titled: (title, page) => `转到第${page}页：${title}`,
    paged: (page) => `转到第${page}页`,
    note: (page) => `注，第${page}页`,
    back: (page) => `返回第${page}页正文`,
    address: (href) => `打开 ${href}`,
  },
  en: {
    titled: (title, page) => `Go to page ${page}: ${title}`,
    paged: (page) => `Go to page ${page}`,
    note: (page) => `Note on page ${page}`,
    back: (page) => `Back to the text on page ${page}`,
    address: (href) => `Open ${href}`,
  },
};

/** Indexes a document by what links may name. */
export function createDestinations(document: PlacedDocument): Destinations {
  const places = new Map<string, Place>();
  const nodePlaces = firstPlaces(document);
  for (const { id, tag, block } of document.structure) {
    const place = nodePlaces.get(id);
    if (place === undefined) continue;
    for (const key of [block, tag.id]) if (key !== undefined && !places.has(key)) places.set(key, place);
  }
  for (const [block, { boxes }] of document.placements) {
    const box = boxes[0];
    if (box !== undefined) places.set(block, { page: box.page, x: box.x, y: box.y });
  }
  const noteIds = new Set(document.structure.flatMap(({ tag }) => (tag.type === 'Note' ? [tag.id] : [])));
  const marks = noteMarks(document);
  const titles = new Map(document.outline.map((entry) => [entry.block, entry.title]));
  const words = WORDS[document.lang];
  const label = (place: Place): string => document.pages[place.page]?.label || String(place.page + 1);
  return {
    find: (target) => places.get(target),
    markOf: (note) => marks.get(note),
    describe: (target, place) => {
      if (noteIds.has(target)) return words.note(label(place));
      const title = titles.get(target);
      return title === undefined ? words.paged(label(place)) : words.titled(title, label(place));
    },
    describeMark: (place) => words.back(label(place)),
    describeAddress: (href) => words.address(href),
  };
}

/** An explicit destination that keeps the reader's zoom. `top`: height of the page above its default origin, pt. */
export function destinationSyntax(place: Place, pages: readonly ObjectId[], heights: readonly number[]): Syntax {
  const top = Math.max(0, (heights[place.page] ?? 0) - Math.max(0, place.y - AIR));
  return `[${reference(pages[place.page] ?? 0)}/XYZ ${num(Math.max(0, place.x - AIR), 0)} ${num(top, 0)} null]`;
}

/** Where the first item of each structure node stands, descendants included. */
function firstPlaces(document: PlacedDocument): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  document.pages.forEach((page, index) => {
    for (const item of page.items) {
      if (!('node' in item.role) || places.has(item.role.node)) continue;
      const rise = item.kind === 'line' ? item.line.items.reduce((most, part) => Math.max(most, heightOf(part)), 0) : 0;
      const place = { page: index, x: item.x, y: item.y - rise };
      for (let node: number | undefined = item.role.node; node !== undefined && !places.has(node); ) {
        places.set(node, place);
        node = document.structure[node]?.parent;
      }
    }
  });
  return places;
}

function heightOf(part: { readonly kind: string; readonly size?: number; readonly ascent?: number }): number {
  return part.size ?? part.ascent ?? 0;
}

function noteMarks(document: PlacedDocument): ReadonlyMap<string, Place> {
  const marks = new Map<string, Place>();
  document.pages.forEach((page, index) => {
    for (const item of page.items) {
      if (item.kind !== 'line') continue;
      for (const part of item.line.items) {
        if (part.kind !== 'glyphs' || part.note === undefined || marks.has(part.note)) continue;
        marks.set(part.note, { page: index, x: item.x + part.x, y: item.y - part.size });
      }
    }
  });
  return marks;
}
