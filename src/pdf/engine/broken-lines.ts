import { type Galley, innerGalleys, type LinesGalley } from './galley.ts';
import type { PagePlan } from './pagination.ts';

const HYPHEN = /[-\u00ad\u2010]\s*$/u;

/** The parts of paragraphs that end a page or column in the middle of a word. */
export function hyphenatedEnds(pages: readonly PagePlan[]): readonly LinesGalley[] {
  const found: LinesGalley[] = [];
  for (const { flow, notes } of pages) {
    if (flow !== undefined) visit(flow, found);
    for (const entry of notes) visit(entry.galley, found);
  }
  return found;
}

function visit(galley: Galley, found: LinesGalley[]): void {
  if (galley.kind === 'lines') {
    const goesOn = galley.to < galley.set.lines.length;
    if (goesOn && HYPHEN.test(galley.set.lines[galley.to - 1]?.text ?? '')) found.push(galley);
    return;
  }
  for (const inner of innerGalleys(galley)) visit(inner, found);
}
