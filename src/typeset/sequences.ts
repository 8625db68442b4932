import { KIND } from '../fonts/index.ts';
import { type BreakTable, charge, close, RANK, SEQUENCE_COST } from './break-table.ts';
import type { LineText } from './line-text.ts';
import {
  COUNTED_EN,
  COUNTERS_ZH,
  FUNCTION_WORDS_ZH,
  LABELS_EN,
  LABELS_ZH,
  MAGNITUDES_EN,
  MAGNITUDES_ZH,
  NUMERALS_ZH,
  PREFIXES,
  SUFFIXES,
  UNITS_EN,
  UNITS_ZH,
} from './sequence-terms.ts';

/** Costs of the places inside sequences where a line may break at a pinch. House values. */
const COST = {
  /** After the mark of a range. */
  range: 200,
  /** After the year or the month of a date. */
  date: 100,
  /** A figure with a Han word that no list has; a formula after its unit; a name to keep; a day with its month. */
  loose: 300,
} as const;

const SPACE = '[ \\u00a0\\u2009\\u202f]';
const NUMBER = '[+\\-−±]?\\d+(?:[,.\\u2009\\u202f]\\d+)*';

function either(terms: readonly string[]): string {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((term) => term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})`;
}

const SCRIPT = '\\u00b2\\u00b3\\u00b9\\u2070-\\u209c';
const FIGURE = /\d+(?:[.,\u2009\u202f]\d+)+|\d{2,}|[０-９]+(?:[，．][０-９]+)*/gu;
const PREFIXED = new RegExp(`${either(PREFIXES)}${SPACE}?(?=\\d)`, 'gu');
const SUFFIXED = new RegExp(`\\d${SPACE}?${either(SUFFIXES)}(?![A-Za-z])`, 'gu');
const UNIT_ZH = new RegExp(
  `${NUMBER}(?<lead>${SPACE}?(?:多|余)?)(?<magnitude>${either(MAGNITUDES_ZH)}?)(?<more>(?:多|余)?)(?<unit>${either([...UNITS_ZH, ...COUNTERS_ZH])}?)`,
  'gu',
);
const ORDINAL = new RegExp(`第${SPACE}?(?:\\d+|[${NUMERALS_ZH}]+)${SPACE}?[^\\s\\d\\p{P}]?`, 'gu');
const UNIT_EN = new RegExp(
  `\\d(?:${SPACE}?${either(MAGNITUDES_EN)})?(?:${SPACE}?(?:[tkMG]?t|[kM]?g)?(?:CO[₂2]e?)|${SPACE}?${either(UNITS_EN)})?(?:[/·][A-Za-z${SCRIPT}]+)*(?![\\p{Script=Latin}\\d])`,
  'gu',
);
const COUNTED = new RegExp(`\\d${SPACE}${either(COUNTED_EN)}(?![\\p{Script=Latin}])`, 'gu');
const AFTER_UNIT = new RegExp(`(?:tonnes?|tons|[kMG]?t|kg|g)${SPACE}(?:of${SPACE})?(?=CO|N[₂2]O|CH[₄4]|NO|SO)`, 'gu');
const LABEL_EN = new RegExp(
  `(?<![\\p{Script=Latin}])${either(LABELS_EN)}${SPACE}?(?:\\d+(?:[.-]\\d+)*|[A-Z](?:\\d+)?(?![A-Za-z]))`,
  'gu',
);
const LABEL_ZH = new RegExp(
  `${either(LABELS_ZH)}${SPACE}?(?:\\d+(?:[.-]\\d+)*|[A-Z]\\d*(?![A-Za-z])|[${NUMERALS_ZH}]+(?![个项种类家名位次大]))`,
  'gu',
);
const ACRONYM_NUMBER = new RegExp(`(?<![A-Za-z])[A-Z]{2,}${SPACE}\\d+`, 'gu');
// Looked for at the head of a word only: from each of its letters on, a long word would be gone through again and again.
const FORMULA = new RegExp(`(?<![A-Za-z0-9])[A-Za-z0-9]*[${SCRIPT}][A-Za-z0-9${SCRIPT}]*`, 'gu');
const RANGE = /[\d%％‰年月日℃万亿][～~–—](?=\d)/gu;
const CLOCK = /\d{1,4}(?:[-/:.]\d{1,2})+/gu;
const DATE_ZH = /\d年(?=\d)|\d月(?=\d)/gu;
const DATE_EN =
  /\d{1,2}[ \u00a0](?:January|February|March|April|May|June|July|August|September|October|November|December)/gu;

/**
 * Closes or charges the breaks inside sequences that are read as one: figures with their signs, units and counters, labels
 * with their numbers, formulas, ranges, dates, and the terms that a report keeps whole.
 * Source: UAX #14 LB25 (figures and signs); the rest is house style, GB/T 15835-2011 for figures.
 */
export function keepSequences(text: LineText, breaks: BreakTable, keep: readonly string[]): void {
  const { flat } = text;
  const han = HAN.test(flat);
  const latin = LATIN.test(flat);
  if (DIGIT.test(flat)) {
    for (const found of matches(FIGURE, flat)) {
      inside(text, breaks, found.index, end(found), RANK.word);
      if (found[0].length > LONG_FIGURE) loosen(text, breaks, found.index, end(found));
    }
    for (const found of matches(PREFIXED, flat)) upTo(text, breaks, found.index, end(found), RANK.word);
    for (const found of matches(SUFFIXED, flat)) inside(text, breaks, found.index, end(found), RANK.word);
    for (const found of matches(CLOCK, flat)) inside(text, breaks, found.index, end(found), RANK.word);
    if (han) keepOtherHan(text, breaks);
    if (han) for (const found of matches(UNIT_ZH, flat)) keepChineseUnit(text, breaks, found);
    if (latin) keepEnglishFigures(text, breaks);
    for (const found of matches(RANGE, flat)) keepRange(text, breaks, found.index);
    if (han) for (const found of matches(DATE_ZH, flat)) openDate(text, breaks, end(found));
  } else if (latin) {
    for (const found of matches(LABEL_EN, flat)) inside(text, breaks, found.index, end(found), RANK.sequence);
  }
  if (han) {
    for (const found of matches(LABEL_ZH, flat)) inside(text, breaks, found.index, end(found), RANK.sequence);
    for (const found of matches(ORDINAL, flat)) keepOrdinal(text, breaks, found.index, end(found));
  }
  for (const found of matches(FORMULA, flat)) inside(text, breaks, found.index, end(found), RANK.word);
  if (latin) {
    for (const found of matches(AFTER_UNIT, flat)) upToCost(text, breaks, found.index, end(found), COST.loose);
  }
  for (const term of keep) keepTerm(text, breaks, term);
}

/** Figures with English units, labels and names of months. */
function keepEnglishFigures(text: LineText, breaks: BreakTable): void {
  const { flat } = text;
  for (const found of matches(UNIT_EN, flat)) inside(text, breaks, found.index, end(found), RANK.sequence);
  for (const found of matches(LABEL_EN, flat)) inside(text, breaks, found.index, end(found), RANK.sequence);
  for (const found of matches(ACRONYM_NUMBER, flat)) costInside(text, breaks, found.index, end(found), COST.loose);
  for (const found of matches(COUNTED, flat)) costInside(text, breaks, found.index, end(found), COST.loose);
  for (const found of matches(DATE_EN, flat)) costInside(text, breaks, found.index, end(found), COST.loose);
}

const DIGIT = /[\d０-９]/;
const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-z]/;

/** All places of a pattern. `matchAll` would copy the pattern for each text, which costs more than most searches. */
function matches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let one = pattern.exec(text); one !== null; one = pattern.exec(text)) {
    found.push(one);
    if (one[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

function end(found: RegExpMatchArray & { index: number }): number {
  return found.index + found[0].length;
}

/** Closes every break strictly inside a stretch of the text. */
function inside(text: LineText, breaks: BreakTable, from: number, to: number, rank: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const ink = text.inkAt[at] ?? -1;
    if (ink < 0) continue;
    close(breaks, ink, rank);
    if (rank === RANK.sequence) charge(breaks, ink, SEQUENCE_COST);
    breaks.rigid[ink] = 1;
  }
}

/** As `inside`, with the break at the end of the stretch. */
function upTo(text: LineText, breaks: BreakTable, from: number, to: number, rank: number): void {
  inside(text, breaks, from, to + 1, rank);
}

/** Figures as long as this fill lines of their own. */
const LONG_FIGURE = 24;

function loosen(text: LineText, breaks: BreakTable, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const ink = text.inkAt[at] ?? -1;
    if (ink >= 0) breaks.elastic[ink] = 1;
  }
}

function costInside(text: LineText, breaks: BreakTable, from: number, to: number, cost: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const ink = text.inkAt[at] ?? -1;
    if (ink >= 0) charge(breaks, ink, cost);
  }
}

function upToCost(text: LineText, breaks: BreakTable, from: number, to: number, cost: number): void {
  costInside(text, breaks, from, to + 1, cost);
}

/** A figure never parts from its magnitude, and from its unit or counter only in an emergency; the three close up. */
function keepChineseUnit(text: LineText, breaks: BreakTable, found: RegExpMatchArray & { index: number }): void {
  const { lead = '', magnitude = '', more = '', unit = '' } = found.groups ?? {};
  if (magnitude === '' && unit === '') return;
  const stop = end(found);
  const unitAt = stop - unit.length;
  const figureEnd = unitAt - more.length - magnitude.length - lead.length;
  inside(text, breaks, found.index, magnitude === '' ? figureEnd : unitAt - more.length, RANK.word);
  inside(text, breaks, figureEnd - 1, stop, RANK.sequence);
  const ordinal = /第[ ]?$/.test(text.flat.slice(Math.max(0, found.index - 2), found.index));
  for (let at = figureEnd; at < stop && !ordinal; at += 1) {
    const ink = text.inkAt[at] ?? -1;
    if (ink >= 0) breaks.closedUp[ink] = 1;
  }
}

/** A Han word after a figure is most often a unit that no list has; particles and verbs are not. */
function keepOtherHan(text: LineText, breaks: BreakTable): void {
  for (let k = 1; k < text.count; k += 1) {
    if (text.kind[k - 1] !== KIND.digit || text.kind[k] !== KIND.han) continue;
    if (!FUNCTION_WORDS_ZH.includes(String.fromCodePoint(text.code[k] ?? 0))) charge(breaks, k, COST.loose);
  }
}

function keepOrdinal(text: LineText, breaks: BreakTable, from: number, to: number): void {
  inside(text, breaks, from, to, RANK.sequence);
  const first = text.inkAt[from + 1] ?? -1;
  if (first >= 0) close(breaks, first, RANK.word);
}

/** A range never breaks before its mark, and after it at a cost. */
function keepRange(text: LineText, breaks: BreakTable, from: number): void {
  const mark = text.inkAt[from + 1] ?? -1;
  const after = text.inkAt[from + 2] ?? -1;
  if (mark >= 0) close(breaks, mark, RANK.mark);
  if (after < 0) return;
  breaks.rank[after] = RANK.open;
  charge(breaks, after, COST.range);
  breaks.rigid[after] = 1;
}

function openDate(text: LineText, breaks: BreakTable, at: number): void {
  const ink = text.inkAt[at] ?? -1;
  if (ink < 0) return;
  breaks.rank[ink] = RANK.open;
  breaks.cost[ink] = COST.date;
}

function keepTerm(text: LineText, breaks: BreakTable, term: string): void {
  if (term === '') return;
  for (let at = text.flat.indexOf(term); at >= 0; at = text.flat.indexOf(term, at + term.length)) {
    costInside(text, breaks, at, at + term.length, COST.loose);
  }
}
