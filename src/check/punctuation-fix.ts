import { REFERENCE_SIGN } from '../content/index.ts';
import type { Lang } from '../core/index.ts';

/** What stands instead of a stretch of a text. Offsets in UTF-16 units. */
export interface TextFix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};
const HALF_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
  '\u3000': ' ',
};
const LETTER = `\\p{L}\\p{N}${REFERENCE_SIGN}`;

/**
 * What a slip of punctuation gives way to, where that is certain.
 * @param plain  the text with references masked
 * @param at     the stretch at fault
 * @returns undefined where an author has to choose: Chinese words in English, quotes that do not pair
 */
export function punctuationFix(plain: string, lang: Lang, at: { start: number; end: number }): TextFix | undefined {
  const found = plain.slice(at.start, at.end);
  if (/["']/.test(found)) return quoteFix(plain, at.start);
  if (/^[\u200b\ufeff]+$/.test(found)) return { ...at, text: '' };
  if (lang === 'zh') return zhFix(plain, at, found);
  if (/^\u00a0+$/.test(found)) return { ...at, text: ' ' };
  if (/^ +$/.test(found))
    return { ...at, text: /^[,.;:!?)]/.test(plain.slice(at.end)) || plain.charAt(at.start - 1) === '(' ? '' : ' ' };
  if (/^[,;]$/.test(found)) return { ...at, text: `${found} ` };
  return enFix(plain, at, found);
}

function zhFix(plain: string, at: { start: number; end: number }, found: string): TextFix | undefined {
  if (/^[\s\u3000\u00a0]+$/.test(found)) return { ...at, text: '' };
  const mark = FULL_WIDTH[found];
  if (mark === undefined) return undefined;
  // The full-width mark brings its own space.
  const before = mark === '（' ? (/ +$/.exec(plain.slice(0, at.start))?.[0].length ?? 0) : 0;
  const after = mark === '（' ? 0 : (/^ +/.exec(plain.slice(at.end))?.[0].length ?? 0);
  return { start: at.start - before, end: at.end + after, text: mark };
}

function enFix(plain: string, at: { start: number; end: number }, found: string): TextFix | undefined {
  const marks = [...found].map(halfWidth);
  if (marks.some((mark) => mark === undefined)) return undefined;
  const text = marks.join('');
  const opens = text.startsWith('(') && new RegExp(`[${LETTER}]$`, 'u').test(plain.slice(0, at.start));
  const closes = /[,.;:!?)]$/.test(text) && new RegExp(`^[${LETTER}]`, 'u').test(plain.slice(at.end));
  return { ...at, text: `${opens ? ' ' : ''}${text}${closes ? ' ' : ''}` };
}

function halfWidth(mark: string): string | undefined {
  const code = mark.codePointAt(0) ?? 0;
  // Full-width letters and digits stand 0xFEE0 above their ASCII. Source: Unicode, Halfwidth and Fullwidth Forms.
  const isLetter =
    (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
  return HALF_WIDTH[mark] ?? (isLetter ? String.fromCodePoint(code - 0xfee0) : undefined);
}

const CURLED: Readonly<Record<string, readonly [open: string, close: string]>> = { '"': ['“', '”'], "'": ['‘', '’'] };

/** An apostrophe between letters, or a quote whose like pair off in the text. */
function quoteFix(plain: string, start: number): TextFix | undefined {
  const mark = plain.charAt(start);
  const at = { start, end: start + 1 };
  if (mark === "'" && isApostrophe(plain, start)) return { ...at, text: '’' };
  const quotes = [...plain.matchAll(/["']/g)]
    .filter((one) => one[0] === mark && !(mark === "'" && isApostrophe(plain, one.index)))
    .map(({ index }) => index);
  const curled = CURLED[mark];
  if (curled === undefined || quotes.length % 2 !== 0) return undefined;
  return { ...at, text: curled[quotes.indexOf(start) % 2 === 0 ? 0 : 1] };
}

function isApostrophe(plain: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(plain.charAt(at - 1)) && /\p{L}/u.test(plain.charAt(at + 1));
}
