import type { TypesetParagraph } from '../../typeset/types.ts';

/** How far a paragraph has come after 0, 1, 2 … of its lines. */
export interface TextProgress {
  /** Sentences in all. */
  readonly sentences: number;
  /** Sentences that are over, with the part of the one that is not. */
  readonly inSentences: readonly number[];
  /** Share of the text, 0 to 1. */
  readonly share: readonly number[];
}

/**
 * A Chinese stop ends a sentence; an English one does when a capital follows after a space, with the marks of notes and
 * sources left out of account.
 */
const SENTENCE_END =
  /[。！？][”’」』）]*|[.!?][”’"')\]]*(?=\s+[\p{Lu}“‘(◇]|\s*$)|(?<!\d)[.!?][”’"')\]]*[\dS,a-z]{1,12}(?=\s+[\p{Lu}“‘(◇]|\s*$)/gu;

const known = new WeakMap<TypesetParagraph, TextProgress>();

/** Reads a set paragraph once, whatever the number of pages that it reaches. */
export function progressOf(set: TypesetParagraph): TextProgress {
  const found = known.get(set);
  if (found !== undefined) return found;
  const made = readProgress(set);
  known.set(set, made);
  return made;
}

function readProgress(set: TypesetParagraph): TextProgress {
  const text = set.lines.map((line) => line.text).join('');
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  if (text.slice(ends.at(-1) ?? 0).trim() !== '') ends.push(text.length);
  const inSentences = [0];
  const share = [0];
  let at = 0;
  let over = 0;
  for (const line of set.lines) {
    at += line.text.length;
    while (over < ends.length && (ends[over] ?? 0) <= at) over += 1;
    const from = over === 0 ? 0 : (ends[over - 1] ?? 0);
    const to = ends[over] ?? at;
    inSentences.push(over + (to > from ? Math.max(0, at - from) / (to - from) : 0));
    share.push(text.length === 0 ? 1 : at / text.length);
  }
  return { sentences: ends.length, inSentences, share };
}
