import { maskedSource, REFERENCE_SIGN, reportLabels, reportTexts, type Text } from '../../content/index.ts';
import { type Diagnostic, diagnose, type Edit, type Lang, type OriginIndex } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';
import { punctuationFix } from '../punctuation-fix.ts';

interface Slip {
  readonly pattern: RegExp;
  readonly what: string;
  readonly hint: string;
}

const HAN = `\\p{Script=Han}${REFERENCE_SIGN}`;

/**
 * Marks of the other language's width, straight quotes and stray spaces. Source: GB/T 15834-2011, 5; CLREQ #punctuation_marks.
 * A reference counts as Chinese beside Chinese marks, since what it prints ends with a Chinese unit.
 */
const SLIPS: Readonly<Record<Lang, readonly Slip[]>> = {
  zh: [
    {
      pattern: new RegExp(`(?<=[${HAN}])[,;:!?()]|[,;:!?()](?=[${HAN}])`, 'gu'),
      what: 'a half-width mark in Chinese',
      hint: 'write the full-width mark',
    },
    {
      pattern: new RegExp(`(?<=[${HAN}])\\.+(?=$|[${HAN}”’）])`, 'gu'),
      what: 'a half-width stop in Chinese',
      hint: 'write 。, or …… where something is left out',
    },
    {
      pattern: new RegExp(`(?<=[${HAN}]) +(?=[${HAN}A-Za-z])|(?<=[A-Za-z]) +(?=\\p{Script=Han})`, 'gu'),
      what: 'a space beside Chinese',
      hint: 'remove the space: the line sets the gap',
    },
    { pattern: /([，。、；：])\1+/g, what: 'a mark typed twice in Chinese', hint: 'write it once' },
    { pattern: /-{2,}/g, what: 'hyphens for a dash', hint: 'write ——' },
    { pattern: /。{3,}|(?<!\.)\.{3,}/g, what: 'stops for an ellipsis', hint: 'write ……' },
    { pattern: /["']/g, what: 'a straight quote', hint: 'write “ ” or ‘ ’' },
    { pattern: /[\u200b\u3000\u00a0\ufeff]/g, what: 'an invisible or odd space', hint: 'remove it' },
  ],
  en: [
    {
      pattern: /[\u3000-\u303f\uff00-\uffef]+/g,
      what: 'a full-width mark in English',
      hint: 'write the mark of English in its place: . , : ; ( ) “ ”',
    },
    {
      pattern: /(?<=\S) {2,}(?=\S)|(?<=\S) +(?=[,;:!?)](?:\s|$)|\.(?:\s|$))|(?<=\() +/g,
      what: 'a stray space in English',
      hint: 'remove it',
    },
    {
      pattern: /(?<=[\p{L})])[,;](?=\p{L})/gu,
      what: 'a mark without its space in English',
      hint: 'write a space after it',
    },
    { pattern: /([,;:])\1+|(?<!\.)\.\.(?!\.)/g, what: 'a mark typed twice in English', hint: 'write it once' },
    { pattern: /-{2,}/g, what: 'hyphens for a dash', hint: 'write – or —' },
    { pattern: /\.{3,}/g, what: 'stops for an ellipsis', hint: 'write …' },
    { pattern: /\p{Script=Han}+/gu, what: 'Chinese in an English text', hint: 'translate it' },
    { pattern: /["']/g, what: 'a straight quote', hint: 'write “ ” or ‘ ’' },
    {
      pattern: /[\u200b\u00a0\ufeff]/g,
      what: 'an invisible or odd space',
      hint: 'write a plain space: no-break spaces come from the line',
    },
  ],
};

/** T2: the marks of each text and each name are those of its language. */
export function punctuation({ report }: CheckFacts): readonly Diagnostic[] {
  return [...reportTexts(report), ...reportLabels(report)].flatMap(({ text, role, shared }) => {
    if (shared || (role !== 'prose' && role !== 'label')) return [];
    return [text.zh, text.en].flatMap((one) => [...slips(one, report.origins), ...unpaired(one, report.origins)]);
  });
}

/** What every slip of a language has in it: most Chinese texts hold nothing of it. */
const SUSPECT: Readonly<Record<Lang, RegExp>> = {
  zh: /[,;:!?().\x20"'\u200b\u3000\u00a0\ufeff]|-{2}|[，。、；：]{2}/,
  en: /["'\u200b\u00a0\ufeff\u3000-\u303f\uff00-\uffef]|\x20{2}|\x20[,;:!?).]|\(\x20|[,;](?!\x20)|[,;:]{2}|\.{2}|-{2}|\p{Script=Han}/u,
};

function slips(text: Text, origins: OriginIndex): readonly Diagnostic[] {
  const plain = maskedSource(text);
  if (!SUSPECT[text.lang].test(plain)) return [];
  return SLIPS[text.lang].flatMap(({ pattern, what, hint }) =>
    [...plain.matchAll(pattern)].map((match) => {
      const at = { start: match.index, end: match.index + match[0].length };
      const span = origins.spanOf(`${text.origin}@${at.start}-${at.end}`);
      const fix = fixOf(text, plain, at, origins);
      return diagnose('T2', `${what}: ${JSON.stringify(match[0])}`, {
        ...(span === undefined ? {} : { span }),
        hints: [hint],
        lang: text.lang,
        ...(fix === undefined ? {} : { fix: [fix] }),
      });
    }),
  );
}

/** Marks that come in pairs. Single quotes are left out, which are apostrophes too. */
const PAIRS: Readonly<Record<string, string>> = { '（': '）', '(': ')', '“': '”', '《': '》', '「': '」', '【': '】' };
const WIDE: Readonly<Record<string, string>> = { '(': '（', ')': '）' };

/** Brackets and quotes that are not closed, or were never opened. A mark of the other width is a slip of its own. */
function unpaired(text: Text, origins: OriginIndex): readonly Diagnostic[] {
  const plain = maskedSource(text);
  const open: { readonly mark: string; readonly at: number }[] = [];
  const alone: { readonly mark: string; readonly at: number; readonly wants: string }[] = [];
  for (const { 0: mark, index: at } of plain.matchAll(/[（(“《「【）)”》」】]/g)) {
    const closed = (one: string): string => WIDE[PAIRS[one] ?? ''] ?? PAIRS[one] ?? '';
    if (mark in PAIRS) open.push({ mark, at });
    else if (closed(open.at(-1)?.mark ?? '') === (WIDE[mark] ?? mark)) open.pop();
    // “a)” at the head of an item is no bracket.
    else if (!/^\s*\w{1,3}$/.test(plain.slice(0, at))) alone.push({ mark, at, wants: 'opened' });
  }
  return [...open.map((one) => ({ ...one, wants: 'closed' })), ...alone].map(({ mark, at, wants }) => {
    const span = origins.spanOf(`${text.origin}@${at}-${at + 1}`);
    return diagnose('T2', `“${mark}” is never ${wants}`, {
      ...(span === undefined ? {} : { span }),
      hints: ['write its other half, or take it out'],
      lang: text.lang,
    });
  });
}

function fixOf(
  text: Text,
  plain: string,
  at: { readonly start: number; readonly end: number },
  origins: OriginIndex,
): Edit | undefined {
  const fix = punctuationFix(plain, text.lang, at);
  const span = fix === undefined ? undefined : origins.spanOf(`${text.origin}@${fix.start}-${fix.end}`);
  const whole = origins.spanOf(text.origin);
  if (fix === undefined || span === undefined) return undefined;
  // Where the place in the file is not known to the character, the whole text would give way.
  const isWhole = span.start.offset === whole?.start.offset && span.end.offset === whole.end.offset;
  if (isWhole && text.source.length > fix.end - fix.start) return undefined;
  return { span, text: fix.text };
}
