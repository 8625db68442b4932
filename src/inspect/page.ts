import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FontFacts, LinkFacts, PageFacts, TagFacts, TextFacts } from './facts.ts';

type TextItem = Extract<Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number], { readonly str: string }>;

/** Reads one page; adds its fonts to those known. */
export async function inspectPage(
  document: PDFDocumentProxy,
  index: number,
  label: string,
  fonts: Map<string, FontFacts>,
): Promise<PageFacts> {
  const page = await document.getPage(index + 1);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const content = await page.getTextContent({ includeMarkedContent: true });
  const names = await readFonts(page, Object.keys(content.styles), fonts);

  const items: TextFacts[] = [];
  /** Text by marked-content id, for the structure tree. */
  const marked = new Map<string, string>();
  const open: { readonly id: string | undefined; readonly artifact: boolean }[] = [];
  let text = '';
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push({ id: item.id ?? undefined, artifact: tagOf(item) === 'Artifact' });
      continue;
    }
    const piece = item.str + (item.hasEOL ? '\n' : '');
    text += piece;
    const owner = open.findLast((mark) => mark.id !== undefined)?.id;
    if (owner !== undefined) marked.set(owner, (marked.get(owner) ?? '') + piece);
    if (item.str !== '')
      items.push(
        textFacts(
          item,
          names,
          open.some((mark) => mark.artifact),
        ),
      );
  }
  return {
    index,
    label,
    width: right - left,
    height: top - bottom,
    text,
    items,
    links: await readLinks(document, page),
    tags: readTags(await page.getStructTree(), marked),
  };
}

/** The declarations leave this field out. */
function tagOf(item: object): unknown {
  return 'tag' in item ? item.tag : undefined;
}

function textFacts(item: TextItem, names: ReadonlyMap<string, string>, artifact: boolean): TextFacts {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as readonly number[];
  const font = names.get(item.fontName) ?? item.fontName;
  return { text: item.str, x, y, width: item.width, size: Math.hypot(a, b), font, artifact };
}

/** Names by the ids that text items use. */
async function readFonts(
  page: PDFPageProxy,
  ids: readonly string[],
  fonts: Map<string, FontFacts>,
): Promise<ReadonlyMap<string, string>> {
  await page.getOperatorList();
  const names = new Map<string, string>();
  for (const id of ids) {
    const found: unknown = page.commonObjs.get(id);
    if (typeof found !== 'object' || found === null) continue;
    const font = found as { readonly name?: string; readonly missingFile?: boolean; readonly toUnicode?: unknown };
    const name = font.name ?? id;
    names.set(id, name);
    fonts.set(name, { name, embedded: font.missingFile !== true, hasUnicode: font.toUnicode !== undefined });
  }
  return names;
}

interface RawLink {
  readonly subtype: string;
  readonly rect: readonly [number, number, number, number];
  readonly contentsObj?: { readonly str?: string };
  readonly url?: string;
  readonly unsafeUrl?: string;
  readonly dest?: unknown;
}

/** The links of a page. */
export async function readLinks(document: PDFDocumentProxy, page: PDFPageProxy): Promise<readonly LinkFacts[]> {
  const annotations = (await page.getAnnotations()) as readonly RawLink[];
  const links: LinkFacts[] = [];
  for (const link of annotations) {
    if (link.subtype !== 'Link') continue;
    links.push({
      box: link.rect,
      contents: link.contentsObj?.str ?? '',
      href: link.url ?? link.unsafeUrl,
      page: await pageOfDestination(document, link.dest),
    });
  }
  return links;
}

/** Index of the page that a destination, explicit or by name, leads to. */
export async function pageOfDestination(document: PDFDocumentProxy, destination: unknown): Promise<number | undefined> {
  const explicit = typeof destination === 'string' ? await document.getDestination(destination) : destination;
  const target: unknown = Array.isArray(explicit) ? explicit[0] : undefined;
  if (typeof target !== 'object' || target === null) return undefined;
  return document.getPageIndex(target as { num: number; gen: number });
}

interface RawTag {
  readonly role?: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly RawTag[];
}

function readTags(root: unknown, marked: ReadonlyMap<string, string>): readonly TagFacts[] {
  if (typeof root !== 'object' || root === null) return [];
  const read = (tag: RawTag): TagFacts => {
    const children = tag.children ?? [];
    const content = children.filter((child) => child.type === 'content');
    return {
      type: tag.role ?? '',
      lang: tag.lang,
      alt: tag.alt,
      text: content.map((child) => marked.get(child.id ?? '') ?? '').join(''),
      annotations: children.filter((child) => child.type === 'annotation' || child.type === 'object').length,
      children: children.filter((child) => child.role !== undefined).map(read),
    };
  };
  return ((root as RawTag).children ?? []).map(read);
}
