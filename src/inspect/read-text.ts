import { diagnose, failed, good, type Outcome } from '../core/index.ts';
import { createCollector } from './content/collector.ts';
import type { DrawnShape } from './content/drawn-shape.ts';
import { artifactOf, type Item } from './content/item.ts';
import { runPage } from './content/run.ts';
import { ShownText } from './content/shown-text.ts';
import type { LinkFacts } from './facts.ts';
import { openDestinations, type PageOfDestination } from './model/destinations.ts';
import { readPageLabels } from './model/page-labels.ts';
import { type Page, readPages } from './model/pages.ts';
import { readStructure, type StructureElement } from './model/structure.ts';
import { dictOf, isArray, nameOf, numberOf, openPdf, type PdfFile, TooLarge, textOf } from './objects/index.ts';
import { tooLarge } from './preflight.ts';
import type { PageText, PlacedText } from './read-pages.ts';

/** The finished pages of a file: what they say, and what is drawn on them. */
export interface FinishedPages {
  readonly pages: readonly PageText[];
  /** Every painted path, in the order of painting. */
  readonly shapes: readonly DrawnShape[];
}

/**
 * Reads the text and the drawn shapes of a PDF, operator by operator: one item for each operator that shows text, as a writer
 * that breaks its own lines leaves them. Files that set letters one by one are read better by `readPages`.
 * Emits I001 (no PDF, or content that cannot be unpacked), I002 (encrypted), I006 (more than any file needs).
 */
export function readText(bytes: Uint8Array): Outcome<FinishedPages> {
  const opened = openPdf(bytes);
  if (!opened.ok) return opened;
  const file = opened.value;
  if (file.encrypted) {
    const hints = ['save a copy without a password, and name that'];
    return failed([diagnose('I002', 'the file is encrypted', { hints })]);
  }
  try {
    return readFile(file);
  } catch (cause) {
    if (cause instanceof TooLarge) return failed([tooLarge(cause)]);
    throw cause;
  }
}

function readFile(file: PdfFile): Outcome<FinishedPages> {
  const pages = readPages(file);
  if (pages.length === 0) return failed([damaged('it has no pages')]);
  const labels = readPageLabels(file, pages.length);
  const leadsTo = openDestinations(file, pages);
  const alts = altsOf(file, pages);
  const shapes: DrawnShape[] = [];
  const collector = createCollector(file, { shapes });
  const read = pages.map((page): PageText => {
    const from = collector.items.length;
    runPage(collector, page.dict, page.id, page.index);
    const items = collector.items.slice(from).filter(({ part }) => part === 'page');
    const [left, bottom, right, top] = page.crop ?? page.media;
    const texts = items.flatMap((item) => placedText(item, left, bottom));
    return {
      index: page.index,
      label: labels[page.index] ?? '',
      width: right - left,
      height: top - bottom,
      items: texts,
      links: linksOf(file, page, leadsTo),
      alts: alts.get(page.index) ?? [],
      pictures: texts.length === 0 && items.some(({ kind }) => kind === 'image'),
    };
  });
  const broken = collector.faults.find(({ kind }) => kind === 'syntax');
  return broken === undefined
    ? good({ pages: read, shapes })
    : failed([damaged(`page ${broken.page + 1}: ${broken.message}`)]);
}

function damaged(reason: string) {
  return diagnose('I001', `the file breaks off or is damaged: ${reason}`, { hints: ['make it again'] });
}

function placedText(item: Item, left: number, bottom: number): readonly PlacedText[] {
  if (!(item instanceof ShownText) || item.text === '') return [];
  const { x, y, width, angle } = item.baseline;
  const artifact = artifactOf(item.mark) !== undefined;
  return [{ text: item.text, x: x - left, y: y - bottom, width, size: item.size, artifact, last: false, angle }];
}

function linksOf(file: PdfFile, page: Page, leadsTo: PageOfDestination): readonly LinkFacts[] {
  return page.annotations.flatMap(({ dict }) => {
    if (nameOf(file.get(dict, 'Subtype')) !== 'Link') return [];
    const rect = file.get(dict, 'Rect');
    const [a = 0, b = 0, c = 0, d = 0] = isArray(rect) ? rect.map((side) => numberOf(file.resolve(side)) ?? 0) : [];
    const action = dictOf(file.get(dict, 'A'));
    return [
      {
        box: [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const,
        contents: textOf(file.get(dict, 'Contents')) ?? '',
        href: textOf(file.get(action, 'URI')),
        page: leadsTo(dict.entries.get('Dest') ?? action?.entries.get('D')),
      },
    ];
  });
}

/** Alternative texts in reading order, each on the first page that its element reaches. */
function altsOf(file: PdfFile, pages: readonly Page[]): ReadonlyMap<number, readonly string[]> {
  const byId = new Map(pages.flatMap(({ id, index }) => (id === undefined ? [] : [[id, index] as const])));
  const found = new Map<number, string[]>();
  for (const element of readStructure(file)?.elements ?? []) {
    const alt = textOf(file.get(element.dict, 'Alt')) ?? '';
    const page = alt === '' ? undefined : firstPage(element, byId);
    if (page === undefined) continue;
    const list = found.get(page) ?? [];
    list.push(alt);
    found.set(page, list);
  }
  return found;
}

function firstPage(element: StructureElement, byId: ReadonlyMap<number, number>): number | undefined {
  for (const kid of element.kids) {
    const stream = kid.kind === 'content' ? kid.stream : kid.kind === 'object' ? kid.page : undefined;
    const page = kid.kind === 'element' ? firstPage(kid.element, byId) : byId.get(stream ?? -1);
    if (page !== undefined) return page;
  }
  return undefined;
}
