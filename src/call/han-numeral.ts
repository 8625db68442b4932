import { Decimal } from '../core/index.ts';

/** Characters that Chinese numerals are written with. Folded text has 零 for 〇. */
export const HAN_NUMERAL = /[零一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?/y;

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九'].map((mark, digit): [string, number] => [mark, digit]).concat([['两', 2]]),
);
const PLACES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const GROUPS: ReadonlyMap<string, number> = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/**
 * Reads a Chinese numeral: 十二, 二百五十, 三千零二十万, 一点五, 二零二四 (digit by digit).
 * @returns undefined where the characters make no number: 一二 of 一二三产业 does, 百 alone does not
 */
export function readHanNumeral(text: string): Decimal | undefined {
  const [whole = '', fraction] = text.split('点');
  const value = /[十百千万亿]/.test(whole) ? readPlaces(whole) : readDigits(whole);
  if (value === undefined) return undefined;
  if (fraction === undefined) return value;
  const digits = readDigits(fraction);
  return digits === undefined ? undefined : value.plus(digits.div(new Decimal(10).pow(fraction.length)));
}

function readDigits(text: string): Decimal | undefined {
  const digits = [...text].map((mark) => DIGITS.get(mark));
  return text === '' || digits.includes(undefined) ? undefined : new Decimal(digits.join(''));
}

/** Sums places within a group of four, and groups: (三千零二十)万. A numeral needs a digit or 十 to begin with. */
function readPlaces(text: string): Decimal | undefined {
  if (!/^[零一二两三四五六七八九十]/.test(text)) return undefined;
  let total = new Decimal(0);
  let group = 0;
  let digit: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const mark of text) {
    const place = PLACES.get(mark);
    const size = GROUPS.get(mark);
    if (place !== undefined) {
      if (place >= least) return undefined;
      group += (digit ?? (mark === '十' ? 1 : 0)) * place;
      if (digit === undefined && mark !== '十') return undefined;
      digit = undefined;
      least = place;
    } else if (size !== undefined) {
      const part = group + (digit ?? 0);
      if (total.isZero() && part === 0) return undefined;
      // 亿 closes all that stands before it, 万 only its own four: 三亿二千万, 一万二千亿.
      total = size > 10_000 ? total.plus(part).times(size) : total.plus(new Decimal(part).times(size));
      group = 0;
      digit = undefined;
      least = Number.POSITIVE_INFINITY;
    } else {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS.get(mark);
    }
  }
  const last = digit ?? 0;
  // 三千五 is 3,500, 一百二 is 120; after a zero the digit stands for itself.
  const shortened = last > 0 && least < Number.POSITIVE_INFINITY && least > 10 && !text.endsWith(`零${text.at(-1)}`);
  return total.plus(group + (shortened ? (last * least) / 10 : last));
}

/** What 十 to 亿 are, where they stand alone. */
export const HAN_POWERS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** A number in digits or in Chinese characters. */
export function readHanNumber(text: string): Decimal | undefined {
  return /^\d/.test(text) ? new Decimal(text) : readHanNumeral(text);
}
