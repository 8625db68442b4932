import type { Lang } from '../../core/index.ts';
import type { PlacedDocument, StructureNode } from '../placed.ts';
import { type ObjectId, reference } from './file/object-file.ts';
import { num, type Syntax } from './file/syntax.ts';
import { LINK_WORDS } from './link-words.ts';
import { createTargetTitles } from './target-titles.ts';

/** A place in the document: page index, and pt from the trim's top left. */
export interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** Finds where blocks, notes and note marks stand, and puts it into words. */
export interface Destinations {
  /** Of a block or note, as seen from a page; undefined when nothing with that id was placed. */
  find(target: string, page: number): Place | undefined;
  /** Where a note is marked in the text: on the page itself, or else first. */
  markOf(note: string, page: number): Place | undefined;
  /** What a link with that text says: what stands at its target, and on which page. */
  describe(target: string, place: Place, link: LinkText): string;
  describeMark(place: Place, link: LinkText): string;
  describeAddress(href: string, lang: Lang): string;
}

/** What a link shows, and its language. */
export interface LinkText {
  readonly text: string;
  readonly lang: Lang;
}

/** Room above the place that a link leads to, pt. */
const AIR = 8;

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
  const notes = notePlaces(document, nodePlaces);
  const marks = noteMarks(document);
  const titles = createTargetTitles(document);
  const label = (place: Place): string => document.pages[place.page]?.label || String(place.page + 1);
  return {
    find: (target, page) => nearest(notes.get(target), page) ?? places.get(target),
    markOf: (note, page) => nearest(marks.get(note), page),
    describe: (target, place, { text, lang }) => {
      const words = LINK_WORDS[lang];
      if (notes.has(target)) return words.note(text, label(place));
      const title = titles.of(target, lang);
      return title === undefined ? words.paged(label(place)) : words.titled(title, label(place));
    },
    describeMark: (place, { text, lang }) => LINK_WORDS[lang].back(text, label(place)),
    describeAddress: (href, lang) => LINK_WORDS[lang].address(href),
  };
}

/** A note that is cited on several pages stands on each of them: the one on the same page is meant. */
function nearest(places: readonly Place[] | undefined, page: number): Place | undefined {
  return places?.find((place) => place.page === page) ?? places?.[0];
}

/** Every print of each note, by the id that its marks name. */
function notePlaces(
  document: PlacedDocument,
  nodePlaces: ReadonlyMap<number, Place>,
): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const node of document.structure) {
    const note = noteIdOf(node);
    const place = nodePlaces.get(node.id);
    if (note === undefined || place === undefined) continue;
    places.set(note, [...(places.get(note) ?? []), place]);
  }
  return places;
}

/** The id that marks name: a note's second print has an element id of its own. */
export function noteIdOf({ tag, block }: StructureNode): string | undefined {
  return tag.type === 'Note' ? (block ?? tag.id) : undefined;
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

function noteMarks(document: PlacedDocument): ReadonlyMap<string, readonly Place[]> {
  const marks = new Map<string, Place[]>();
  document.pages.forEach((page, index) => {
    for (const item of page.items) {
      if (item.kind !== 'line') continue;
      for (const part of item.line.items) {
        if (part.kind !== 'glyphs' || part.note === undefined) continue;
        const known = marks.get(part.note) ?? [];
        known.push({ page: index, x: item.x + part.x, y: item.y - part.size });
        marks.set(part.note, known);
      }
    }
  });
  return marks;
}
