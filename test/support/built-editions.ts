import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Edition } from '../../src/core/index.ts';
import { inspectPdf, type PageFacts, type PdfFacts } from '../../src/inspect/index.ts';

const known = new Map<string, Promise<PdfFacts>>();

/** What one built edition holds, read back from its bytes. */
export function editionFacts(project: 'showcase' | 'ferry', edition: Edition): Promise<PdfFacts> {
  const path = join(inject(project), `report.${edition}.pdf`);
  const reading = known.get(path) ?? readFacts(path);
  known.set(path, reading);
  return reading;
}

async function readFacts(path: string): Promise<PdfFacts> {
  const read = await inspectPdf(new Uint8Array(await readFile(path)));
  if (!read.ok) throw new Error(read.diagnostics.map((one) => one.message).join('\n'));
  return read.value;
}

/** Bytes of a built file. */
export function builtFile(project: 'showcase' | 'ferry', name: string): Promise<Uint8Array> {
  return readFile(join(inject(project), name));
}

/** The words of a page that stand inside a box, in reading order. */
export function textInside(page: PageFacts, box: readonly [number, number, number, number]): string {
  const [left, bottom, right, top] = box;
  return page.items
    .filter((item) => item.y >= bottom - 1 && item.y <= top && item.x >= left - 1 && item.x + item.width <= right + 1)
    .map((item) => item.text)
    .join('')
    .trim();
}

/** All text of an edition, white space taken out: line breaks may cut a figure anywhere a space may stand. */
export function packed(facts: PdfFacts): string {
  return facts.pages
    .map((page) => page.text)
    .join('\n')
    .replace(/\s+/gu, '');
}
