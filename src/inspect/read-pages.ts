import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { diagnose, failed, good, type Outcome } from '../core/index.ts';
import type { LinkFacts, OutlineFacts } from './facts.ts';
import { openDocument, readOutline } from './open-document.ts';
import { readLinks } from './page.ts';

/** The text of a finished PDF with its places, without fonts and structure: what a reader of figures needs. */
export interface PdfText {
  readonly lang: string | undefined;
  readonly pages: readonly PageText[];
  readonly outline: readonly OutlineFacts[];
}

export interface PageText {
  readonly index: number;
  readonly label: string;
  /** pt */
  readonly width: number;
  readonly height: number;
  /** In the order of the file; empty on a page that is a picture. */
  readonly items: readonly PlacedText[];
  readonly links: readonly LinkFacts[];
  /** Alternative texts of the page’s pictures, in reading order. */
  readonly alts: readonly string[];
  /** The page shows a picture that nearly fills it: a scan, when there is no text. */
  readonly pictures: boolean;
}

/** A stretch of text in one font. `y` is its baseline, pt upwards from the page’s bottom. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly artifact: boolean;
  /** The line ends after it. */
  readonly last: boolean;
  /** Degrees against the page’s horizontal. */
  readonly angle: number;
}

/** What to read beside the text. */
export interface ReadPagesOptions {
  readonly links: boolean;
  readonly alts: boolean;
}

/**
 * Reads the text of a PDF by any maker, page by page.
 * Emits I001 (damaged, or no PDF), I002 (encrypted with a password).
 */
export async function readPages(bytes: Uint8Array, options: ReadPagesOptions): Promise<Outcome<PdfText>> {
  const opened = await openDocument(bytes);
  if (!opened.ok) return opened;
  const { document, close } = opened.value;
  try {
    const labels = await document.getPageLabels();
    const pages: PageText[] = [];
    for (let index = 0; index < document.numPages; index += 1) {
      const page = await document.getPage(index + 1);
      pages.push(await readPage(document, page, index, labels?.[index] ?? String(index + 1), options));
      page.cleanup();
    }
    const { info } = await document.getMetadata();
    const lang = 'Language' in info && typeof info.Language === 'string' ? info.Language : undefined;
    return good({ lang, pages, outline: await readOutline(document, await document.getOutline()) });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return failed([diagnose('I001', `the file breaks off or is damaged: ${reason}`, { hints: ['make it again'] })]);
  } finally {
    await close();
  }
}

async function readPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  index: number,
  label: string,
  options: ReadPagesOptions,
): Promise<PageText> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const content = await page.getTextContent({ includeMarkedContent: true });
  const items: PlacedText[] = [];
  const open: boolean[] = [];
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push('tag' in item && item.tag === 'Artifact');
      continue;
    }
    if (item.str === '') {
      const before = items.at(-1);
      if (item.hasEOL && before !== undefined) items[items.length - 1] = { ...before, last: true };
      continue;
    }
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as readonly number[];
    items.push({
      text: item.str,
      x: x - left,
      y: y - bottom,
      width: item.width,
      size: Math.hypot(a, b),
      artifact: open.includes(true),
      last: item.hasEOL,
      angle: (Math.atan2(b, a) * 180) / Math.PI,
    });
  }
  return {
    index,
    label,
    width: right - left,
    height: top - bottom,
    items,
    links: options.links ? await readLinks(document, page) : [],
    alts: options.alts ? altsOf(await page.getStructTree()) : [],
    pictures: items.length === 0 ? await showsPicture(page) : false,
  };
}

/** The declarations leave alternative texts out. */
function altsOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'alt' in node && typeof node.alt === 'string' && node.alt !== '' ? [node.alt] : [];
  const children: readonly unknown[] = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return [...own, ...children.flatMap((child) => altsOf(child))];
}

/** Only asked of pages without text, since reading the operators of a page takes longer than its text. */
async function showsPicture(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((op) => op === OPS.paintImageXObject || op === OPS.paintInlineImageXObject);
}
