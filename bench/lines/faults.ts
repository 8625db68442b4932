import type { KnownLine } from './corpus.ts';
import { CLOSERS, type Drawn, OPENERS } from './drawn-lines.ts';
import { cutSequences } from './sequences.ts';

/** What is counted. */
export const ROWS = {
  prohibitedStart: 'prohibited start',
  prohibitedEnd: 'prohibited end',
  figure: 'figure or its sign cut',
  unit: 'figure cut from its unit',
  counter: 'figure cut from its counter',
  label: 'label cut from its number',
  edge: 'right edge off by over 0.5 pt',
  runtZh: 'runt, zh',
  runtEn: 'runt, en',
  threeHyphens: 'three hyphens in a row',
  stub: 'stub of a word as last line',
  hyphenOverPage: 'hyphen over a page',
  looseEn: 'en: word space over twice natural',
  looseZh: 'zh: Han apart by over 0.08 em',
  holeZh: 'zh: any gap over half an em',
  widePair: 'marks full width in pairs',
  wideEnd: 'mark full width at line end',
  wideStart: 'mark full width at line start',
  wrong: 'wrong code points',
} as const;

export type Row = keyof typeof ROWS;

const START = new Set('。，、；：？！．）》〉」』】〗〕］｝”’％‰℃·～々!?,.;:)]}%°');
const END = new Set('（《〈「『【〖〔［｛“‘([{¥￥$€£');
const HAN = /\p{Script=Han}/u;
const HYPHENS = new Set(['-', '\u2010']);
/** Natural word space when the last lines show none: the face's own, em. */
const NATURAL = 0.25;
/** A gap that shows as a hole in a Chinese line, em; a mark's own blank is part of its width. */
const HOLE = 0.505;

/** What the lines of one document are measured against: edge and measure in pt, natural word space in em. */
export interface Gauge {
  readonly left: number;
  readonly measure: number;
  readonly natural: number;
}

/** Counts the faults of lines of one document. */
export function countFaults(lines: readonly KnownLine[], gauge: Gauge): ReadonlyMap<Row, number> {
  const { left, measure, natural } = gauge;
  const counts = new Map<Row, number>();
  const add = (row: Row, by = 1): void => void counts.set(row, (counts.get(row) ?? 0) + by);
  let hyphens = 0;
  lines.forEach((known, i) => {
    const next = lines[i + 1]?.text === known.text ? lines[i + 1] : undefined;
    add('wrong', known.wrong);
    countEdges(known, next, left, measure, add);
    if (next !== undefined) countBreak(known, add);
    countGaps(known, natural, next !== undefined, add);
    hyphens = next !== undefined && HYPHENS.has(known.line.text.at(-1) ?? '') ? hyphens + 1 : 0;
    if (hyphens === 3) add('threeHyphens');
    if (hyphens > 0 && next !== undefined && next.line.page !== known.line.page) add('hyphenOverPage');
    const before = lines[i - 1]?.text === known.text ? lines[i - 1] : undefined;
    if (before !== undefined && known.last) countRunt(known, before, add);
  });
  return counts;
}

type Add = (row: Row, by?: number) => void;

export function isChinese({ line }: KnownLine): boolean {
  return line.characters.filter(({ text }) => HAN.test(text)).length >= 0.3 * line.characters.length;
}

function countEdges(known: KnownLine, next: KnownLine | undefined, left: number, measure: number, add: Add): void {
  const { line, first } = known;
  const { characters, size } = line;
  const start = characters[0];
  const end = characters.at(-1);
  if (start === undefined || end === undefined) return;
  const latinApostrophe = start.text === '’' && !isChinese(known);
  const pointInAddress = /^\.[a-z]/u.test(line.text);
  if (!first && START.has(start.text) && !latinApostrophe && !pointInAddress) add('prohibitedStart');
  const wide = start.width > 0.9;
  if (!first && OPENERS.has(start.text) && wide && start.x > left - 0.3 * size) add('wideStart');
  if (next === undefined) return;
  if (END.has(end.text)) add('prohibitedEnd');
  const over = end.x + end.width * size - (left + measure);
  const closer = CLOSERS.has(end.text) && end.width > 0.9;
  if (closer && Math.abs(over) < 0.06 * size) add('wideEnd');
  const trimmed = closer && Math.abs(over - 0.5 * size) < 0.06 * size;
  const optical = !closer && '.,-‐–—”’'.includes(end.text) && over > 0 && over < 0.6 * size;
  if (!trimmed && !optical && Math.abs(over) > 0.5) add('edge');
}

