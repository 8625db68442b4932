import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { diagnose, failed, good, type Outcome } from '../core/index.ts';
import type { OutlineFacts } from './facts.ts';
import { pageOfDestination } from './page.ts';

/** A file that is open for reading. `close` has to be called in the end. */
export interface OpenDocument {
  readonly document: PDFDocumentProxy;
  readonly close: () => Promise<void>;
}

/**
 * Opens a PDF with an independent reader. Nothing is fetched, evaluated or printed.
 * @param fonts  whether the fonts’ own tables are asked for later
 * Emits I001 (damaged, or no PDF), I002 (encrypted with a password).
 */
export async function openDocument(bytes: Uint8Array, fonts = false): Promise<Outcome<OpenDocument>> {
  // Loaded only when asked for: it is large, and its polyfills slow down every array of the process.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // The reader takes the buffer away from its caller, so it gets a copy.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    fontExtraProperties: fonts,
  });
  try {
    return good({ document: await task.promise, close: () => task.destroy() });
  } catch (cause) {
    await task.destroy();
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof Error && cause.name === 'PasswordException') {
      const hints = ['save a copy without a password, and name that'];
      return failed([diagnose('I002', 'the file is encrypted, and asks for a password', { hints })]);
    }
    return failed([diagnose('I001', `the file cannot be read as a PDF: ${reason}`, { hints: ['build it again'] })]);
  }
}

type OutlineItems = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** The outline with the page that each entry leads to. */
export async function readOutline(document: PDFDocumentProxy, items: OutlineItems): Promise<readonly OutlineFacts[]> {
  const out: OutlineFacts[] = [];
  for (const { title, dest, items: children } of items ?? []) {
    out.push({
      title,
      page: await pageOfDestination(document, dest),
      children: await readOutline(document, children),
    });
  }
  return out;
}
