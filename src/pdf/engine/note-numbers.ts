import type { BlockTree } from '../../compose/block.ts';
import { citationsOf } from './citations.ts';
import type { PagePlan } from './pagination.ts';

/**
 * Numbers the notes that are counted by the page, by their late names, in the order in which they stand at its foot. A note
 * has one number: where a later page brings its mark again, in the repeated head of a table or in the other language, it
 * keeps the first, and the notes that are new there pass it over.
 */
export function noteNumbers(pages: readonly PagePlan[], notes: BlockTree['notes']): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  if (![...notes.values()].some(({ late }) => late !== undefined)) return numbers;
  for (const page of pages) {
    const present = lateNamesOf(page, notes);
    const held = new Set(present.map((name) => numbers.get(name)));
    let next = 1;
    for (const name of present) {
      if (numbers.has(name)) continue;
      while (held.has(String(next))) next += 1;
      numbers.set(name, String(next));
      next += 1;
    }
  }
  return numbers;
}

/** Notes that begin on a page, then those that it marks though they begin on a later one. */
function lateNamesOf({ flow, notes: entries }: PagePlan, notes: BlockTree['notes']): readonly string[] {
  const begun = entries.filter(({ continued }) => !continued).map(({ citation }) => citation.note);
  const marked = flow === undefined ? [] : citationsOf(flow).map(({ note }) => note);
  return [...new Set([...begun, ...marked])].flatMap((id) => notes.get(id)?.late ?? []);
}
