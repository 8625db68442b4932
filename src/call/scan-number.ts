import { Decimal, decimalPlaces } from '../core/index.ts';
import type { FigureSketch, Recogniser } from './figure.ts';
import { type FoundTail, scaled, type Vocabulary } from './vocabulary.ts';

/** A figure in Arabic digits: currency, digits, magnitude and unit, not scaled yet. */
interface Operand {
  /** Plain decimal with an ASCII minus. */
  readonly number: string;
  readonly currency: string | undefined;
  readonly tail: FoundTail;
  readonly end: number;
  /** What 1亿2,000万 adds to its first part, in units of one, and the power of its last place. */
  readonly rest: { readonly value: Decimal; readonly power: number } | undefined;
}

const SIGN = /[-+\u2212\u2013](?=[\d$¥€£￥A-Z人港美欧英日新])/y;
const INNER_SIGN = /[-+\u2212]/y;
const DIGITS = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\u2009\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
const BETWEEN = / ?(?:～|~|〜|–|—|-|至|到) ?| (?:to|and) /y;

/**
 * Figures in Arabic digits with sign, currency, magnitude, unit and range: `−HKD 18.9 million`, `2,290.7万吨`, `15–20%`,
 * `5,000至1万人`, `1亿2,000万元`, `8.1 t per RMB million`, `34 million-tonne`.
 */
export function numberRecogniser(vocabulary: Vocabulary): Recogniser {
  return (text, at) => {
    const first = operandAt(vocabulary, text, at);
    if (first === undefined || isYearBeforeNoun(text, at, first)) return undefined;
    return (
      rangeFrom(vocabulary, text, at, first) ??
      fromTo(vocabulary, text, at, first) ??
      listed(text, first) ??
      sketchOf(first, withRate(vocabulary, text, first))
    );
  };
}

function operandAt(vocabulary: Vocabulary, text: string, at: number): Operand | undefined {
  let here = at;
  let negative = false;
  SIGN.lastIndex = here;
  const sign = SIGN.exec(text)?.[0];
  if (sign !== undefined) {
    if (sign !== '\u2212' && !standsFree(text, here)) return undefined;
    if (sign === '\u2013' && /\p{Script=Han}/u.test(text.charAt(here - 1))) return undefined;
    negative = sign !== '+';
    here += 1;
  }
  const currency = vocabulary.currencyAt(text, here);
  if (currency !== undefined) {
    here = text.charAt(currency.end) === ' ' ? currency.end + 1 : currency.end;
    INNER_SIGN.lastIndex = here;
    const inner = INNER_SIGN.exec(text)?.[0];
    if (inner !== undefined) {
      negative = inner !== '+';
      here += 1;
    }
  }
  const bracketed = bracketedAt(text, here, currency !== undefined, vocabulary);
  const digits = bracketed ?? digitsAt(text, here);
  if (digits === undefined) return undefined;
  if (bracketed !== undefined) negative = true;
  const number = `${negative ? '-' : ''}${digits.plain}`;
  const tail = vocabulary.tailAt(text, digits.end, currency !== undefined);
  const open =
    currency === undefined && (tail.unit === undefined || /^[A-Z]{3}$/.test(tail.unit.unit)) && tail.power === 0;
  const posted = open ? postedCurrency(vocabulary, text, digits.end) : undefined;
  if (posted !== undefined) {
    return { number, currency: posted.unit, tail: posted.tail, end: posted.tail.end, rest: undefined };
  }
  const base = { number, currency: currency?.unit, tail, end: tail.end, rest: undefined };
  return compound(vocabulary, text, base) ?? base;
}

/** “RMB(350)m” and (3.5)亿元: brackets are the minus of accounts where money or a magnitude stands right beside them. */
function bracketedAt(
  text: string,
  at: number,
  hasCurrency: boolean,
  vocabulary: Vocabulary,
): { readonly plain: string; readonly end: number } | undefined {
  if (!/[(（]/.test(text.charAt(at))) return undefined;
  const digits = digitsAt(text, at + 1);
  if (digits === undefined || !/[)）]/.test(text.charAt(digits.end))) return undefined;
  const end = digits.end + 1;
  // （3）个 and （2024）年 number and date what follows them.
  const listed = /^\d{1,2}$|^(?:19|20)\d\d$/.test(digits.plain);
  const tail = vocabulary.tailAt(text, end, hasCurrency);
  if (!hasCurrency && (listed || tail.power === 0)) return undefined;
  return { plain: digits.plain, end };
}