function countBreak({ text, inked, to, hyphenated }: KnownLine, add: Add): void {
  if (hyphenated) return;
  const cut = cutSequences(text.text, offsetInText(text.text, inked, to));
  if (cut.has('figure') || cut.has('affix')) add('figure');
  else if (cut.has('unit')) add('unit');
  else if (cut.has('counter')) add('counter');
  if (cut.has('label')) add('label');
}

/** Where the nth inked character stands in the text as it is written. */
function offsetInText(text: string, inked: string, n: number): number {
  let at = 0;
  for (let i = 0; i < n; i += 1) at = text.indexOf(inked[i] ?? '', at) + 1;
  return text.indexOf(inked[n] ?? '', at);
}

function countGaps(known: KnownLine, natural: number, justified: boolean, add: Add): void {
  const { line } = known;
  const chinese = isChinese(known);
  const between: number[] = [];
  let hole = 0;
  for (let i = 1; i < line.characters.length; i += 1) {
    const a = line.characters[i - 1];
    const b = line.characters[i];
    if (a === undefined || b === undefined) continue;
    if (HAN.test(a.text) && HAN.test(b.text)) between.push((b.x - a.x) / line.size - 1);
    if (line.spaced[i] !== true) hole = Math.max(hole, (b.from - a.to) / line.size);
    if (isWidePair(a, b, line.size)) add('widePair');
  }
  if (!justified) return;
  const spaces = wordSpaces(known);
  if (chinese && between.length > 0 && mean(between) > 0.08) add('looseZh');
  if (chinese && hole > HOLE) add('holeZh');
  if (!chinese && spaces.length > 0 && mean(spaces) > 2 * natural) add('looseEn');
}

function isWidePair(a: Drawn, b: Drawn, size: number): boolean {
  const mark = ({ text, width }: Drawn): boolean => width > 0.9 && (OPENERS.has(text) || CLOSERS.has(text));
  if (!mark(a) || !mark(b) || (OPENERS.has(a.text) && CLOSERS.has(b.text))) return false;
  const apart = (b.x - a.x) / size;
  return apart > 0.75 && apart + b.width > 1.75;
}

/** Spaces between words that are not Chinese, em. */
function wordSpaces({ line }: KnownLine): readonly number[] {
  const { characters, spaced, size } = line;
  return characters.flatMap((b, i) => {
    const a = characters[i - 1];
    if (a === undefined || spaced[i] !== true) return [];
    const narrow = ({ text, width }: Drawn): boolean => !HAN.test(text) && width < 0.9;
    return narrow(a) && narrow(b) ? [(b.x - a.x) / size - a.width] : [];
  });
}

/** Word space of the last lines, which nothing stretches, em. */
export function naturalSpace(lines: readonly KnownLine[]): number {
  const spaces = lines
    .filter((known) => known.last && !isChinese(known))
    .flatMap(wordSpaces)
    .sort((a, b) => a - b);
  return spaces.length < 5 ? NATURAL : (spaces[Math.floor(spaces.length / 2)] ?? NATURAL);
}

function countRunt(known: KnownLine, before: KnownLine, add: Add): void {
  const { line } = known;
  const han = line.characters.filter(({ text }) => HAN.test(text)).length;
  const core = line.characters.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
  if (han === 1 && core === 1) add('runtZh');
  const words = line.spaced.filter((space) => space).length + 1;
  if (han === 0 && words === 1 && core < 5) add('runtEn');
  if (han === 0 && words === 1 && HYPHENS.has(before.line.text.at(-1) ?? '')) add('stub');
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
