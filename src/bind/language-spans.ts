import type { Lang } from '../core/index.ts';
import { escapeMarkup } from './escape.ts';

const WORD = "\\p{Script=Latin}[\\p{Script=Latin}\\d'’&+./-]*";
/** Three words or more in a row are a passage; one or two are a name, which Chinese reads as its own. */
const PASSAGE = new RegExp(`${WORD}(?:[,:;]? (?:${WORD}|&)){2,}`, 'gu');
const LONG_WORD = /\p{Script=Latin}{2,}/gu;
const HAN =
  /[《（「【]?\p{Script=Han}(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’·\d]*[\p{Script=Han}\u3000-\u303f\uff00-\uffef])?/gu;

/**
 * Plain text as markup, in which a passage in the other language says so, for speech, hyphenation and spelling: an English
 * passage inside Chinese, Han inside English.
 * Source: ISO 14289-1 7.2.
 */
export function spokenMarkup(text: string, lang: Lang): string {
  const pattern = lang === 'zh' ? PASSAGE : HAN;
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  const parts: string[] = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    if (other === 'en' && (found[0].match(LONG_WORD) ?? []).length < 3) continue;
    parts.push(escapeMarkup(text.slice(end, found.index)));
    parts.push(`<span lang="${other}">${escapeMarkup(found[0])}</span>`);
    end = found.index + found[0].length;
  }
  parts.push(escapeMarkup(text.slice(end)));
  return parts.join('');
}
