import { Decimal } from '../core/index.ts';

/** A number in words, and where its words end. */
export interface EnglishNumeral {
  readonly value: Decimal;
  readonly end: number;
  /** `half` and `quarter` of “two and a half” are in it; “a” alone stood for one. */
  readonly words: number;
}

const UNITS: ReadonlyMap<string, number> = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`
    .split(/\s+/)
    .map((word, value): [string, number] => [word, value]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, (index + 2) * 10]),
);
const GROUPS: ReadonlyMap<string, string> = new Map([
  ['thousand', '1e3'],
  ['million', '1e6'],
  ['billion', '1e9'],
  ['trillion', '1e12'],
]);

/** Words for a size that may stand in the plural: hundreds, dozens. */
export const WORD_SIZES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['score', 20],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
]);

/** Small numbers in words, as shares are told of them; for a pattern. */
export const SMALL_NUMBERS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|a hundred|one hundred|a thousand|one thousand';

const WORD = /[A-Za-z]+/y;
const GAP = /(?: |-)(?=[A-Za-z])/y;

/** The word that begins at an offset, in lower case, or an empty string. */
export function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return (WORD.exec(text)?.[0] ?? '').toLowerCase();
}

/**
 * Reads a number in English words from an offset on: `twelve`, `twenty-five`, `two hundred and fifty thousand`,
 * `one and a half million`, `half a million`, `a hundred`.
 */
export function readEnglishNumeral(text: string, at: number): EnglishNumeral | undefined {
  const half = /half an? (?:\w+ )?(hundred|thousand|million|billion|trillion)\b/iy;
  half.lastIndex = at;
  const halved = half.exec(text);
  if (halved !== null && halved[0].split(' ').length === 3) {
    const scale = halved[1]?.toLowerCase() ?? '';
    const size = new Decimal(scale === 'hundred' ? 100 : (GROUPS.get(scale) ?? 1));
    return { value: size.div(2), end: at + halved[0].length, words: 3 };
  }
  return readWords(text, at);
}

function readWords(text: string, start: number): EnglishNumeral | undefined {
  let total = new Decimal(0);
  let group = new Decimal(0);
  let at = start;
  let end = start;
  let words = 0;
  let last: 'unit' | 'tens' | 'hundred' | 'group' | 'article' | 'and' | undefined;
  for (;;) {
    const word = wordAt(text, at);
    const unit = UNITS.get(word);
    const tens = TENS.get(word);
    const scale = GROUPS.get(word);
    if (unit !== undefined && last !== 'unit' && last !== 'article' && !(last === 'tens' && (unit > 9 || unit < 1))) {
      group = group.plus(unit);
      last = 'unit';
    } else if (tens !== undefined && last !== 'unit' && last !== 'tens' && last !== 'article') {
      group = group.plus(tens);
      last = 'tens';
    } else if (word === 'hundred' && (last === 'unit' || last === 'article')) {
      group = group.times(100);
      last = 'hundred';
    } else if (scale !== undefined && last !== undefined && last !== 'group' && last !== 'and') {
      total = total.plus(group.times(scale));
      group = new Decimal(0);
      last = 'group';
    } else if ((word === 'a' || word === 'an') && last === undefined) {
      group = new Decimal(1);
      last = 'article';
    } else if (word === 'and' && (last === 'hundred' || last === 'group' || last === 'unit')) {
      const half = halfAfter(text, at);
      if (half !== undefined) {
        group = group.plus(half.value);
        end = half.end;
        words += 1;
        const rest = scaleAfter(text, end);
        if (rest === undefined) return { value: total.plus(group), end, words };
        return { value: total.plus(group.times(rest.size)), end: rest.end, words: words + 1 };
      }
      if (last === 'unit') break;
      last = 'and';
    } else break;
    at += word.length;
    if (last !== 'and' && last !== 'article') end = at;
    words += last === 'article' || last === 'and' ? 0 : 1;
    GAP.lastIndex = at;
    if (!GAP.test(text)) break;
    at += 1;
  }
  return words === 0 || end === start ? undefined : { value: total.plus(group), end, words };
}

/** “and a half”, “and a quarter”, “and three quarters”. */
function halfAfter(text: string, at: number): { readonly value: string; readonly end: number } | undefined {
  const pattern = /and (?:(a half)|(a quarter)|(three[ -]quarters))\b/iy;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const value = match[1] !== undefined ? '0.5' : match[2] !== undefined ? '0.25' : '0.75';
  return { value, end: at + match[0].length };
}

function scaleAfter(text: string, at: number): { readonly size: string; readonly end: number } | undefined {
  const word = text[at] === ' ' ? wordAt(text, at + 1) : '';
  const size = word === 'hundred' ? '1e2' : GROUPS.get(word);
  return size === undefined ? undefined : { size, end: at + 1 + word.length };
}

/** A number in digits or in English words. */
export function readNumber(word: string | undefined): Decimal | undefined {
  if (word === undefined) return undefined;
  return /^\d/.test(word) ? new Decimal(word.replaceAll(',', '')) : readEnglishNumeral(word, 0)?.value;
}
