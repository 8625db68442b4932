import { Decimal } from '../core/index.ts';
import { englishMultiple } from './english-multiples.ts';
import { readEnglishNumeral, readNumber, WORD_SIZES } from './english-numeral.ts';
import { englishShare } from './english-shares.ts';
import { englishTime } from './english-times.ts';
import type { FigureSketch, Recogniser } from './figure.ts';
import { rateBase } from './rate-bases.ts';
import { longestOf, matchAt, PLAIN } from './sketch.ts';
import type { Vocabulary } from './vocabulary.ts';
import { scaled } from './vocabulary.ts';

/**
 * Figures in English words: twelve, two and a half million, a dozen, one third, two in five, half, doubled, threefold,
 * twice the, five percentage points, two to three years, 21st, dozens.
 */
export function englishRecogniser(vocabulary: Vocabulary): Recogniser {
  return longestOf([
    englishShare,
    rateBase,
    halfPoint,
    englishTime,
    englishMultiple,
    dozen,
    vague,
    ordinal,
    couple,
    (text, at) => counted(vocabulary, text, at),
  ]);
}

const ORDINALS =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`.split(/\s+/);

const VAGUE =
  /(?:several|a few|many) (hundred|thousand|million|billion|dozen)s?\b|(?:tens|hundreds) of (thousands|millions|billions)\b|(dozens|scores|hundreds|thousands|millions|billions)(?= of\b)/iy;
const DOZEN = /(half a|a half|an?|one|two|three|four|five|six|several)[ -]dozen\b/iy;
/** “half a point”: half of a percentage point. */
const HALF_POINT = /half a (?:percentage )?point\b/iy;
const COUPLE = /(?:both|a couple|a pair|twice)\b/iy;
const ORDINAL_DIGITS = /(\d{1,3})(?:st|nd|rd|th)\b/y;
const ORDINAL_WORD = new RegExp(`(?:(twenty|thirty)-)?(${ORDINALS.join('|')})\\b`, 'iy');

function halfPoint(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(HALF_POINT, text, at);
  if (match === undefined) return undefined;
  return { kind: 'amount', ...PLAIN, unit: 'percentage_points', value: '0.5', end: at + match[0].length };
}

function dozen(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(DOZEN, text, at);
  if (match === undefined || /several/i.test(match[0])) return undefined;
  const first = (match[1] ?? '').toLowerCase();
  const count = /half/.test(first) ? new Decimal('0.5') : /^an?$/.test(first) ? new Decimal(1) : readNumber(first);
  if (count === undefined) return undefined;
  return { kind: 'amount', ...PLAIN, value: count.times(12).toFixed(), end: at + match[0].length };
}

function vague(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(VAGUE, text, at);
  if (match === undefined) return undefined;
  const size = WORD_SIZES.get((match[1] ?? match[2] ?? match[3] ?? '').toLowerCase().replace(/s$/, '')) ?? 1;
  const lead = /^tens/i.test(match[0]) ? 10 : /^hundreds of [tmb]/i.test(match[0]) && match[2] !== undefined ? 100 : 1;
  return { kind: 'vague', ...PLAIN, value: String(size * lead), end: at + match[0].length, loose: true };
}

function ordinal(text: string, at: number): FigureSketch | undefined {
  const digits = matchAt(ORDINAL_DIGITS, text, at);
  if (digits !== undefined) {
    return { kind: 'ordinal', ...PLAIN, value: digits[1] ?? '', end: at + digits[0].length };
  }
  const match = matchAt(ORDINAL_WORD, text, at);
  if (match === undefined) return undefined;
  const tens = match[1] === undefined ? 0 : match[1].toLowerCase() === 'twenty' ? 20 : 30;
  const value = tens + ORDINALS.indexOf((match[2] ?? '').toLowerCase()) + 1;
  return { kind: 'ordinal', ...PLAIN, value: String(value), end: at + match[0].length, loose: value <= 3 };
}

function couple(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(COUPLE, text, at);
  if (match === undefined) return undefined;
  return { kind: 'amount', ...PLAIN, value: '2', end: at + match[0].length, loose: true };
}

/** “for every ten thousand households”: what a rate is of, in words, which Chinese has in one word: 每万户. */
const EACH = /\b(?:every|per|each) $/i;
const TO = / (?:to|or|and) |[-\u2013]/y;

function counted(vocabulary: Vocabulary, text: string, at: number): FigureSketch | undefined {
  const found = readEnglishNumeral(text, at);
  if (found === undefined) return undefined;
  const range = rangeOf(vocabulary, text, at, found.value, found.end);
  if (range !== undefined) return range;
  const tail = vocabulary.tailAt(text, found.end, false);
  const { unit, factor } = tail.unit ?? { unit: '', factor: '1' };
  return {
    ...PLAIN,
    kind: unit === 'multiple' ? 'multiple' : 'amount',
    value: scaled(found.value, tail.power, factor).toFixed(),
    unit,
    end: tail.end,
    loose:
      (found.value.lte(1) && /^(?:|person|day|year|multiple)$/.test(unit)) ||
      (found.value.gte(100) && EACH.test(text.slice(0, at))),
  };
}

/** “two to three years”, “between five and six”. */
function rangeOf(
  vocabulary: Vocabulary,
  text: string,
  at: number,
  low: Decimal,
  end: number,
): FigureSketch | undefined {
  TO.lastIndex = end;
  const between = TO.exec(text)?.[0];
  if (between === undefined) return undefined;
  const before = text.slice(Math.max(0, at - 24), at);
  if (between === ' and ' && !/\bbetween $/i.test(before)) return undefined;
  if (between === ' to ' && /\b(?:from|up|down)\b[^.,;]*$/i.test(before)) return undefined;
  const high = readEnglishNumeral(text, end + between.length);
  if (high === undefined || high.value.lte(low)) return undefined;
  const tail = vocabulary.tailAt(text, high.end, false);
  const { unit, factor } = tail.unit ?? { unit: '', factor: '1' };
  const size = (value: Decimal): string => scaled(value, tail.power, factor).toFixed();
  const far = { number: undefined, grain: undefined, cut: [end, end + between.length] as const };
  return { ...PLAIN, kind: 'amount', value: size(low), upTo: size(high.value), far, unit, end: tail.end };
}
