import { Decimal } from '../core/index.ts';
import type { FigureSketch, Recogniser } from './figure.ts';
import { HAN_NUMERAL, HAN_POWERS, readHanNumber, readHanNumeral } from './han-numeral.ts';
import { hanShare } from './han-shares.ts';
import { rateBase } from './rate-bases.ts';
import { longestOf, matchAt, PLAIN } from './sketch.ts';
import type { FoundTail, Vocabulary } from './vocabulary.ts';
import { scaled } from './vocabulary.ts';

/**
 * Figures in Chinese characters: 三分之一, 百分之三十, 两成五, 翻两番, 减半, 一半, 十二家, 三年半, 五至六个, 数十, 第三, 21世纪.
 * A single character counts only before a unit or measure word, since 三 and 十 stand in many other words.
 */
export function hanRecogniser(vocabulary: Vocabulary): Recogniser {
  return longestOf([
    hanShare,
    rateBase,
    halfOf,
    vague,
    ordinal,
    returnPeriod,
    hundredYears,
    topOf,
    (text, at) => counted(vocabulary, text, at),
  ]);
}

/** Where a phrase that counts nothing ends, if one begins here. */
export function hanPhraseEnd(text: string, at: number): number | undefined {
  PHRASES.lastIndex = at;
  return PHRASES.test(text) ? PHRASES.lastIndex : undefined;
}

const VAGUE =
  /(?:数|几|上|近|逾|成|超|约|若干)(十|百|千|万|亿)(?=[^\d零一二两三四五六七八九])(?:万|亿)?|十几(?:万|亿)?|([百千万])(?:余|多)(?=[名家个项人次条种位吨元])/y;
const ORDINAL = /第(\d+|[零一二三四五六七八九十百]+)(?=\D|$)/y;
/** 百年一遇: what comes once in so many years. */
const RETURN_PERIOD = /([二三五]?[十百千]|\d{2,4})年一遇/y;
const HUNDRED_YEARS = /(百|千)年/y;
/** 500强, 百强: the first so many of a ranking. */
const TOP = /([二三五]?[十百千]|[一二三四五六七八九]+[十百]|\d{2,4})强(?![化大度壮烈制势劲调])/y;
const CENTURY = /(\d{1,2}|[一二三四五六七八九十]+)世纪/y;

/** 半个百分点, 半小时, 半个月: half of one. */
const HALF_OF = /半个?(百分点|小时|钟头|月|天|年(?!度))/y;
const HALVES: ReadonlyMap<string, string> = new Map([
  ['百分点', 'percentage_points'],
  ['小时', 'hour'],
  ['钟头', 'hour'],
  ['月', 'month'],
  ['天', 'day'],
  ['年', 'year'],
]);

/** Words that hold numerals and count nothing. */
const PHRASES =
  /万一|千万别|千家万户|百家|百姓|千方百计|百分百|百货|百科|十分(?!之)|十足|一一|一二三产业?|五花八门|四面八方|七夕|三农|四川|九江|三明|八达岭|五粮液|百度|千禧|万科|万达|万物|万能|二手|二维码|二次元|一次性|一带一路|三重一大|五险一金|六险二金|二十大|十九大|两会|两岸|两山|双十一/y;

function halfOf(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(HALF_OF, text, at);
  const unit = HALVES.get(match?.[1] ?? '');
  // 每半年, 上半年 and 一个半小时 tell something else.
  if (match === undefined || unit === undefined || /[每上下前后个\d]/.test(text.charAt(at - 1))) return undefined;
  const loose = unit !== 'percentage_points';
  return { kind: 'amount', ...PLAIN, unit, value: '0.5', end: at + match[0].length, loose };
}

function vague(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(VAGUE, text, at);
  if (match === undefined) return undefined;
  const marks = [...match[0]].map((mark) => HAN_POWERS.get(mark) ?? 1);
  const value = marks.reduce((size, mark) => size * mark, 1);
  return { kind: 'vague', ...PLAIN, value: String(value), end: at + match[0].length, loose: true };
}

function returnPeriod(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(RETURN_PERIOD, text, at);
  const years = HAN_POWERS.get(match?.[1] ?? '') ?? readHanNumber(match?.[1] ?? '');
  if (match === undefined || years === undefined) return undefined;
  return { kind: 'amount', ...PLAIN, unit: 'year', value: new Decimal(years).toFixed(), end: at + match[0].length };
}

/** 百年增温潜势, and 百年老店: a hundred years, or merely long. */
function hundredYears(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(HUNDRED_YEARS, text, at);
  const years = HAN_POWERS.get(match?.[1] ?? '');
  if (match === undefined || years === undefined) return undefined;
  return { kind: 'amount', ...PLAIN, unit: 'year', value: String(years), end: at + match[0].length, loose: true };
}

function topOf(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(TOP, text, at);
  const count = HAN_POWERS.get(match?.[1] ?? '') ?? readHanNumber(match?.[1] ?? '');
  if (match === undefined || count === undefined) return undefined;
  return { kind: 'amount', ...PLAIN, value: new Decimal(count).toFixed(), end: at + match[0].length };
}

function ordinal(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(ORDINAL, text, at) ?? matchAt(CENTURY, text, at);
  const value = readHanNumber(match?.[1] ?? '');
  if (match === undefined || value === undefined) return undefined;
  const loose = value.lte(3) && !/\d/.test(match[0]);
  return { kind: 'ordinal', ...PLAIN, value: value.toFixed(), end: at + match[0].length, loose };
}

