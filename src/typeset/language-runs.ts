import type { Lang } from '../core/index.ts';
import { isFullWidthMark, KIND, kindOf } from '../fonts/index.ts';

/** A stretch of text in one language. */
export interface LanguageRun {
  readonly text: string;
  readonly lang: Lang;
}

/** Latin words in a row from which on they are an English passage, not names inside Chinese. */
const PASSAGE = 4;
const HAN_SHARE = 0.3;
const NOT_HAN = /[^\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu;

/** The language of a text that does not say: Chinese from a share of Han on. */
export function guessLanguage(text: string): Lang {
  const letters = Array.from(text).filter((character) => {
    const kind = kindOf(character.codePointAt(0) ?? 0);
    return kind === KIND.han || kind === KIND.letter;
  });
  const han = letters.filter((character) => kindOf(character.codePointAt(0) ?? 0) === KIND.han).length;
  return han >= HAN_SHARE * Math.max(1, letters.length) && han > 0 ? 'zh' : 'en';
}

/**
 * Parts a text whose only language mark is that of its paragraph: passages of several Latin words inside Chinese are English,
 * Han inside English are Chinese. Joined, the runs are the text.
 */
export function languageRuns(text: string, lang: Lang): readonly LanguageRun[] {
  return lang === 'zh' ? partChinese(text) : partEnglish(text);
}

function partChinese(text: string): readonly LanguageRun[] {
  const runs: LanguageRun[] = [];
  let from = 0;
  for (const found of text.matchAll(NOT_HAN)) {
    if (!isPassage(found[0])) continue;
    const passage = trimPassage(found[0]);
    const start = found.index + passage.start;
    if (start > from) runs.push({ text: text.slice(from, start), lang: 'zh' });
    runs.push({ text: passage.text, lang: 'en' });
    from = start + passage.text.length;
  }
  if (from < text.length || runs.length === 0) runs.push({ text: text.slice(from), lang: 'zh' });
  return runs;
}

function isPassage(text: string): boolean {
  return (text.match(/\p{Script=Latin}{2,}/gu) ?? []).length >= PASSAGE;
}

/** Quotes and dashes at the edge of a passage belong to the Chinese around it, unless both stand inside. */
function trimPassage(text: string): { readonly start: number; readonly text: string } {
  const start = text.length - text.replace(/^[\s“‘”’—…·]+/u, '').length;
  const inner = text.slice(start).replace(/[\s“‘—…·]+$/u, '');
  const closing = /[”’]+$/u.exec(inner);
  const balanced = closing === null || /[“‘]/u.test(inner);
  return { start, text: balanced ? inner : inner.slice(0, inner.length - closing[0].length) };
}

function partEnglish(text: string): readonly LanguageRun[] {
  const runs: LanguageRun[] = [];
  let from = 0;
  let current: Lang = 'en';
  const chineseAt = (code: number): boolean => {
    const kind = kindOf(code);
    return kind === KIND.han || kind === KIND.fullWidth || isFullWidthMark(kind);
  };
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const lang: Lang = chineseAt(code) ? 'zh' : 'en';
    if (lang !== current) {
      if (at > from) runs.push({ text: text.slice(from, at), lang: current });
      from = at;
      current = lang;
    }
    at += code > 0xffff ? 2 : 1;
  }
  if (from < text.length || runs.length === 0) runs.push({ text: text.slice(from), lang: current });
  return runs;
}
