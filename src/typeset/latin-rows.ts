import { type CharacterKind, isFullWidthMark, KIND } from '../fonts/index.ts';
import { BETWEEN, type LineText } from './line-text.ts';

/** Words of a row from which on Latin text inside Chinese is spaced as English is. */
const LATIN_WORDS = 3;

/** Marks the boundaries inside long rows of Latin words, whose spaces follow the English limits whatever the run's language. */
export function latinRows(text: LineText): Uint8Array {
  const marked = new Uint8Array(text.count + 1);
  let first = 0;
  let spaces = 0;
  for (let k = 0; k <= text.count; k += 1) {
    const kind = text.kind[k] as CharacterKind | undefined;
    if (kind !== undefined && kind !== KIND.han && !isFullWidthMark(kind)) {
      if ((text.between[k] ?? 0) & BETWEEN.space) spaces += 1;
      continue;
    }
    if (spaces >= LATIN_WORDS) marked.fill(1, first, k);
    first = k + 1;
    spaces = 0;
  }
  return marked;
}