const ABOUT = /[至到～~-]/;

function counted(vocabulary: Vocabulary, text: string, at: number): FigureSketch | undefined {
  const match = matchAt(HAN_NUMERAL, text, at);
  if (match === undefined) return undefined;
  const chars = withoutUnit(vocabulary, text, at, match[0]);
  const pair = neighbours(chars);
  if (pair !== undefined) return pairOf(vocabulary, text, at, pair);
  const value = readHanNumeral(chars);
  if (value === undefined) return undefined;
  const end = at + chars.length;
  if (ABOUT.test(text.charAt(end))) {
    const range = rangeOf(vocabulary, text, end, value);
    if (range !== undefined) return range;
  }
  const inner = halfUnit(text, end);
  const tail = inner ?? vocabulary.tailAt(text, end, false);
  const long = chars.length > 1 && /[十百千万亿点]/.test(chars);
  if (tail.unit === undefined && tail.power === 0 && !long) return undefined;
  if (tail.unit === undefined && !long) return undefined;
  const more = inner !== undefined || /^(?:年|个?月|小时|天|倍)半/.test(text.slice(end)) ? '0.5' : '0';
  const { unit, factor } = tail.unit ?? { unit: '', factor: '1' };
  return {
    ...PLAIN,
    kind: unit === 'multiple' ? 'multiple' : 'amount',
    value: scaled(value.plus(more), tail.power, factor).toFixed(),
    unit,
    end: more === '0' || inner !== undefined ? tail.end : tail.end + 1,
    loose: (value.lte(1) && /^(?:|person|day|year|m3)$/.test(unit)) || isDefinition(text, at, chars),
  };
}

/** “万元”指一万元: a report says what its units mean, which the other language need not. */
function isDefinition(text: string, at: number, chars: string): boolean {
  return (
    /^一[百千万亿]+$/.test(chars) &&
    /[”"'」](?:分别)?(?:指|即|代表|表示|为)[^，。；]{0,12}$/.test(text.slice(Math.max(0, at - 24), at))
  );
}

const HALF_UNIT = /个半(小时|钟头|月|星期)/y;
const HALVED: ReadonlyMap<string, string> = new Map([
  ['小时', 'hour'],
  ['钟头', 'hour'],
  ['月', 'month'],
  ['星期', 'week'],
]);

/** 一个半小时, 两个半月: the half stands before its unit. */
function halfUnit(text: string, at: number): FoundTail | undefined {
  const match = matchAt(HALF_UNIT, text, at);
  const unit = HALVED.get(match?.[1] ?? '');
  if (match === undefined || unit === undefined) return undefined;
  const end = at + match[0].length;
  return { power: 0, unit: { unit, factor: '1', end }, end };
}

/** Gives back a last 千 or 万 that belongs to the unit: 两百万 and 千瓦时, not 两百万千 and 瓦时. */
function withoutUnit(vocabulary: Vocabulary, text: string, at: number, chars: string): string {
  const last = at + chars.length - 1;
  if (chars.length < 2 || !/千|百/.test(chars.slice(-1))) return chars;
  const unit = vocabulary.unitAt(text, last);
  const rest = vocabulary.unitAt(text, last + 1);
  return unit !== undefined && (rest?.end ?? 0) <= unit.end ? chars.slice(0, -1) : chars;
}

function rangeOf(vocabulary: Vocabulary, text: string, stop: number, low: Decimal): FigureSketch | undefined {
  const at = stop + 1;
  const match = matchAt(HAN_NUMERAL, text, at);
  const high = match === undefined ? undefined : readHanNumeral(match[0]);
  if (match === undefined || high === undefined || high.lte(low)) return undefined;
  const tail = vocabulary.tailAt(text, at + match[0].length, false);
  if (tail.unit === undefined) return undefined;
  const { unit, factor } = tail.unit;
  const size = (value: Decimal): string => scaled(value, tail.power, factor).toFixed();
  const far = { number: undefined, grain: undefined, cut: [stop, at] as const };
  return { ...PLAIN, kind: 'amount', value: size(low), upTo: size(high), far, unit, end: tail.end };
}

/** 七八个, 两三年, 三四百: about as many. */
function neighbours(chars: string): readonly [number, number] | undefined {
  const match = /^([一二两三四五六七八])([二三四五六七八九])([十百千万亿]?)$/.exec(chars);
  const low = readHanNumeral(match?.[1] ?? '')?.toNumber();
  const high = readHanNumeral(match?.[2] ?? '')?.toNumber();
  if (match === null || low === undefined || high !== low + 1) return undefined;
  const size = HAN_POWERS.get(match[3] ?? '') ?? 1;
  return [low * size, high * size];
}

function pairOf(
  vocabulary: Vocabulary,
  text: string,
  at: number,
  [low, high]: readonly [number, number],
): FigureSketch | undefined {
  const length = low >= 10 ? 3 : 2;
  const tail = vocabulary.tailAt(text, at + length, false);
  if (tail.unit === undefined) return undefined;
  const { unit, factor } = tail.unit;
  const size = (value: number): string => scaled(new Decimal(value), tail.power, factor).toFixed();
  return { ...PLAIN, kind: 'vague', value: size(low), upTo: size(high), unit, end: tail.end, loose: true };
}
