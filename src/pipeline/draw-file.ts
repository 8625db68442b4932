import { good, type Outcome } from '../core/index.ts';
import { preflight, readAloud, renderPages, tagPage } from '../inspect/index.ts';

/** Pages are read closely here, with tags over their text. */
const SCALE = 1.25;

/**
 * Draws reading order and tags over pictures of a file’s pages, as one page of HTML, with what breaks the standards that it
 * claims. Emits I001, I002, I006.
 * @param wanted  from 0; all pages without it
 */
export async function drawFile(
  name: string,
  bytes: Uint8Array,
  wanted: readonly number[] | undefined,
): Promise<Outcome<string>> {
  const reading = readAloud(bytes);
  if (!reading.ok) return reading;
  const verdict = preflight(bytes);
  if (!verdict.ok) return verdict;
  const all = reading.value.pages.map(({ index }) => index);
  const pages = wanted === undefined ? all : all.filter((page) => wanted.includes(page));
  const rendered = await renderPages(bytes, { pages, scale: SCALE });
  if (!rendered.ok) return rendered;
  return good(
    tagPage({
      name,
      reading: reading.value,
      pictures: new Map(rendered.value.map((picture) => [picture.page, picture])),
      views: verdict.value.pages,
      findings: verdict.value.findings,
    }),
  );
}
