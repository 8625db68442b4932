import { Decimal } from '../core/index.ts';
import { readNumber, SMALL_NUMBERS } from './english-numeral.ts';
import type { FigureSketch, Recogniser } from './figure.ts';
import { longestOf, matchAt, PLAIN } from './sketch.ts';

/** Shares in English words: one third, two in five, nine out of ten, half, the remaining tenth, one ship in five. */
export const englishShare: Recogniser = longestOf([inEvery, fraction, leftPart, half]);

const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['hundredth', 100],
  ['thousandth', 1000],
]);

const IN_EVERY = new RegExp(
  `(${SMALL_NUMBERS}|\\d{1,3}(?:\\.\\d+)?) (?:in(?: every)?|out of(?: every)?|of every|of(?= (?:1000*|1(?:,000)+|1?0{1,2},000|ten thousand|a thousand|a million) [a-z]+s\\b)) (${SMALL_NUMBERS}|[2-9]|10|12|20|50|100|1,?000|10,?000|100,?000|1,000,000|ten thousand|a million)(?![\\d%]|[.,]\\d|\\w)(?! (?:years?|months?|days?|hours?|weeks?|million|billion|thousand|countries|cities|provinces|places|rounds|stages|phases))`,
  'iy',
);
const FRACTION = new RegExp(`(${SMALL_NUMBERS}|an?|\\d)[ -](${[...PARTS.keys()].join('|')})(s)?\\b`, 'iy');
/** After “a third” and “a quarter” as shares; a noun makes an ordinal or a time of them. */
const SHARED =
  /^(?:[.,;:!?)—–]|$| (?:of|from|for|is|are|was|were|went|goes?|come|came|have|has|had|that|who|which|if|when|by|with|at|as|each|less|more|below|above|off|short|again|lower|higher|fewer|smaller|larger|greater|compared|over|by|since|in|on|to|and|than|reduction|increase|cut|drop|fall|rise|decline|decrease|against|within|year)\b)/;
/** “one ship in five runs on clean fuel”: a noun between, and a verb or the end after it. */
const ONE_IN =
  /(one|two|three|four|five|six|seven|eight|nine) [a-z]+ in (two|three|four|five|six|seven|eight|nine|ten|twenty)(?= (?:is|are|was|were|has|have|had|runs?|uses?|comes?|goes|will|would|can|now|already)\b|[.,;])/iy;
/** “the remaining tenth”: a share, where “the tenth” alone is a place. */
const LEFT_PART = new RegExp(`(?<=\\b(?:remaining|other|last|final) )(${[...PARTS.keys()].join('|')})\\b`, 'iy');
const HALF = /half(?![- ](?:year|hour|day|time|term|way))\b/iy;

function shareOf(parts: Decimal, whole: Decimal | number, end: number): FigureSketch {
  const value = parts.times(100).div(whole).toDecimalPlaces(20).toFixed();
  return { kind: 'fraction', ...PLAIN, unit: 'percent', value, end };
}

function inEvery(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(IN_EVERY, text, at) ?? matchAt(ONE_IN, text, at);
  const [parts, whole] = [readNumber(match?.[1]), readNumber(match?.[2])];
  if (match === undefined || parts === undefined || whole === undefined || parts.gte(whole)) return undefined;
  // “4.37 out of 5” is a score.
  if (!parts.isInteger() && whole.lt(100)) return undefined;
  return shareOf(parts, whole, at + match[0].length);
}

function fraction(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(FRACTION, text, at);
  const whole = PARTS.get((match?.[2] ?? '').toLowerCase());
  if (match === undefined || whole === undefined) return undefined;
  const first = (match[1] ?? '').toLowerCase();
  const parts = /^an?$/.test(first) ? new Decimal(1) : readNumber(first);
  const end = at + match[0].length;
  if (parts === undefined) return undefined;
  const after = text.slice(end, end + 16);
  if (parts.eq(1) && whole > 2 && !SHARED.test(after)) return undefined;
  if (parts.gte(whole)) return undefined;
  if (whole === 2 && /^[- ](?:year|hour|day|dozen|million|billion|thousand|hundred)/.test(after)) return undefined;
  return shareOf(parts, whole, end);
}

function leftPart(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(LEFT_PART, text, at);
  const whole = PARTS.get((match?.[1] ?? '').toLowerCase());
  if (match === undefined || whole === undefined) return undefined;
  const found = shareOf(new Decimal(1), whole, at + match[0].length);
  // “the last quarter” is as often a time.
  return whole === 4 || whole === 2 ? undefined : found;
}

function half(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(HALF, text, at);
  if (
    match === undefined ||
    /\b(?:first|second|last|latter|other|and a|year and a) $/i.test(text.slice(Math.max(0, at - 12), at))
  )
    return undefined;
  const found = shareOf(new Decimal(1), 2, at + match[0].length);
  return { ...found, loose: isHalfDone(text, at, found.end) };
}

/** “is half repaired”, “half-finished”: as good as it, and seldom to the half. */
function isHalfDone(text: string, at: number, end: number): boolean {
  return (
    /^[ -](?:[a-z]+ed|done|gone|built|full|empty|open)\b/i.test(text.slice(end, end + 24)) &&
    (text.charAt(end) === '-' ||
      /\b(?:is|are|was|were|be|been|being|still|stands?|stood) $/i.test(text.slice(Math.max(0, at - 8), at)))
  );
}
