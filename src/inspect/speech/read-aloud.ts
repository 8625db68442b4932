import { failed, good, type Outcome } from '../../core/index.ts';
import { artifactOf } from '../content/item.ts';
import { type Box, union } from '../content/matrix.ts';
import { type CellHeaders, headersOfCells } from '../model/cell-headers.ts';
import { type Facts, readFacts } from '../model/facts.ts';
import { readPageLabels } from '../model/page-labels.ts';
import { textOfElement } from '../model/place.ts';
import { childrenOf } from '../model/relatives.ts';
import { contentKey, type StructureElement } from '../model/structure.ts';
import { tableGrid } from '../model/table-grid.ts';
import { openPdf, TooLarge } from '../objects/index.ts';
import { tooLarge } from '../preflight.ts';
import { announcement, roleWords } from './announce.ts';
import { isInline, partsOf } from './parts.ts';
import type { Reading, Spoken, SpokenPart } from './spoken.ts';
import { tagTree } from './tag-tree.ts';

/**
 * Reads a file as a screen reader would: by its structure tree alone, with roles, languages, alternative texts, headers of
 * cells and what links say. Without a tree nothing is said. Emits I001, I006.
 */
export function readAloud(bytes: Uint8Array): Outcome<Reading> {
  const opened = openPdf(bytes);
  if (!opened.ok) return opened;
  try {
    const facts = readFacts(opened.value);
    const spoken: Spoken[][] = facts.pages.map(() => []);
    for (const one of speak(facts)) spoken[one.page]?.push(one);
    const labels = readPageLabels(facts.file, facts.pages.length);
    const skipped = skippedOf(facts);
    return good({
      lang: facts.lang ?? '',
      tree: tagTree(facts),
      title: facts.xmp.get('dc', 'title') ?? '',
      pages: facts.pages.map(({ index }) => ({
        index,
        label: labels[index] ?? '',
        spoken: spoken[index] ?? [],
        skipped: skipped[index] ?? new Map(),
      })),
    });
  } catch (cause) {
    if (cause instanceof TooLarge) return failed([tooLarge(cause)]);
    throw cause;
  }
}

function speak(facts: Facts): readonly Spoken[] {
  const spoken: Spoken[] = [];
  const headers = new Map<StructureElement, CellHeaders>();
  let now = 0;
  const say = (element: StructureElement, depth: number, role: string, parts: readonly SpokenPart[]): void => {
    const { type, order } = element;
    const lang = element.lang ?? facts.lang ?? '';
    const boxes = boxesOf(facts, element);
    const pages = [...new Set(parts.map(({ page }) => page ?? boxes.keys().next().value ?? now))];
    for (const [i, page] of (pages.length > 0 ? pages : [boxes.keys().next().value ?? now]).entries()) {
      now = page;
      const own = parts.filter((part) => (part.page ?? page) === page);
      spoken.push({ page, depth, role, lang, parts: own, box: boxes.get(page), type, order, continued: i > 0 });
    }
  };
  const visit = (element: StructureElement, depth: number): void => {
    const grid = element.role === 'Table' ? tableGrid(facts.file, element) : undefined;
    if (grid !== undefined) for (const [cell, own] of headersOfCells(facts.file, grid)) headers.set(cell, own);
    const told = announcement(facts, element, grid);
    if (told !== undefined) say(element, depth, told, []);
    const whole = UNITS.has(element.role) ? unitOf(element) : undefined;
    const own: SpokenPart[] = [];
    for (const one of whole ?? [element]) own.push(...parted(partsOf(facts, one), own.length > 0));
    if (own.length > 0 || SAID_EMPTY.has(element.role)) {
      say(element, depth, roleWords(element, headerTexts(facts, headers.get(element))), own);
    }
    if (whole !== undefined) return;
    for (const child of blocksOf(element)) visit(child, told === undefined ? depth : depth + 1);
  };
  for (const root of facts.structure?.roots ?? []) visit(root, 0);
  return spoken;
}

/** The words of a paragraph behind another one: they are not run together. */
function parted(parts: readonly SpokenPart[], apart: boolean): readonly SpokenPart[] {
  const [first, ...rest] = parts;
  return first === undefined || !apart ? parts : [{ ...first, text: ` ${first.text}` }, ...rest];
}

function blocksOf(element: StructureElement): readonly StructureElement[] {
  return childrenOf(element).filter((child) => !isInline(child));
}

/** Said as one, when they hold nothing but text: a listener hears a cell, not the paragraphs of a cell. */
const UNITS: ReadonlySet<string> = new Set(['TH', 'TD', 'LI', 'Caption']);
/** An empty cell and a picture without words are heard too. */
const SAID_EMPTY: ReadonlySet<string> = new Set(['TH', 'TD', 'Figure']);
const PLAIN: ReadonlySet<string> = new Set(['P', 'Lbl', 'LBody']);

/** An element with all blocks inside it, in order; undefined when one of them is more than text. */
function unitOf(element: StructureElement): readonly StructureElement[] | undefined {
  const inner = blocksOf(element).map((child) => (PLAIN.has(child.role) ? unitOf(child) : undefined));
  const whole = inner.flatMap((unit) => unit ?? []);
  return inner.includes(undefined) ? undefined : [element, ...whole];
}

function headerTexts(facts: Facts, headers: CellHeaders | undefined): readonly string[] {
  return [...(headers?.columns ?? []), ...(headers?.rows ?? [])]
    .map((header) => wordsOf(facts, header))
    .filter((words) => words !== '');
}

/** The words of a header, with a gap between its paragraphs: in two languages it has two. */
function wordsOf(facts: Facts, header: StructureElement): string {
  const inner = childrenOf(header).filter(({ role }) => role === 'P');
  return (inner.length > 1 ? inner : [header])
    .map((one) => textOfElement(facts, one).replaceAll('\u00ad', '').trim())
    .join(' ');
}

/** Where an element stands, page by page. */
function boxesOf(facts: Facts, element: StructureElement): ReadonlyMap<number, Box> {
  const boxes = new Map<number, Box>();
  const visit = ({ kids }: StructureElement): void => {
    for (const kid of kids) {
      if (kid.kind === 'element') visit(kid.element);
      if (kid.kind !== 'content') continue;
      for (const { page, box } of facts.byContent.get(contentKey(kid.stream, kid.mcid)) ?? []) {
        const known = boxes.get(page);
        boxes.set(page, known === undefined ? box : union(known, box));
      }
    }
  };
  visit(element);
  return boxes;
}

/** Artifacts of each page by their kinds, each sequence counted once. */
function skippedOf({ content }: Facts): readonly ReadonlyMap<string, number>[] {
  const pages: Map<string, number>[] = [];
  const seen = new Set<unknown>();
  for (const { item, artifact } of content) {
    const mark = artifact ? artifactOf(item.mark) : undefined;
    if (mark === undefined || seen.has(mark)) continue;
    seen.add(mark);
    const counts = pages[item.page] ?? new Map<string, number>();
    pages[item.page] = counts;
    const kind = mark.subtype ?? mark.type ?? 'Artifact';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return pages;
}
