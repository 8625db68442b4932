import { type Galley, innerGalleys } from './galley.ts';
import type { PagePlan } from './pagination.ts';

/** The label of the page on which each block begins, read from the plan before anything is placed. */
export function blockLabels(pages: readonly PagePlan[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { label, opener, flow, notes } of pages) {
    const found = (block: string): void => {
      if (!labels.has(block)) labels.set(block, label);
    };
    if (flow !== undefined) visit(flow, found);
    for (const entry of notes) visit(entry.galley, found);
    if (opener?.block !== undefined) found(opener.block);
  }
  return labels;
}

function visit(galley: Galley, found: (block: string) => void): void {
  const { anchor } = galley;
  if (anchor?.block !== undefined) found(anchor.block);
  for (const note of anchor?.margins ?? []) visit(note.galley, found);
  for (const inner of innerGalleys(galley)) visit(inner, found);
}