/** `128 HKD million`: on tiles the unit stands after the figure as a whole. */
function postedCurrency(
  vocabulary: Vocabulary,
  text: string,
  at: number,
): { readonly unit: string; readonly tail: FoundTail } | undefined {
  const start = text.charAt(at) === ' ' ? at + 1 : at;
  const currency = vocabulary.currencyAt(text, start);
  if (currency === undefined || !/[A-Z]/.test(text.charAt(start))) return undefined;
  const tail = vocabulary.tailAt(text, currency.end, true);
  return tail.power === 0 ? undefined : { unit: currency.unit, tail: { ...tail, unit: undefined } };
}

/** A hyphen or dash before digits is a minus only where a figure can begin. */
function standsFree(text: string, at: number): boolean {
  // -2.1至-1.4: the far end of a range has a minus where the near one has.
  if (/[-\u2212][\d.,]+%?[至到]$/.test(text.slice(Math.max(0, at - 12), at))) return true;
  return at === 0 || /[\s(（:：,，;；|/“"'、。]|(?![年月日号至到第元吨人])\p{Script=Han}/u.test(text.charAt(at - 1));
}

function digitsAt(text: string, at: number): { readonly plain: string; readonly end: number } | undefined {
  DIGITS.lastIndex = at;
  const match = DIGITS.exec(text)?.[0];
  return match === undefined ? undefined : { plain: match.replace(/[\u2009,]/g, ''), end: at + match.length };
}

/** 1亿2,000万: the second part has the smaller magnitude. */
function compound(vocabulary: Vocabulary, text: string, first: Operand): Operand | undefined {
  if (first.tail.unit !== undefined || first.tail.power < 4 || first.number.includes('.')) return undefined;
  const digits = digitsAt(text, first.end);
  if (digits === undefined) return undefined;
  const tail = vocabulary.tailAt(text, digits.end, false);
  if (tail.power >= first.tail.power || tail.power === 0) return undefined;
  const rest = { value: scaled(new Decimal(digits.plain), tail.power, '1'), power: tail.power };
  return { ...first, rest, tail: { ...tail, power: first.tail.power }, end: tail.end };
}

/** In “In 2020 people …” the year is no count. */
function isYearBeforeNoun(text: string, at: number, { number, tail }: Operand): boolean {
  if (!/^(?:19|20)\d\d$/.test(number) || tail.unit === undefined || text.charAt(at + 4) !== ' ') return false;
  return /\b(?:in|by|since|until|from|before|after|during|through|year|and|to) $/i.test(
    text.slice(Math.max(0, at - 8), at),
  );
}

function unitOf({ currency, tail }: Operand): { readonly unit: string; readonly factor: string } {
  if (tail.unit !== undefined && (currency === undefined || tail.unit.unit === currency)) return tail.unit;
  return { unit: currency ?? '', factor: '1' };
}

function sketchOf(operand: Operand, rate: Rate): FigureSketch {
  const { unit, factor } = unitOf(operand);
  const { power } = operand.tail;
  const size = scaled(new Decimal(1), operand.rest?.power ?? power, factor).times(rate.factor);
  const value = scaled(new Decimal(operand.number), power, factor)
    .plus(operand.rest?.value ?? 0)
    .times(rate.factor);
  return {
    kind: unit === 'multiple' ? 'multiple' : 'amount',
    end: rate.end,
    value: value.toFixed(),
    upTo: undefined,
    unit: `${unit}${rate.unit}`,
    number: operand.number,
    grain: new Decimal(10).pow(-decimalPlaces(operand.number)).times(size).toFixed(),
    loose: false,
  };
}

/** What a figure is for each of: `/MRMB`. Empty where there is none. */
interface Rate {
  readonly unit: string;
  readonly factor: string;
  readonly end: number;
}

/** Money is counted by the million, so that an intensity keeps the digits that readers see. */
function withRate(vocabulary: Vocabulary, text: string, operand: Operand): Rate {
  const none = { unit: '', factor: '1', end: operand.end };
  const sign = /\/ ?| per /y;
  sign.lastIndex = operand.end;
  const match = sign.exec(text);
  if (match === null || operand.tail.unit === undefined) return none;
  const at = operand.end + match[0].length;
  const currency = vocabulary.currencyAt(text, at);
  const from = currency === undefined ? at : currency.end;
  const tail = vocabulary.tailAt(text, from, false);
  const unit = currency?.unit ?? tail.unit?.unit;
  if (unit === undefined || !RATED.test(unit)) return none;
  const end = Math.max(tail.end, from);
  const rest = / of (?:operating )?(?:revenue|turnover|sales)\b|营收|营业收入|收入/y;
  rest.lastIndex = end;
  const size = scaled(new Decimal(1), tail.power, currency === undefined ? (tail.unit?.factor ?? '1') : '1');
  const money = /^[A-Z]{3}$/.test(unit);
  return {
    unit: money ? `/M${unit}` : `/${unit}`,
    factor: new Decimal(money ? '1e6' : 1).div(size).toFixed(),
    end: rest.exec(text) === null ? end : rest.lastIndex,
  };
}

/** Rates per person, year or piece are worded too freely to be part of the unit. */
const RATED = /^(?:[A-Z]{3}|t|tCO2e|MJ|m3|ha|km)$/;

function rangeFrom(vocabulary: Vocabulary, text: string, at: number, first: Operand): FigureSketch | undefined {
  BETWEEN.lastIndex = first.end;
  const between = BETWEEN.exec(text)?.[0];
  if (between === undefined || !joins(between.trim(), text, at)) return undefined;
  const second = operandAt(vocabulary, text, first.end + between.length);
  if (second === undefined || second.number.startsWith('-')) return undefined;
  const share = shared(first, second);
  if (share === undefined) return undefined;
  const rate = withRate(vocabulary, text, second);
  const low = sketchOf({ ...first, ...share.first }, { ...rate, end: rate.end });
  const high = sketchOf({ ...second, ...share.second }, rate);
  if (low.unit !== high.unit || new Decimal(low.value).gte(high.value)) return undefined;
  const cut = [first.end, first.end + between.length] as const;
  return { ...low, end: rate.end, upTo: high.value, far: { number: high.number, grain: high.grain, cut } };
}

/** “from 0.57 to 0.55 kg”: no range, yet the unit or magnitude is that of both. */
function fromTo(vocabulary: Vocabulary, text: string, at: number, first: Operand): FigureSketch | undefined {
  const bare = first.tail.power === 0 && first.tail.unit === undefined && first.currency === undefined;
  if (!bare || !text.startsWith(' to ', first.end) || !/\bfrom $/i.test(text.slice(Math.max(0, at - 5), at)))
    return undefined;
  const second = operandAt(vocabulary, text, first.end + 4);
  if (second === undefined) return undefined;
  // “from 800 to 1.2 million” has its magnitude at one end, “from 0.9 to 24 million” at both.
  const sized = second.tail.power > 0 && new Decimal(first.number).lt(second.number);
  if (second.tail.unit === undefined && second.currency === undefined && !sized) return undefined;
  const { power, unit } = second.tail;
  const rate = withRate(vocabulary, text, second);
  return sketchOf(
    { ...first, currency: second.currency, tail: { ...first.tail, power, unit } },
    { ...rate, end: first.end },
  );
}

const LIST = /(?:(?:, | and | or |, and |、|和|及)\d+(?:\.\d+)?){1,3}(%| per cent| percent)(?! of)/y;

/** “9 and 12 per cent less”: the share’s unit is printed once, for all. */
function listed(text: string, first: Operand): FigureSketch | undefined {
  if (first.tail.power !== 0 || first.tail.unit !== undefined || first.currency !== undefined) return undefined;
  LIST.lastIndex = first.end;
  if (!LIST.test(text)) return undefined;
  const unit = { unit: 'percent', factor: '1', end: first.end };
  return sketchOf({ ...first, tail: { power: 0, unit, end: first.end } }, { unit: '', factor: '1', end: first.end });
}

/** 至 and “to” make a range unless a change is told: 由…增至, “from … to”. “and” does after “between”. */
function joins(between: string, text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  if (between === 'and') return /\bbetween (?:about )?$/i.test(before);
  if (between === 'to') return !/\b(?:from|up|down|rose|fell|grew|increased|decreased)\b[^.,;]*$/i.test(before);
  if (between === '至' || between === '到') return !/[从由自][^，。；]*$/.test(before);
  return true;
}

/** A unit or magnitude that is printed once belongs to both ends. */
function shared(
  first: Operand,
  second: Operand,
): { readonly first: Partial<Operand>; readonly second: Partial<Operand> } | undefined {
  // “US$1 to RMB7.30” is a rate of exchange.
  if (first.currency !== undefined && second.currency !== undefined && first.currency !== second.currency)
    return undefined;
  const currency = first.currency ?? second.currency;
  const inherits =
    first.tail.power === 0 && first.tail.unit === undefined && new Decimal(first.number).lt(second.number);
  const power = inherits ? second.tail.power : first.tail.power;
  const unit = first.tail.unit ?? second.tail.unit;
  const both = currency === undefined ? {} : { currency };
  return {
    first: { ...both, tail: { ...first.tail, power, unit } },
    second: { ...both, tail: { ...second.tail, unit: second.tail.unit ?? unit } },
  };
}
