import { Decimal } from '../core/index.ts';
import type { UnitSense, UnitWord } from './figure.ts';
import { foldText } from './fold.ts';
import { CURRENCIES, ENGLISH_MAGNITUDES, HAN_MAGNITUDES, LETTER_MAGNITUDES, UNIT_ROWS } from './unit-words.ts';

/** A unit that stands at an offset, and where it ends. */
export interface FoundUnit extends UnitSense {
  readonly end: number;
}

/** A magnitude with the unit that may follow it. */
export interface FoundTail {
  /** Power of ten of 万, million; 0 without a magnitude. */
  readonly power: number;
  readonly unit: FoundUnit | undefined;
  readonly end: number;
}

/** The unit words of both languages, with a project’s own. */
export interface Vocabulary {
  /** The longest unit word that begins at an offset. */
  unitAt(text: string, at: number): FoundUnit | undefined;
  /** A currency that stands before a figure. */
  currencyAt(text: string, at: number): FoundUnit | undefined;
  /** Magnitude and unit after a figure that ends at an offset, over a space or hyphen where the language has one. */
  tailAt(text: string, at: number, hasCurrency: boolean): FoundTail;
}

interface Entry extends UnitSense {
  readonly text: string;
  /** Compared without regard to case. */
  readonly word: boolean;
}

type Entries = ReadonlyMap<string, readonly Entry[]>;

/** Joins a project’s own unit words to those that every reader knows; the project’s come first. */
export function openVocabulary(own: readonly UnitWord[] = []): Vocabulary {
  const after = entriesOf([
    ...own.map((word) => ({ ...sense(word), text: foldText(word.text), word: false })),
    ...UNIT_ROWS.flatMap((row) => [
      ...row.words.map((text) => ({ ...sense(row), text, word: true })),
      ...(row.symbols ?? []).map((text) => ({ ...sense(row), text, word: false })),
    ]),
    ...CURRENCIES.flatMap(({ unit, after: words }) => words.map((text) => ({ unit, factor: '1', text, word: true }))),
  ]);
  const before = entriesOf(
    CURRENCIES.flatMap(({ unit, before: words }) => words.map((text) => ({ unit, factor: '1', text, word: false }))),
  );
  const unitAt = (text: string, at: number): FoundUnit | undefined => find(after, text, at);
  return {
    unitAt,
    currencyAt: (text, at) => find(before, text, at, true),
    tailAt: (text, at, hasCurrency) => tailAt(unitAt, text, at, hasCurrency),
  };
}

function sense({ unit, factor }: UnitSense): UnitSense {
  return { unit, factor };
}

/** By first character, the longest first. */
function entriesOf(list: readonly Entry[]): Entries {
  const found = new Map<string, Entry[]>();
  for (const entry of list) {
    const text = entry.word ? entry.text.toLowerCase() : entry.text;
    const first = text.charAt(0).toLowerCase();
    const same = found.get(first) ?? [];
    if (!same.some((other) => other.text === text && other.word === entry.word)) same.push({ ...entry, text });
    found.set(first, same);
  }
  for (const same of found.values()) same.sort((a, b) => b.text.length - a.text.length);
  return found;
}

const SPOKEN = /^(?:|person|household|second|minute|hour|day|week|month|year|multiple)$/;

function find(entries: Entries, text: string, at: number, prefix = false): FoundUnit | undefined {
  for (const entry of entries.get(text.charAt(at).toLowerCase()) ?? []) {
    const end = at + entry.text.length;
    const there = text.slice(at, end);
    if ((entry.word ? there.toLowerCase() : there) !== entry.text) continue;
    // In “4.1 People aboard” the capital begins a title; “38 Hours” is a count without its noun as well.
    if (entry.word && /^[A-Z][a-z]/.test(there) && SPOKEN.test(entry.unit) && text.charAt(at - 1) !== '-') continue;
    // A Latin word or symbol ends where its letters end; before a figure the digits follow at once.
    if (/[A-Za-z]$/.test(entry.text) && (prefix ? /[A-Za-z]/ : /[A-Za-z0-9]/).test(text.charAt(end))) continue;
    return { unit: entry.unit, factor: entry.factor, end };
  }
  return undefined;
}

const HAN = /\p{Script=Han}/u;
const COUNTED = /^ (?:people|(?!metres|above|across|towards)[a-z]{3,}s)\b/;
const HEDGE = /(?:多|余|\+)(?!\d)/y;

function tailAt(
  unitAt: (text: string, at: number) => FoundUnit | undefined,
  text: string,
  at: number,
  hasCurrency: boolean,
): FoundTail {
  const start = afterHedge(text, at);
  let best: FoundTail = { power: 0, unit: undefined, end: at };
  const offer = (power: number, from: number): void => {
    const bare = from === start ? at : from;
    const joined = afterHedge(text, from);
    const unit = unitAfter(unitAt, text, joined);
    const end = unit?.end ?? bare;
    if (end > best.end || (end === best.end && best.unit === undefined)) best = { power, unit, end };
  };
  offer(0, start);
  for (const [word, power] of HAN_MAGNITUDES) if (text.startsWith(word, start)) offer(power, start + word.length);
  const spaced = /[ -]/.test(text.charAt(start)) ? start + 1 : start;
  for (const [word, power] of ENGLISH_MAGNITUDES) {
    const end = spaced + word.length;
    if (text.slice(spaced, end).toLowerCase() !== word || /[A-Za-z0-9]/.test(text.charAt(end))) continue;
    offer(power, end);
  }
  const letter = LETTER_MAGNITUDES.get(text.charAt(start));
  if (letter === undefined || /[A-Za-z0-9]/.test(text.charAt(start + 1))) return best;
  // “3.5m” is money in millions, “10m users” a count, “10 m” a length.
  if (hasCurrency) return { power: letter, unit: undefined, end: start + 1 };
  const counted = COUNTED.test(text.slice(start + 1)) || unitAfter(unitAt, text, start + 1) !== undefined;
  if (text.charAt(start) === 'k' || (counted && /[mMK]/.test(text.charAt(start)))) {
    const unit = unitAfter(unitAt, text, start + 1);
    return { power: letter, unit, end: unit?.end ?? start + 1 };
  }
  return best;
}

function afterHedge(text: string, at: number): number {
  HEDGE.lastIndex = at;
  return HEDGE.test(text) ? HEDGE.lastIndex : at;
}

/** A unit at once, or over one space or hyphen; English units never follow a Chinese magnitude over a hyphen. */
function unitAfter(
  unitAt: (text: string, at: number) => FoundUnit | undefined,
  text: string,
  at: number,
): FoundUnit | undefined {
  const close = unitAt(text, at);
  if (close !== undefined) return close;
  const spaced = /[ -]/.test(text.charAt(at)) && !/[-\u2013]/.test(text.charAt(at - 1));
  const unit = spaced ? unitAt(text, at + 1) : undefined;
  // A measure word over a space is as often the beginning of a title: “2 支持员工发展”.
  const measure = unit !== undefined && /^(?:|person|household)$/.test(unit.unit) && HAN.test(text.charAt(at + 1));
  return measure ? undefined : unit;
}

/** Scales a printed number to base units. */
export function scaled(number: Decimal, power: number, factor: string): Decimal {
  return number.times(new Decimal(10).pow(power)).times(factor);
}
