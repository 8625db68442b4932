import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { diagnose, failed, good, type Outcome } from '../core/index.ts';
import type { AttachmentFacts, FontFacts, PdfFacts } from './facts.ts';
import { openDocument, readOutline } from './open-document.ts';
import { inspectPage } from './page.ts';

/**
 * Reads a PDF file back with an independent reader, so that what was meant can be held against what the file says.
 * @param bytes the whole file
 * Emits I001 (damaged, or no PDF), I002 (encrypted with a password).
 */
export async function inspectPdf(bytes: Uint8Array): Promise<Outcome<PdfFacts>> {
  const opened = await openDocument(bytes, true);
  if (!opened.ok) return opened;
  try {
    return good(await readDocument(opened.value.document));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return failed([diagnose('I001', `the file cannot be read as a PDF: ${reason}`, { hints: ['build it again'] })]);
  } finally {
    await opened.value.close();
  }
}

async function readDocument(document: PDFDocumentProxy): Promise<PdfFacts> {
  const { info, metadata } = await document.getMetadata();
  const entries = Object.entries(info).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const { PDFFormatVersion: version = '', Language: lang, ...texts } = Object.fromEntries(entries);
  const labels = await document.getPageLabels();
  const fonts = new Map<string, FontFacts>();
  const pages = [];
  for (let index = 0; index < document.numPages; index += 1) {
    pages.push(await inspectPage(document, index, labels?.[index] ?? String(index + 1), fonts));
  }
  return {
    version,
    lang,
    marked: (await document.getMarkInfo())?.Marked === true,
    info: texts,
    xmp: readXmp(metadata),
    pages,
    outline: await readOutline(document, await document.getOutline()),
    fonts: [...fonts.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    attachments: readAttachments(await document.getAttachments()),
  };
}

function readXmp(metadata: unknown): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  if (typeof metadata !== 'object' || metadata === null || !(Symbol.iterator in metadata)) return out;
  for (const [key, value] of metadata as Iterable<[string, unknown]>) {
    out.set(key, Array.isArray(value) ? value.join('; ') : String(value));
  }
  return out;
}

function readAttachments(found: unknown): readonly AttachmentFacts[] {
  if (typeof found !== 'object' || found === null) return [];
  return Object.values(found as Record<string, { filename: string; description?: string; content: Uint8Array }>)
    .map(({ filename, description = '', content }) => ({ name: filename, description, bytes: content }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
