import { createCollector, type Painting } from '../content/collector.ts';
import { artifactOf, type Item, numberedOf } from '../content/item.ts';
import { runPage } from '../content/run.ts';
import { type Dict, dictOf, type PdfFile, textOf } from '../objects/index.ts';
import { type FileSpec, readFileSpecs } from './file-specs.ts';
import { type OutputIntent, readIntents } from './intents.ts';
import { type Page, readPages } from './pages.ts';
import { contentKey, readStructure, type Structure, type StructureElement } from './structure.ts';
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
  readonly byContent: ReadonlyMap<string, readonly Item[]>;
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
  const byContent = new Map<string, Item[]>();
  const content: Owned[] = [];
  for (const item of painting.items) {
    if (item.part !== 'page') continue;
    const numbered = numberedOf(item.mark);
    const key = numbered?.mcid === undefined ? undefined : contentKey(numbered.stream, numbered.mcid);
    const element = key === undefined ? undefined : structure?.owners.get(key);
    content.push({ item, element, artifact: artifactOf(item.mark) !== undefined, mcid: numbered?.mcid });
    if (key === undefined) continue;
    const list = byContent.get(key);
    if (list === undefined) byContent.set(key, [item]);
    else list.push(item);
  }
  return {
    file,
    catalog: file.catalog,
    info: dictOf(file.get(file.trailer, 'Info')),
    lang: textOf(file.get(file.catalog, 'Lang')),
    pages,
    pageById: new Map(pages.flatMap((page) => (page.id === undefined ? [] : [[page.id, page] as const]))),
    painting,
    content,
    byContent,
    structure,
    xmp: readXmp(file),
    intents: readIntents(file),
    fileSpecs: readFileSpecs(file, pages, structure),
  };
}

/** Language of an item: of the innermost sequence that says one, else of its element, else of the document. */
export function languageOf(facts: Facts, { item, element }: Owned): string | undefined {
  for (let mark = item.mark; mark !== undefined; mark = mark.outer) if (mark.lang !== undefined) return mark.lang;
  return element?.lang ?? facts.lang;
}
