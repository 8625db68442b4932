import type { Lang } from '../core/index.ts';

/** Largest whole number that is written out. */
export const WORDS_LIMIT = 999_999_999_999;

/**
 * Writes a whole number out: 十二, twelve. 二 is used throughout, never 两; English follows British use with “and”.
 * @param value  a whole number within ±`WORDS_LIMIT`
 */
export function numberWords(value: number, lang: Lang): string {
  const size = Math.abs(value);
  if (lang === 'zh') return `${value < 0 ? '负' : ''}${chinese(size)}`;
  return `${value < 0 ? 'minus ' : ''}${english(size)}`;
}

const HAN_DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const HAN_PLACES = ['', '十', '百', '千'];
const HAN_GROUPS = ['', '万', '亿'];

function chinese(size: number): string {
  if (size === 0) return '零';
  let text = '';
  for (let group = HAN_GROUPS.length - 1; group >= 0; group -= 1) {
    const step = 10_000 ** group;
    const part = Math.floor(size / step) % 10_000;
    if (part === 0) continue;
    const gap = text !== '' && (part < 1000 || endsInZeros(size, group)) ? '零' : '';
    text += `${gap}${chineseGroup(part)}${HAN_GROUPS[group] ?? ''}`;
  }
  return text.startsWith('一十') ? text.slice(1) : text;
}

/** Whether the group of four above this one is empty, as the first of 一亿零二千. */
function endsInZeros(size: number, group: number): boolean {
  return Math.floor(size / 10_000 ** (group + 1)) % 10_000 === 0;
}

function chineseGroup(part: number): string {
  let text = '';
  let pendingZero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(part / 10 ** place) % 10;
    if (digit === 0) {
      pendingZero = text !== '';
    } else {
      text += `${pendingZero ? '零' : ''}${HAN_DIGITS[digit] ?? ''}${HAN_PLACES[place] ?? ''}`;
      pendingZero = false;
    }
  }
  return text;
}

const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const GROUPS = ['', ' thousand', ' million', ' billion'];

function english(size: number): string {
  if (size === 0) return 'zero';
  const pieces: string[] = [];
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const part = Math.floor(size / 1000 ** group) % 1000;
    if (part === 0) continue;
    const last = group === 0 && part < 100 && pieces.length > 0;
    pieces.push(`${last ? 'and ' : ''}${englishGroup(part)}${GROUPS[group] ?? ''}`);
  }
  return pieces.join(' ');
}

function englishGroup(part: number): string {
  const hundreds = Math.floor(part / 100);
  const rest = part % 100;
  const tail =
    rest < 20
      ? (SMALL[rest] ?? '')
      : `${TENS[Math.floor(rest / 10)] ?? ''}${rest % 10 === 0 ? '' : `-${SMALL[rest % 10] ?? ''}`}`;
  if (hundreds === 0) return tail;
  return rest === 0 ? `${SMALL[hundreds] ?? ''} hundred` : `${SMALL[hundreds] ?? ''} hundred and ${tail}`;
}
