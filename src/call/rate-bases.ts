import { WORD_SIZES } from './english-numeral.ts';
import type { FigureSketch, Recogniser } from './figure.ts';
import { matchAt, PLAIN } from './sketch.ts';

const HAN_BASES: ReadonlyMap<string, string> = new Map([
  ['百', '100'],
  ['千', '1000'],
  ['万', '10000'],
  ['十万', '100000'],
  ['百万', '1000000'],
  ['千万', '10000000'],
  ['亿', '100000000'],
]);
/** Money is told by its unit: 每万元营收 and “per RMB10,000”. */
const HAN = /每(十万|百万|千万|百|千|万|亿)(?![万亿一分]|[美港欧日]?元|人民币)(?=[\p{Script=Han}A-Za-z ])/uy;
/** 万时率, 千次率, 百万车公里率: the name of a rate says it too. */
const NAMED = /(十万|百万|千万|百|千|万|亿)(?=(?:工?时|小时|架?次|人|车|公里){1,2}率)/y;
const ENGLISH = /(?<=\b(?:per|every|each) )(hundred|thousand|million|billion)\b/iy;

/** What a rate is of, where a bare word says it: 每万架次, “per million passengers”. */
export const rateBase: Recogniser = (text, at) => {
  const han =
    matchAt(HAN, text, at) ??
    (/[\d一二两三四五六七八九十百千万]/.test(text.charAt(at - 1)) ? undefined : matchAt(NAMED, text, at));
  if (han !== undefined) return base(HAN_BASES.get(han[1] ?? '') ?? '', at + han[0].length);
  const english = matchAt(ENGLISH, text, at);
  if (english === undefined) return undefined;
  return base(String(WORD_SIZES.get((english[1] ?? '').toLowerCase()) ?? ''), at + english[0].length);
};

function base(value: string, end: number): FigureSketch {
  return { kind: 'amount', ...PLAIN, unit: 'rate', value, end, loose: true };
}

const POWER = /^100+$/;
const EACH = /(?:每|\b(?:per|every|each) )$/i;

/**
 * A power of ten after 每, “per” or “every” is what a rate is of, whatever it counts: “per 10,000 hours” is 每万小时. One
 * language often has it in the name of the rate (万时率), so that it needs no partner.
 */
export function asRateBase(text: string, at: number, sketch: FigureSketch): FigureSketch {
  const { kind, unit, number, value, upTo } = sketch;
  if (kind !== 'amount' || upTo !== undefined || /^(?:[A-Z]{3}|percent.*)$/.test(unit)) return sketch;
  // 每1万人 has its size in its magnitude.
  const size =
    number !== undefined && POWER.test(number) ? number : /^(?:|person|household|hour)$/.test(unit) ? value : '';
  if (!POWER.test(size) || !EACH.test(text.slice(Math.max(0, at - 6), at))) return sketch;
  return { ...sketch, ...base(size, sketch.end) };
}
