import { failed, good, type Outcome } from '../core/index.ts';
import { createCollector } from './content/collector.ts';
import type { DrawnGlyph } from './content/drawn-glyph.ts';
import { runPage } from './content/run.ts';
import { readPages } from './model/pages.ts';
import { openPdf, TooLarge } from './objects/index.ts';
import { tooLarge } from './preflight.ts';

/**
 * Reads every glyph of a PDF by any maker with its place, page by page in the order of painting.
 * Emits I001 (no PDF), I006 (more than any file needs).
 */
export function readGlyphs(bytes: Uint8Array): Outcome<readonly DrawnGlyph[]> {
  const opened = openPdf(bytes);
  if (!opened.ok) return opened;
  const glyphs: DrawnGlyph[] = [];
  try {
    const collector = createCollector(opened.value, { glyphs });
    for (const page of readPages(opened.value)) runPage(collector, page.dict, page.id, page.index);
  } catch (cause) {
    if (cause instanceof TooLarge) return failed([tooLarge(cause)]);
    throw cause;
  }
  return good(glyphs);
}
