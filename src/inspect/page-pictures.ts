import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { InternalError, type Outcome, outcome } from '../core/index.ts';
import { openDocument } from './open-document.ts';

/** A page as a picture. */
export interface PagePicture {
  /** From 0. */
  readonly page: number;
  /** Of the page, pt. */
  readonly width: number;
  readonly height: number;
  readonly mime: 'image/jpeg';
  readonly bytes: Uint8Array;
}

/** What the reader’s own canvas can do beyond drawing. The declarations leave it out. */
interface Canvas {
  toBuffer(mime: 'image/jpeg', quality: number): Uint8Array;
}

interface CanvasMaker {
  create(width: number, height: number): { readonly canvas: Canvas; readonly context: unknown };
}

/** Of a hundred: text stays readable at a third of the size of a lossless picture. WebP is smaller, and takes five times as long. */
const QUALITY = 45;

/**
 * Renders pages of a PDF as small pictures to look at, not to print. Needs nothing but the reader’s own canvas.
 * @param pages  indices from 0; all pages without it
 * @param scale  pixels to a point: a page of A4 is 595 pixels wide at 1
 * Emits I001, I002.
 */
export async function renderPages(
  bytes: Uint8Array,
  { pages, scale = 1 }: { readonly pages?: readonly number[]; readonly scale?: number } = {},
): Promise<Outcome<readonly PagePicture[]>> {
  const opened = await openDocument(bytes);
  if (!opened.ok) return opened;
  const { document, close } = opened.value;
  try {
    const pictures: PagePicture[] = [];
    for (const page of pages ?? Array.from({ length: document.numPages }, (_, index) => index))
      pictures.push(await renderPage(document, page, scale));
    return outcome(pictures, []);
  } finally {
    await close();
  }
}

async function renderPage(document: PDFDocumentProxy, index: number, scale: number): Promise<PagePicture> {
  const page = await document.getPage(index + 1);
  const viewport = page.getViewport({ scale });
  const { canvas, context } = canvasMaker(document).create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  // The declarations ask for a browser's canvas; in Node the reader works on the one that it made itself.
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  page.cleanup();
  const { width, height } = page.getViewport({ scale: 1 });
  return { page: index, width, height, mime: 'image/jpeg', bytes: canvas.toBuffer('image/jpeg', QUALITY) };
}

function canvasMaker(document: object): CanvasMaker {
  const maker: unknown = 'canvasFactory' in document ? document.canvasFactory : undefined;
  if (typeof maker === 'object' && maker !== null && 'create' in maker) return maker as CanvasMaker;
  throw new InternalError('the PDF reader has no canvas');
}
