import { Decimal } from '../core/index.ts';
import { readNumber, WORD_SIZES } from './english-numeral.ts';
import type { FigureSketch, Recogniser } from './figure.ts';
import { longestOf, matchAt, PLAIN } from './sketch.ts';

/** Times in English words: half an hour, a minute and a half, within a week, a quarter of a century, the past decade, a 1-in-200-year storm, four times a year. */
export const englishTime: Recogniser = longestOf([howOften, partOfTime, andAHalf, oneOf, decade, returnPeriod]);

/** “half a minute”, “a quarter of an hour”, “three quarters of an hour”, “half an hour”. */
const PART_OF_TIME = /(half|an? quarter|three[ -]quarters) (?:of )?an? (minute|hour|day|week|month|year|century)\b/iy;
/** “a minute and a half”, “an hour and a quarter”. */
const AND_A_HALF = /an? (minute|hour|day|week|month|year) and (a half|a quarter|three quarters)\b/iy;
/** “within a week”, “more than a month”: one of them, where a rate has “three a week”. */
const ONE_OF =
  /(?<=\b(?:within|after|than|over|about|nearly|almost|under|least|only|just|takes?|took|lasts?|lasted|for|by) )(?:an?|one) (minute|hour|day|week|fortnight|month|year|century)\b(?! (?:or|before|ago|earlier|later|to)\b)/iy;
/** “a decade”, “the past decade”. */
const DECADE = /(?<=\b(?:a|past|last|next|coming|previous|this) )decade\b/iy;
/** “one-in-a-hundred-year”, “1-in-200-year”. */
const RETURN_PERIOD = /(?:one|once|1)[- ]in[- ](?:an?[- ])?(\d{2,4}|ten|twenty|fifty|hundred|thousand)[- ]years?\b/iy;
/** “four times a year”, “twice every month”, “twice in a morning”: how often, and no multiple. */
const HOW_OFTEN =
  /(twice|[a-z]+ times|\d+ times) (?:(?:in |within )?an?|each|every|per|in one) (?:single )?(?:year|season|quarter|month|week|day|night|morning|afternoon|evening|hour|minute|shift)\b/iy;

function howOften(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(HOW_OFTEN, text, at);
  const words = match?.[1] ?? '';
  const count = words === 'twice' ? new Decimal(2) : readNumber(words.replace(/ times$/i, ''));
  if (match === undefined || count === undefined) return undefined;
  const loose = !/\d/.test(words);
  return { kind: 'amount', ...PLAIN, value: count.toFixed(), end: at + words.length, loose };
}

function partOfTime(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(PART_OF_TIME, text, at);
  if (match === undefined) return undefined;
  const part = (match[1] ?? '').toLowerCase();
  const value = part === 'half' ? '0.5' : part.startsWith('three') ? '0.75' : '0.25';
  const unit = (match[2] ?? '').toLowerCase();
  const years = unit === 'century' ? new Decimal(value).times(100).toFixed() : value;
  const sense = unit === 'century' ? { value: years, unit: 'year' } : { value, unit };
  return { kind: 'amount', ...PLAIN, ...sense, end: at + match[0].length };
}

function andAHalf(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(AND_A_HALF, text, at);
  if (match === undefined) return undefined;
  const part = (match[2] ?? '').toLowerCase();
  const value = part === 'a half' ? '1.5' : part === 'a quarter' ? '1.25' : '1.75';
  return { kind: 'amount', ...PLAIN, unit: (match[1] ?? '').toLowerCase(), value, end: at + match[0].length };
}

function oneOf(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(ONE_OF, text, at);
  if (match === undefined) return undefined;
  const unit = (match[1] ?? '').toLowerCase();
  const value = unit === 'fortnight' ? '2' : unit === 'century' ? '100' : '1';
  const base = unit === 'fortnight' ? 'week' : unit === 'century' ? 'year' : unit;
  return { kind: 'amount', ...PLAIN, unit: base, value, end: at + match[0].length, loose: true };
}

function decade(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(DECADE, text, at);
  if (match === undefined) return undefined;
  return { kind: 'amount', ...PLAIN, unit: 'year', value: '10', end: at + match[0].length, loose: true };
}

function returnPeriod(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(RETURN_PERIOD, text, at);
  if (match === undefined) return undefined;
  const years = readNumber(match[1]) ?? new Decimal(WORD_SIZES.get((match[1] ?? '').toLowerCase()) ?? 0);
  return { kind: 'amount', ...PLAIN, unit: 'year', value: years.toFixed(), end: at + match[0].length };
}
