import { Decimal } from '../core/index.ts';
import { readEnglishNumeral, wordAt } from './english-numeral.ts';
import type { FigureSketch, Recogniser } from './figure.ts';
import type { Vocabulary } from './vocabulary.ts';
import { scaled } from './vocabulary.ts';

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

const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['doubled', 2],
  ['doubling', 2],
  ['doubles', 2],
  ['tripled', 3],
  ['tripling', 3],
  ['triples', 3],
  ['trebled', 3],
  ['trebling', 3],
  ['quadrupled', 4],
  ['quadrupling', 4],
  ['quintupled', 5],
  ['halve', 0.5],
  ['halved', 0.5],
  ['halving', 0.5],
  ['twofold', 2],
  ['threefold', 3],
  ['fourfold', 4],
  ['fivefold', 5],
  ['sixfold', 6],
  ['sevenfold', 7],
  ['eightfold', 8],
  ['tenfold', 10],
]);

const ORDINALS =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`.split(/\s+/);

const SMALL =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|a hundred|one hundred|a thousand|one thousand';
const IN_EVERY = new RegExp(
  `(${SMALL}|\\d{1,3}) (?:in(?: every)?|out of(?: every)?|of every) (${SMALL}|[2-9]|10|12|20|50|100|1,?000)(?![\\d%]|[.,]\\d|\\w)(?! (?:years?|months?|days?|hours?|weeks?|million|billion|thousand|countries|cities|provinces|places|rounds|stages|phases))`,
  'iy',
);
const FRACTION = new RegExp(`(${SMALL}|an?|\\d)[ -](${[...PARTS.keys()].join('|')})(s)?\\b`, 'iy');
/** After “a third” and “a quarter” as shares; a noun makes an ordinal or a time of them. */
const SHARED =
  /^(?:[.,;:!?)—–]|$| (?:of|from|for|is|are|was|were|went|goes?|come|came|have|has|had|that|who|which|if|when|by|with|at|as|each|less|more|lower|higher|fewer|smaller|larger|greater|compared|over|by|since|in|on|to|and|than|reduction|increase|cut|drop|fall|rise|decline|decrease|against|within|year)\b)/;
/** “one ship in five runs on clean fuel”: a noun between, and a verb or the end after it. */
const ONE_IN =
  /(one|two|three|four|five|six|seven|eight|nine) [a-z]+ in (two|three|four|five|six|seven|eight|nine|ten|twenty)(?= (?:is|are|was|were|has|have|had|runs?|uses?|comes?|goes|will|would|can|now|already)\b|[.,;])/iy;
const FOLD = /(\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten)[- ]?fold\b/iy;
/** “to double”, “will triple”: the verb, not the adjective of “double materiality”. */
const TO_MULTIPLY = /\b(?:to|will|would|should|can|and) (double|triple|treble|quadruple)$/i;
const AS_MUCH = /(twice|double|triple|treble) (?:as|the|that|those|what|its|their|in|from)\b/iy;
/** “half a minute”, “a quarter of an hour”, “three quarters of an hour”, “half an hour”. */
const PART_OF_TIME = /(half|an? quarter|three[ -]quarters) (?:of )?an? (minute|hour|day|week|month|year|century)\b/iy;
/** “a decade”, “the past decade”. */
const DECADE = /(?<=\b(?:a|past|last|next|coming|previous|this) )decade\b/iy;
/** “the remaining tenth”: a share, where “the tenth” alone is a place. */
const LEFT_PART = new RegExp(`(?<=\\b(?:remaining|other|last|final) )(${[...PARTS.keys()].join('|')})\\b`, 'iy');
/** “one-in-a-hundred-year”, “1-in-200-year”. */
const RETURN_PERIOD = /(?:one|once|1)[- ]in[- ](?:an?[- ])?(\d{2,4}|ten|twenty|fifty|hundred|thousand)[- ]years?\b/iy;
const VAGUE =
  /(?:several|a few|many) (hundred|thousand|million|billion|dozen)s?\b|(?:tens|hundreds) of (thousands|millions|billions)\b|(dozens|scores|hundreds|thousands|millions|billions)(?= of\b)/iy;
const DOZEN = /(half a|a half|an?|one|two|three|four|five|six|several)[ -]dozen\b/iy;
/** “half a point”: half of a percentage point. */
const HALF_POINT = /half a (?:percentage )?point\b/iy;
/** “four times a year”, “twice every month”: how often, and no multiple. */
const HOW_OFTEN =
  /(twice|[a-z]+ times|\d+ times) (?:a|an|each|every|per) (?:year|quarter|month|week|day|hour|shift)\b/iy;
const HALF = /half(?![- ](?:year|hour|day|time|term|way))\b/iy;
const COUPLE = /(?:both|a couple|a pair|twice)\b/iy;
const ORDINAL_DIGITS = /(\d{1,3})(?:st|nd|rd|th)\b/y;
const ORDINAL_WORD = new RegExp(`(?:(twenty|thirty)-)?(${ORDINALS.join('|')})\\b`, 'iy');

const PLAIN = { upTo: undefined, unit: '', number: undefined, grain: undefined, loose: false } as const;
const SIZES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['score', 20],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
]);

/**
 * Figures in English words: twelve, two and a half million, a dozen, one third, two in five, half, doubled, threefold,
 * twice the, five percentage points, two to three years, 21st, dozens.
 */
export function englishRecogniser(vocabulary: Vocabulary): Recogniser {
  return (text, at) => {
    const shapes = [
      inEvery(text, at),
      halfPoint(text, at),
      howOften(text, at),
      partOfTime(text, at),
      decade(text, at),
      leftPart(text, at),
      returnPeriod(text, at),
      fraction(text, at),
      multiple(text, at),
      half(text, at),
      dozen(text, at),
      vague(text, at),
      ordinal(text, at),
      couple(text, at),
      counted(vocabulary, text, at),
    ];
    return shapes.reduce((best, one) => (one !== undefined && one.end > (best?.end ?? at) ? one : best), undefined);
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function numeral(word: string | undefined): Decimal | undefined {
  if (word === undefined) return undefined;
  return /^\d/.test(word) ? new Decimal(word) : readEnglishNumeral(word, 0)?.value;
}

function shareOf(parts: Decimal, whole: Decimal | number, end: number): FigureSketch {
  const value = parts.times(100).div(whole).toDecimalPlaces(20).toFixed();
  return { kind: 'fraction', ...PLAIN, unit: 'percent', value, end };
}

function inEvery(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(IN_EVERY, text, at) ?? matchAt(ONE_IN, text, at);
  const [parts, whole] = [numeral(match?.[1]), numeral(match?.[2])];
  if (match === undefined || parts === undefined || whole === undefined || parts.gte(whole)) return undefined;
  return shareOf(parts, whole, at + match[0].length);
}

function fraction(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(FRACTION, text, at);
  const whole = PARTS.get((match?.[2] ?? '').toLowerCase());
  if (match === undefined || whole === undefined) return undefined;
  const first = (match[1] ?? '').toLowerCase();
  const parts = /^an?$/.test(first) ? new Decimal(1) : numeral(first);
  const end = at + match[0].length;
  if (parts === undefined) return undefined;
  const after = text.slice(end, end + 16);
  if (parts.eq(1) && whole > 2 && !SHARED.test(after)) return undefined;
  if (parts.gte(whole)) return undefined;
  if (whole === 2 && /^[- ](?:year|hour|day|dozen|million|billion|thousand|hundred)/.test(after)) return undefined;
  return shareOf(parts, whole, end);
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

function halfPoint(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(HALF_POINT, text, at);
  if (match === undefined) return undefined;
  return { kind: 'amount', ...PLAIN, unit: 'percentage_points', value: '0.5', end: at + match[0].length };
}

function howOften(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(HOW_OFTEN, text, at);
  const words = match?.[1] ?? '';
  const count = words === 'twice' ? new Decimal(2) : numeral(words.replace(/ times$/i, ''));
  if (match === undefined || count === undefined) return undefined;
  const loose = !/\d/.test(words);
  return { kind: 'amount', ...PLAIN, value: count.toFixed(), end: at + words.length, loose };
}

function decade(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(DECADE, text, at);
  if (match === undefined) return undefined;
  return { kind: 'amount', ...PLAIN, unit: 'year', value: '10', end: at + match[0].length, loose: true };
}

function leftPart(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(LEFT_PART, text, at);
  const whole = PARTS.get((match?.[1] ?? '').toLowerCase());
  if (match === undefined || whole === undefined) return undefined;
  const found = shareOf(new Decimal(1), whole, at + match[0].length);
  // “the last quarter” is as often a time.
  return whole === 4 || whole === 2 ? undefined : found;
}

function returnPeriod(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(RETURN_PERIOD, text, at);
  if (match === undefined) return undefined;
  const years = numeral(match[1]) ?? new Decimal(SIZES.get((match[1] ?? '').toLowerCase()) ?? 0);
  return { kind: 'amount', ...PLAIN, unit: 'year', value: years.toFixed(), end: at + match[0].length };
}

function multiple(text: string, at: number): FigureSketch | undefined {
  const word = wordAt(text, at);
  const known = MULTIPLES.get(word);
  const found = (value: number | string, length: number): FigureSketch => ({
    kind: 'multiple',
    ...PLAIN,
    unit: 'multiple',
    value: String(value),
    end: at + length,
  });
  if (known !== undefined) return found(known, word.length);
  const verb = TO_MULTIPLY.exec(text.slice(Math.max(0, at - 8), at + word.length))?.[1]?.toLowerCase();
  if (verb !== undefined) return found(verb === 'double' ? 2 : verb === 'quadruple' ? 4 : 3, word.length);
  const fold = matchAt(FOLD, text, at);
  if (fold !== undefined) return found(numeral(fold[1])?.toFixed() ?? '', fold[0].length);
  const much = matchAt(AS_MUCH, text, at);
  return much === undefined ? undefined : found(/^t[re]/i.test(much[0]) ? 3 : 2, (much[1] ?? '').length);
}

function half(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(HALF, text, at);
  if (
    match === undefined ||
    /\b(?:first|second|last|latter|other|and a|year and a) $/i.test(text.slice(Math.max(0, at - 12), at))
  )
    return undefined;
  return shareOf(new Decimal(1), 2, at + match[0].length);
}

function dozen(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(DOZEN, text, at);
  if (match === undefined || /several/i.test(match[0])) return undefined;
  const first = (match[1] ?? '').toLowerCase();
  const count = /half/.test(first) ? new Decimal('0.5') : /^an?$/.test(first) ? new Decimal(1) : numeral(first);
  if (count === undefined) return undefined;
  return { kind: 'amount', ...PLAIN, value: count.times(12).toFixed(), end: at + match[0].length };
}

function vague(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(VAGUE, text, at);
  if (match === undefined) return undefined;
  const size = SIZES.get((match[1] ?? match[2] ?? match[3] ?? '').toLowerCase().replace(/s$/, '')) ?? 1;
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
