import { type CharacterKind, isFullWidthMark, KIND } from '../fonts/index.ts';
import { type BreakTable, charge, close, ENDING, emptyBreaks, RANK } from './break-table.ts';
import { type Itemized, isNoteMark } from './itemize.ts';
import { BETWEEN, type LineText } from './line-text.ts';
import { mayNotEnd, mayNotStart } from './prohibition.ts';
import type { TypesetPolicy } from './types.ts';

const COST = {
  /** After a typed hyphen between letters. */
  hardHyphen: 50,
  /** After a solidus between words. */
  solidus: 50,
  /** Before a dash or ellipsis of two. */
  beforePair: 40,
} as const;

const HYPHEN = 0x2d;
const SOLIDUS = 0x2f;
const STRAIGHT_QUOTE = 0x22;

/**
 * Where a line may break by the characters alone: UAX #14 for Latin text, everywhere between Han, and the prohibitions
 * at line start and end over both. Sequences of several characters are the next step's.
 */
export function findOpportunities(text: LineText, itemized: Itemized, policy: TypesetPolicy): BreakTable {
  const breaks = emptyBreaks(text.count);
  const level = policy.prohibition;
  let quotes = 0;
  for (let k = 0; k < text.count; k += 1) {
    const code = text.code[k] ?? 0;
    const quoteOpens = code === STRAIGHT_QUOTE && quotes % 2 === 0;
    if (k > 0) {
      judge(text, itemized, breaks, k);
      const before = text.code[k - 1] ?? 0;
      if (startsProhibited(text, k, level) || (code === STRAIGHT_QUOTE && !quoteOpens)) close(breaks, k, RANK.mark);
      if (mayNotEnd(before, level) || (before === STRAIGHT_QUOTE && quotes % 2 === 1)) close(breaks, k, RANK.mark);
      if (insideKept(itemized, text, k)) close(breaks, k, RANK.word);
    }
    if (code === STRAIGHT_QUOTE) quotes += 1;
  }
  return breaks;
}

/** A dash of two may start a line, except at the strict level; a single one joins and may not. */
function startsProhibited(text: LineText, k: number, level: TypesetPolicy['prohibition']): boolean {
  const pair = text.kind[k] === KIND.dash && text.kind[k + 1] === KIND.dash && (text.between[k + 1] ?? 0) === 0;
  return pair ? level === 'strict' : mayNotStart(text.code[k] ?? 0, level);
}

function judge(text: LineText, itemized: Itemized, breaks: BreakTable, k: number): void {
  const a = text.kind[k - 1] as CharacterKind;
  const b = text.kind[k] as CharacterKind;
  const between = text.between[k] ?? 0;
  const left = text.code[k - 1] ?? 0;
  const right = text.code[k] ?? 0;
  if (b === KIND.mark || right === 0x200d) close(breaks, k, RANK.never);
  else if (between & BETWEEN.zeroWidthSpace) return;
  else if (between & BETWEEN.noBreak) close(breaks, k, RANK.word);
  else if (between & BETWEEN.space) judgeSpace(text, breaks, k);
  else if (a === KIND.object || b === KIND.object) judgeObject(text, itemized, breaks, k);
  else if (sameRow(a, b)) judgeRow(text, breaks, k);
  else if (left === SOLIDUS || right === SOLIDUS) judgeSolidus(text, breaks, k);
  else if (isWide(a) || isWide(b)) judgeWide(text, breaks, k);
  else if (breaksAfterHyphen(text, k)) {
    charge(breaks, k, COST.hardHyphen);
    breaks.ending[k] = ENDING.typedHyphen;
  } else if (left !== 0x2013 && left !== 0x2014) close(breaks, k, RANK.word);
}

