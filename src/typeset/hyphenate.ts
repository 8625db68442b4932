import hyphen from 'hyphen/en-gb/index.js';
import { KIND } from '../fonts/index.ts';
import { HYPHENS } from './break-table.ts';
import { HOUSE_WORDS } from './hyphen-words.ts';
import type { LineText } from './line-text.ts';
import { BETWEEN } from './line-text.ts';

/** Least letters on both sides that the patterns are made for. */
const PATTERNS = { left: 2, right: 3 } as const;
const MARK = '|';

const WORD = /\p{Script=Latin}+(?:['’]\p{Script=Latin}+)*/gu;
/** Characters that make a token no plain word: figures, sub- and superscripts, signs of addresses. */
const TOKEN_SIGN = /[\d\u00b2\u00b3\u00b9\u2070-\u209c@/\\_=#&]/u;

export interface HyphenationRules {
  /** Shorter words are not hyphenated: 5, in ragged text 6. */
  readonly shortest: number;
  /** Letters before and after a hyphen, at least. */
  readonly letters: { readonly before: number; readonly after: number };
  /** Word in lower case → the word with its break points as `-`. */
  readonly exceptions: ReadonlyMap<string, string>;
}

/**
 * Finds the boundaries at which a word may be hyphenated: British patterns, two letters before and three after at least;
 * no token with a figure or two capitals, and not the last word. Typed compounds, and capitalized words in mid-sentence, are told
 * apart: only need divides them. U+00AD allows a break wherever it stands.
 * @returns one of `HYPHENS` for each boundary before an inked cell
 */
export function findHyphens(text: LineText, rules: HyphenationRules): Uint8Array {
  const points = new Uint8Array(text.count + 1);
  for (let k = 1; k < text.count; k += 1) if ((text.between[k] ?? 0) & BETWEEN.softHyphen) points[k] = HYPHENS.words;
  const lastWord = lastWordStart(text.flat);
  for (const found of text.flat.matchAll(WORD)) {
    const word = found[0];
    if (word.length < rules.shortest || found.index + word.length > lastWord) continue;
    const token = tokenAround(text.flat, found.index, word.length);
    if (!isPlain(word, token)) continue;
    const needed = token.includes('-') || isName(text.flat, found.index, word);
    const kind = needed ? HYPHENS.names : HYPHENS.words;
    let at = found.index;
    for (const part of partsOf(word, rules).slice(0, -1)) {
      at += part.length;
      const ink = text.inkAt[at] ?? -1;
      if (ink > 0 && text.kind[ink] !== KIND.mark) points[ink] = kind;
    }
  }
  return points;
}

function isPlain(word: string, token: string): boolean {
  return !/\p{Lu}.*\p{Lu}/u.test(word) && !TOKEN_SIGN.test(token);
}

/** A capital in mid-sentence. */
function isName(flat: string, at: number, word: string): boolean {
  return /^\p{Lu}/u.test(word) && !startsSentence(flat, at);
}

/** Where the paragraph's last word begins; the end of the text when a Han stands last. */
function lastWordStart(flat: string): number {
  let end = flat.length;
  while (end > 0 && !/[\p{L}\p{N}]/u.test(flat[end - 1] ?? '')) end -= 1;
  let start = end;
  while (start > 0 && !/[\s\p{Script=Han}]/u.test(flat[start - 1] ?? '')) start -= 1;
  return start;
}

/** Longest stretch beside a word that is looked at for signs of a figure or an address. */
const TOKEN_REACH = 40;

/** The word with what is joined to it on both sides without a space or a Han. */
function tokenAround(flat: string, at: number, length: number): string {
  const before = /[^\s\p{Script=Han}]*$/u.exec(flat.slice(Math.max(0, at - TOKEN_REACH), at));
  const after = /^[^\s\p{Script=Han}]*/u.exec(flat.slice(at + length, at + length + TOKEN_REACH));
  return `${before?.[0] ?? ''}${flat.slice(at, at + length)}${after?.[0] ?? ''}`;
}

function startsSentence(flat: string, at: number): boolean {
  return /(?:^|[.!?。！？：:]["”’)]*\s*|[“"‘(]\s*)$/u.test(flat.slice(Math.max(0, at - 6), at));
}

const parts = new Map<string, readonly string[]>();
const KNOWN_WORDS = 20_000;

function partsOf(word: string, rules: HyphenationRules): readonly string[] {
  const given = rules.exceptions.get(word.toLowerCase());
  if (given !== undefined) return split(word, given.split('-'));
  return trimmed(patternParts(word), rules.letters);
}

function patternParts(word: string): readonly string[] {
  const known = parts.get(word);
  if (known !== undefined) return known;
  if (parts.size > KNOWN_WORDS) parts.clear();
  const house = HOUSE_WORDS.get(word.toLowerCase());
  const found =
    house !== undefined
      ? split(word, house)
      : hyphen.hyphenateSync(word, { hyphenChar: MARK, minWordLength: PATTERNS.left + PATTERNS.right }).split(MARK);
  parts.set(word, found);
  return found;
}

/** Cuts a word as given, keeping its own case. */
function split(word: string, given: readonly string[]): readonly string[] {
  let at = 0;
  return given.map((part) => {
    at += part.length;
    return word.slice(at - part.length, at);
  });
}

/** Joins parts that are too short to stand at a line's end or start. */
function trimmed(pieces: readonly string[], letters: HyphenationRules['letters']): readonly string[] {
  const { before, after } = letters;
  const joined = [...pieces];
  while (joined.length > 1 && (joined[0]?.length ?? 0) < before) joined.splice(0, 2, joined.slice(0, 2).join(''));
  while (joined.length > 1 && (joined.at(-1)?.length ?? 0) < after) joined.splice(-2, 2, joined.slice(-2).join(''));
  return joined;
}
