import { Decimal } from '../core/index.ts';
import type { FigureSketch, Recogniser } from './figure.ts';
import { HAN_POWERS, readHanNumber } from './han-numeral.ts';
import { longestOf, matchAt, PLAIN } from './sketch.ts';

/** Shares and multiples in Chinese characters: 三分之一, 百分之三十, 两成五, 每五户中有两户, 一半, 减半, 翻两番, 八五折. */
export const hanShare: Recogniser = longestOf([fraction, tenths, priceCut, timesTwo, half, inEvery]);

const SMALL = '[一二两三四五六七八九]';
const FRACTION =
  /([零一二三四五六七八九十百千万]+|\d+(?:\.\d+)?)分之([零一二两三四五六七八九十百千]+(?:点[零一二三四五六七八九]+)?|百|\d+(?:\.\d+)?)/y;
const TENTHS = new RegExp(
  `(${SMALL}|\\d)成(?:(半)|([一二三四五六七八九])(?!成)|(?!立|果|本|长|功|绩|就|熟|都|交|品|分|效|因|份|型|片|了|人|员(?!工)))`,
  'y',
);
/** 三折, 八五折, 7.5折: what is left of a price. */
const PRICE_CUT = new RegExp(`(${SMALL})(?:点?(${SMALL}))?折(?![页叠线扇断])|(\\d(?:\\.\\d)?)折(?![页叠线扇断])`, 'y');
const TIMES_TWO = new RegExp(`翻了?(${SMALL}|\\d)?番|翻了?一?倍`, 'y');
const HALF = /一半|半数|过半|近半|减半|对半|大半(?!夜|生|天|年)/y;
/** 每五户中有两户; the measure words between count neither. */
const IN_EVERY =
  /每([二两三四五六七八九十百千]|\d{1,4})[^，。；、\d]{0,8}?(?:中|里|当中)?(?:便|就|约|超过)?有(?:近|约|超过)?([一二两三四五六七八九]|\d{1,3})(?=[个户名人位家成辆件])/y;

function fraction(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(FRACTION, text, at);
  if (match === undefined) return undefined;
  const whole = HAN_POWERS.get(match[1] ?? '') ?? readHanNumber(match[1] ?? '');
  const parts = match[2] === '百' ? new Decimal(100) : readHanNumber(match[2] ?? '');
  if (whole === undefined || parts === undefined) return undefined;
  const value = parts.times(100).div(whole).toDecimalPlaces(20).toFixed();
  return { kind: 'fraction', ...PLAIN, unit: 'percent', value, end: at + match[0].length };
}

function inEvery(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(IN_EVERY, text, at);
  const [whole, parts] = [readHanNumber(match?.[1] ?? ''), readHanNumber(match?.[2] ?? '')];
  if (match === undefined || whole === undefined || parts === undefined || parts.gte(whole)) return undefined;
  const value = parts.times(100).div(whole).toDecimalPlaces(20).toFixed();
  return { kind: 'fraction', ...PLAIN, unit: 'percent', value, end: at + match[0].length };
}

function tenths(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(TENTHS, text, at);
  const whole = readHanNumber(match?.[1] ?? '');
  if (match === undefined || whole === undefined) return undefined;
  // 八成为女性 is a share, 之一成为 is none.
  if (match[0] === '一成' && text.charAt(at + 2) === '为') return undefined;
  const rest = match[2] !== undefined ? 5 : (readHanNumber(match[3] ?? '') ?? 0);
  const value = whole.times(10).plus(rest).toFixed();
  return { kind: 'fraction', ...PLAIN, unit: 'percent', value, end: at + match[0].length };
}

function priceCut(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(PRICE_CUT, text, at);
  if (match === undefined) return undefined;
  const tenths =
    match[3] ?? `${readHanNumber(match[1] ?? '')?.toFixed() ?? ''}.${readHanNumber(match[2] ?? '零')?.toFixed() ?? ''}`;
  const value = new Decimal(tenths).times(10).toFixed();
  return { kind: 'fraction', ...PLAIN, unit: 'percent', value, end: at + match[0].length };
}

function timesTwo(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(TIMES_TWO, text, at);
  if (match === undefined) return undefined;
  const turns = readHanNumber(match[1] ?? '一') ?? new Decimal(1);
  return {
    kind: 'multiple',
    ...PLAIN,
    unit: 'multiple',
    value: new Decimal(2).pow(turns).toFixed(),
    end: at + match[0].length,
  };
}

function half(text: string, at: number): FigureSketch | undefined {
  const match = matchAt(HALF, text, at);
  if (match === undefined) return undefined;
  const end = at + match[0].length;
  if (match[0] === '大半') return { kind: 'fraction', ...PLAIN, unit: 'percent', value: '50', end, loose: true };
  if (match[0] === '减半') return { kind: 'multiple', ...PLAIN, unit: 'multiple', value: '0.5', end };
  return { kind: 'fraction', ...PLAIN, unit: 'percent', value: '50', end };
}
