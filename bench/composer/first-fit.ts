import { HYPHENS } from '../../src/typeset/break-table.ts';
import { type LineModel, naturalWidth } from '../../src/typeset/line-model.ts';

/** Breaks a text as plain setters do: each line takes what fits. Returns the number of lines. */
export function firstFit(model: LineModel, first: number, end: number, measure: number): number {
  let lines = 1;
  let from = first;
  let last = first;
  for (let at = first + 1; at <= end; at += 1) {
    const open = at === end || model.breaks.rank[at] === 0;
    if (!open && model.hyphens[at] !== HYPHENS.words) continue;
    const hyphen = open ? 0 : (model.hyphen[at] ?? 0);
    if (naturalWidth(model, from, at) + hyphen > measure && last > from) {
      lines += 1;
      from = last;
    }
    last = at;
  }
  return lines;
}
