import type { Lang } from '../core/index.ts';

/** What tells by looking back from the end of a text whether any of some patterns may match. */
export interface Guard {
  readonly any: RegExp;
  readonly edges: Edges;
}

/** Whether a text ends with what one of the patterns of a guard finds. */
export function mayMatchBack(text: string, { any, edges }: Guard, lang: Lang): boolean {
  return mayEnd(text, edges, lang) && matchesBack(any, text);
}

/** Gets the guard of some patterns ready, each of which is anchored at the end of the text. */
export function guardOf(patterns: readonly RegExp[]): Guard {
  return { any: lookingBack(patterns), edges: edgesOf(patterns) };
}

/** The last word of a text that ends with a blank behind it; undefined where it does not. */
export function lastWord(text: string): string | undefined {
  return /([a-z]+) $/i.exec(text.slice(-LONGEST_WORD))?.[1]?.toLowerCase();
}

/**
 * Letters and words that patterns may end with, or begin with: all that are in them, and more. What stands beside most figures
 * is none of them.
 */
export interface Edges {
  readonly han: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** All letters and words in the sources of patterns. */
export function edgesOf(patterns: readonly RegExp[]): Edges {
  const sources = patterns.map(({ source }) => source).join(' ');
  return {
    han: new Set(sources.match(/\p{Script=Han}/gu) ?? []),
    words: new Set(sources.toLowerCase().match(/[a-z]+/g) ?? []),
  };
}

/** Whether a text may end with one of the patterns: in English with a word of theirs or an adverb, and a blank. */
function mayEnd(text: string, { han, words }: Edges, lang: Lang): boolean {
  if (lang === 'zh') return han.has(text.charAt(text.length - 1));
  const word = lastWord(text);
  return word !== undefined && (words.has(word) || word.endsWith('ly') || word.length > LONGEST_WORD - 2);
}

/** No word of a pattern is as long, with the blank behind it. */
export const LONGEST_WORD = 24;

/** A pattern that is looked for from every place of a text is slow; one that looks back from its end is not. */
function lookingBack(patterns: readonly RegExp[]): RegExp {
  const sources = patterns.map(({ source }) => `(?:${source.replace(/\$$/, '').replace(/\((?!\?)/g, '(?:')})`);
  return new RegExp(`(?<=${sources.join('|')})`, 'iy');
}

function matchesBack(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = text.length;
  return pattern.test(text);
}