/** A dash with spaces on both sides ends a line, as a solidus does between Latin words; beside Han it does neither. */
function judgeSpace(text: LineText, breaks: BreakTable, k: number): void {
  const right = text.code[k] ?? 0;
  const spacedDash = isDash(right) && ((text.between[k + 1] ?? 0) & BETWEEN.space) !== 0;
  const wide = (ink: number): boolean => ink >= 0 && isWide(text.kind[ink] as CharacterKind);
  const afterSolidus = text.code[k - 1] === SOLIDUS && (wide(k) || wide(k - 2));
  if (spacedDash || right === SOLIDUS || afterSolidus) close(breaks, k, RANK.mark);
}

function isDash(code: number): boolean {
  return code === HYPHEN || code === 0x2013 || code === 0x2014 || code === 0x2212;
}

/** Characters between which a line may break without a space. */
function isWide(kind: CharacterKind): boolean {
  return kind === KIND.han || kind === KIND.fullWidth || isFullWidthMark(kind);
}

function judgeWide(text: LineText, breaks: BreakTable, k: number): void {
  const right = text.code[k] ?? 0;
  const next = text.kind[k + 1];
  const kind = text.kind[k];
  if (kind === KIND.dash || kind === KIND.ellipsis) charge(breaks, k, COST.beforePair);
  if (right === HYPHEN && next !== KIND.digit) close(breaks, k, RANK.word);
}

function sameRow(a: CharacterKind, b: CharacterKind): boolean {
  return a === b && (a === KIND.dash || a === KIND.ellipsis);
}

/** A dash or ellipsis is two characters; a row of four or more may break between the pairs. */
function judgeRow(text: LineText, breaks: BreakTable, k: number): void {
  let first = k - 1;
  while (first > 0 && text.kind[first - 1] === text.kind[k] && (text.between[first] ?? 0) === 0) first -= 1;
  if ((k - first) % 2 === 1) close(breaks, k, RANK.never);
  else charge(breaks, k, COST.beforePair);
}

/** A solidus with a Han neighbor neither starts nor ends a line; inside Latin words of some length a line may break after it. */
function judgeSolidus(text: LineText, breaks: BreakTable, k: number): void {
  const after = text.code[k - 1] === SOLIDUS;
  const far = after && isWordSide(text, k - 2, -1) && isWordSide(text, k, 1);
  if (far) charge(breaks, k, COST.solidus);
  else close(breaks, k, RANK.mark);
}

const SOLIDUS_WORD = 4;

function isWordSide(text: LineText, from: number, step: number): boolean {
  for (let n = 0; n < SOLIDUS_WORD; n += 1) if (text.kind[from + n * step] !== KIND.letter) return false;
  return true;
}

function breaksAfterHyphen(text: LineText, k: number): boolean {
  const left = text.code[k - 1] ?? 0;
  if (left !== HYPHEN && left !== 0x2010) return false;
  return text.kind[k] === KIND.letter && text.kind[k - 2] === KIND.letter && (text.between[k - 1] ?? 0) === 0;
}

/**
 * A fixed space or a fill never parts from what stands beside it; a drawing not from what follows it, since it marks that;
 * a boxed word is set like a Han.
 */
function judgeObject(text: LineText, itemized: Itemized, breaks: BreakTable, k: number): void {
  const left = objectKind(text, itemized, k - 1);
  const right = objectKind(text, itemized, k);
  const loose = (kind: string | undefined, ink: number): boolean =>
    kind === 'boxed' || (kind === undefined && isWide(text.kind[ink] as CharacterKind));
  const open = loose(left, k - 1) && (loose(right, k) || right === 'drawing');
  if (!open) close(breaks, k, RANK.sequence);
}

function objectKind(text: LineText, itemized: Itemized, k: number): string | undefined {
  return itemized.runs[itemized.runOf[text.cell[k] ?? 0] ?? 0]?.object?.kind;
}

/** Inside a run that is kept whole, before a note mark, and between glyphs of one character. */
function insideKept(itemized: Itemized, text: LineText, k: number): boolean {
  const left = itemized.runOf[text.cell[k - 1] ?? 0];
  const right = itemized.runOf[text.cell[k] ?? 0];
  const run = itemized.runs[right ?? 0];
  if (run === undefined) return false;
  if (left === right) return run.keep;
  return isNoteMark(run);
}
