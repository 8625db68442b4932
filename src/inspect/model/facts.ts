import { createCollector, type Painting } from '../content/collector.ts';
import type { ColourSpace } from '../content/colour.ts';
import { artifactOf, type Item, numberedOf } from '../content/item.ts';
import { runPage } from '../content/run.ts';
import { type Dict, dictOf, type PdfFile, textOf } from '../objects/index.ts';
import { type FileSpec, readFileSpecs } from './file-specs.ts';
import { type OutputIntent, readIntents } from './intents.ts';
import { type Page, readPages } from './pages.ts';
import { type ContentKey, contentKey, readStructure, type Structure, type StructureElement } from './structure.ts';
import { readXmp, type Xmp } from './xmp.ts';

/** Whose an item is: an element's, an artifact, or nobody's. */
export interface Owned {
  readonly item: Item;
  readonly element: StructureElement | undefined;
  readonly artifact: boolean;
  /** The number of the sequence that claims an element. */
  readonly mcid: number | undefined;
}

/** Everything that rules look at, read once. */
export interface Facts {
  readonly file: PdfFile;
  readonly catalog: Dict;
  readonly info: Dict | undefined;
  readonly lang: string | undefined;
  readonly pages: readonly Page[];
  /** By object number. */
  readonly pageById: ReadonlyMap<number, Page>;
  readonly painting: Painting;
  /** Items of pages and their forms, with their owners, in paint order. */
  readonly content: readonly Owned[];
  /** Items by the content that they belong to. */
  readonly byContent: ReadonlyMap<ContentKey, readonly Item[]>;
  /** Every colour space in use, with the first item in it. */
  readonly colours: ReadonlyMap<ColourSpace, Item>;
  readonly structure: Structure | undefined;
  readonly xmp: Xmp;
  readonly intents: readonly OutputIntent[];
  readonly fileSpecs: readonly FileSpec[];
}

/** Reads a whole file. Throws TooLarge for one that costs more than is given. */
export function readFacts(file: PdfFile): Facts {
  const pages = readPages(file);
  const collector = createCollector(file);
  for (const page of pages) runPage(collector, page.dict, page.id, page.index);
  const painting = collector.painting;
  const structure = readStructure(file);
  let byContent: ReadonlyMap<ContentKey, readonly Item[]> | undefined;
  return {
    file,
    catalog: file.catalog,
    info: dictOf(file.get(file.trailer, 'Info')),
    lang: textOf(file.get(file.catalog, 'Lang')),
    pages,
    pageById: new Map(pages.flatMap((page) => (page.id === undefined ? [] : [[page.id, page] as const]))),
    painting,
    content: ownersOf(painting.items, structure),
    // Only where something is found is its place asked for.
    get byContent() {
      byContent ??= sortByContent(painting.items);
      return byContent;
    },
    colours: coloursOf(painting.items),
    structure,
    xmp: readXmp(file),
    intents: readIntents(file),
    fileSpecs: readFileSpecs(file, pages, structure),
  };
}

/** One after the other, items mostly share their mark, and with it their owner. */
function ownersOf(items: readonly Item[], structure: Structure | undefined): readonly Owned[] {
  const content: Owned[] = [];
  let last: Owned | undefined;
  for (const item of items) {
    if (item.part !== 'page') continue;
    if (last === undefined || last.item.mark !== item.mark) last = ownerOf(item, structure);
    const { element, artifact, mcid } = last;
    content.push({ item, element, artifact, mcid });
  }
  return content;
}

function ownerOf(item: Item, structure: Structure | undefined): Owned {
  const numbered = numberedOf(item.mark);
  const mcid = numbered?.mcid;
  const element = mcid === undefined ? undefined : structure?.owners.get(contentKey(numbered?.stream, mcid));
  return { item, element, artifact: artifactOf(item.mark) !== undefined, mcid };
}

function sortByContent(items: readonly Item[]): ReadonlyMap<ContentKey, readonly Item[]> {
  const byContent = new Map<ContentKey, Item[]>();
  for (const item of items) {
    const numbered = item.part === 'page' ? numberedOf(item.mark) : undefined;
    if (numbered?.mcid === undefined) continue;
    const key = contentKey(numbered.stream, numbered.mcid);
    const list = byContent.get(key);
    if (list === undefined) byContent.set(key, [item]);
    else list.push(item);
  }
  return byContent;
}

function coloursOf(items: readonly Item[]): ReadonlyMap<ColourSpace, Item> {
  const colours = new Map<ColourSpace, Item>();
  const note = (space: ColourSpace | undefined, item: Item): void => {
    if (space !== undefined && !colours.has(space)) colours.set(space, item);
  };
  for (const item of items) {
    if (item.kind === 'text' || item.kind === 'path') {
      note(item.fill?.space, item);
      note(item.stroke?.space, item);
    } else {
      if (item.kind === 'image') note(item.stencil?.space, item);
      note(item.space, item);
    }
  }
  return colours;
}

/** Language of an item: of the innermost sequence that says one, else of its element, else of the document. */
export function languageOf(facts: Facts, { item, element }: Owned): string | undefined {
  for (let mark = item.mark; mark !== undefined; mark = mark.outer) if (mark.lang !== undefined) return mark.lang;
  return element?.lang ?? facts.lang;
}
