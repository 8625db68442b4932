import {
  blankAfter,
  blankBetween,
  type CharacterKind,
  type GlyphCell,
  isFullWidthMark,
  KIND,
  markBox,
} from '../fonts/index.ts';
import type { BreakTable } from './break-table.ts';
import { type Itemized, isNoteMark } from './itemize.ts';
import { latinRows } from './latin-rows.ts';
import { BETWEEN, isLatinKind, type LineText } from './line-text.ts';
import type { TypesetPolicy } from './types.ts';

/** Order in which gaps give: word spaces first, full stops last. Source: CLREQ #reduction_and_addition_of_inter_character_spacing. */
export const SHRINK_STEPS = 6;
/** Order in which gaps grow: word spaces, gaps between Han and Latin, then between all Han, at last between the characters of an address. */
export const STRETCH_STEP = { space: 1, hanLatin: 2, han: 3, address: 4 } as const;

/** Ink boxes, and the gap before each inked cell with how far it may change. Lengths in pt. */
export interface Gaps {
  readonly box: Float64Array;
  /** How far left of its box a glyph's origin stands. */
  readonly lead: Float64Array;
  readonly gap: Float64Array;
  readonly stretch: Float64Array;
  readonly stretchStep: Uint8Array;
  /** What a word space, or a gap beside Latin or a mark's blank in Chinese, gives beyond its stretch before the gaps between Han have to. */
  readonly reserve: Float64Array;
  /** Stretch of the word spaces of English text, and of longer Latin text in Chinese. */
  readonly english: Float64Array;
  /** Size of the text where a gap inside a Chinese sequence opens when nothing else is left, 0 elsewhere. */
  readonly tight: Float64Array;
  readonly shrink: Float64Array;
  readonly shrinkStep: Uint8Array;
  /** Size of the text at each inked cell. */
  readonly size: Float64Array;
  /** How far gaps between Han open at most in a line that other means can fill, em. */
  readonly hanLimit: number;
}

/** Limits that no theme sets, em or shares of the natural space. House values. */
const LIMIT = {
  spaceMost: 2,
  address: 0.05,
  quotes: 0.12,
  justifiedSpace: 0.25,
} as const;

/** How gaps are measured: the policy, and whether lines will be justified. */
export interface GapRules {
  readonly policy: TypesetPolicy;
  readonly justified: boolean;
}

/** Measures boxes and gaps. In ragged text nothing stretches or shrinks, so only natural widths count there. */
export function measureGaps(text: LineText, itemized: Itemized, breaks: BreakTable, rules: GapRules): Gaps {
  const { policy, justified } = rules;
  const n = text.count;
  const gaps: Gaps = {
    box: new Float64Array(n),
    lead: new Float64Array(n),
    gap: new Float64Array(n + 1),
    stretch: new Float64Array(n + 1),
    stretchStep: new Uint8Array(n + 1),
    reserve: new Float64Array(n + 1),
    english: new Float64Array(n + 1),
    tight: new Float64Array(n + 1),
    shrink: new Float64Array(n + 1),
    shrinkStep: new Uint8Array(n + 1),
    size: new Float64Array(n),
    hanLimit: policy.hanLimit,
  };
  for (let k = 0; k < n; k += 1) measureBox(gaps, text, itemized, k, policy);
  const latinStretch = latinRows(text);
  for (let k = 1; k < n; k += 1) measureGap(gaps, { text, itemized, breaks, policy, justified, latinStretch }, k);
  return gaps;
}

function measureBox(gaps: Gaps, text: LineText, itemized: Itemized, k: number, policy: TypesetPolicy): void {
  const { cells, runs, runOf } = itemized;
  const cell = text.cell[k] ?? 0;
  const run = runs[runOf[cell] ?? 0];
  const size = run?.size ?? 0;
  gaps.size[k] = size;
  if (run?.object !== undefined) {
    gaps.box[k] = run.object.width;
    return;
  }
  const kind = text.kind[k] as CharacterKind;
  const advance = cells[cell]?.advance ?? 0;
  gaps.box[k] = advance * size;
  if (!isFullWidthMark(kind)) return;
  const { box, lead } = markBox(kind, advance);
  const rigid = policy.punctuation === 'full' && blankAfter(kind) === 0.5;
  gaps.box[k] = (rigid ? 1 : box) * size;
  gaps.lead[k] = lead * size;
}

interface GapInput {
  readonly text: LineText;
  readonly itemized: Itemized;
  readonly breaks: BreakTable;
  readonly policy: TypesetPolicy;
  readonly justified: boolean;
  readonly latinStretch: Uint8Array;
}

function measureGap(gaps: Gaps, input: GapInput, k: number): void {
  const { text, itemized, breaks, policy } = input;
  const a = text.kind[k - 1] as CharacterKind;
  const b = text.kind[k] as CharacterKind;
  const cell = text.cell[k - 1] ?? 0;
  const run = itemized.runs[itemized.runOf[cell] ?? 0];
  const size = gaps.size[k - 1] ?? 0;
  gaps.gap[k] = (itemized.cells[cell]?.kern ?? 0) * size + (run?.style?.tracking ?? 0);
  if (parted(text.code[k - 1] ?? 0, text.code[k] ?? 0)) gaps.gap[k] = (gaps.gap[k] ?? 0) + LIMIT.quotes * size;
  if (isFullWidthMark(a) || isFullWidthMark(b)) markGap(gaps, a, b, k, policy);
  else if (((text.between[k] ?? 0) & BETWEEN.space) !== 0 && !isHanBeside(a, b)) spaceGap(gaps, input, k);
  else if (a === KIND.han && b === KIND.han) spreadGap(gaps, k, policy.hanSpread);
  else if ((a === KIND.han && isLatinKind(b)) || (isLatinKind(a) && b === KIND.han)) {
    if (breaks.closedUp[k] === 0 && !besideNoteMark(itemized, text, k)) hanLatinGap(gaps, a, k, policy);
  } else if (a === KIND.han || b === KIND.han) {
    if (isSpread(a) && isSpread(b) && text.langOf(k) === 'zh' && text.langOf(k - 1) === 'zh')
      spreadGap(gaps, k, policy.hanSpread);
  }
  if (!input.justified) gaps.shrink[k] = 0;
  if (breaks.elastic[k] === 1) {
    gaps.stretch[k] = LIMIT.address * size;
    gaps.stretchStep[k] = STRETCH_STEP.address;
  } else if (breaks.rigid[k] === 1 && ((text.between[k] ?? 0) & BETWEEN.space) === 0) {
    gaps.stretch[k] = 0;
    gaps.reserve[k] = 0;
    if (input.justified && (a === KIND.han || b === KIND.han) && isOpenable(a) && isOpenable(b)) gaps.tight[k] = size;
  }
}

/** Han and figures of one sequence stand close; marks and signs have their own place. */
function isOpenable(kind: CharacterKind): boolean {
  return kind === KIND.han || isLatinKind(kind);
}

/** What stands apart in a spread Chinese line: Han, full-width forms and signs, not what belongs to the character before it. */
function isSpread(kind: CharacterKind): boolean {
  return kind === KIND.han || kind === KIND.fullWidth || kind === KIND.symbol;
}

/** A note mark stands close to what it marks and to what follows. */
function besideNoteMark(itemized: Itemized, text: LineText, k: number): boolean {
  const { runs, runOf } = itemized;
  const noted = (ink: number): boolean => isNoteMark(runs[runOf[text.cell[ink] ?? 0] ?? 0]);
  return noted(k - 1) || noted(k);
}

/** Two English quotation marks of different level side by side are kept apart. Source: Chicago Manual of Style 6.11. */
function parted(left: number, right: number): boolean {
  if (left === 0x2018 || left === 0x201c) return right === 0x2018 || right === 0x201c;
  return (left === 0x2019 || left === 0x201d) && (right === 0x2019 || right === 0x201d);
}

/** A typed space beside Han is the author's way to write the gap; between two Han it is nothing. */
function isHanBeside(a: CharacterKind, b: CharacterKind): boolean {
  return (a === KIND.han && (b === KIND.han || isLatinKind(b))) || (isLatinKind(a) && b === KIND.han);
}

function markGap(gaps: Gaps, a: CharacterKind, b: CharacterKind, k: number, policy: TypesetPolicy): void {
  const size = isFullWidthMark(a) ? (gaps.size[k - 1] ?? 0) : (gaps.size[k] ?? 0);
  const both = isFullWidthMark(a) && isFullWidthMark(b);
  let blank = blankBetween(a, b, policy.neighbours);
  if (policy.punctuation === 'half' && a !== KIND.middleDot && b !== KIND.middleDot) blank = 0;
  if (policy.punctuation === 'full' && !both && b !== KIND.opener && a !== KIND.middleDot) blank = 0;
  if (both && isExclaimed(a, b)) blank = 0;
  gaps.gap[k] = (gaps.gap[k] ?? 0) + blank * size;
  gaps.shrinkStep[k] = shrinkStepOf(a, b);
  if (policy.punctuation === 'kaiming') gaps.shrink[k] = blank * size;
  if (both) return;
  spreadGap(gaps, k, policy.hanSpread);
  if (blank > 0) gaps.reserve[k] = Math.max(0, policy.looseGap.mark - policy.hanSpread) * (gaps.size[k] ?? 0);
}

function isExclaimed(a: CharacterKind, b: CharacterKind): boolean {
  return a === KIND.stop && b === KIND.stop;
}

/** Middle dots give before brackets, brackets before commas, full stops last. */
function shrinkStepOf(a: CharacterKind, b: CharacterKind): number {
  if (a === KIND.middleDot || b === KIND.middleDot) return 2;
  if (a === KIND.stop) return SHRINK_STEPS;
  if (a === KIND.closer || b === KIND.opener) return 3;
  return 4;
}

function spaceGap(gaps: Gaps, input: GapInput, k: number): void {
  const { text, itemized, latinStretch } = input;
  const { cells, runs, runOf } = itemized;
  let natural = 0;
  let elastic = false;
  for (let cell = (text.cell[k - 1] ?? 0) + 1; cell < (text.cell[k] ?? 0); cell += 1) {
    const run = runs[runOf[cell] ?? 0];
    elastic ||= isWordSpace(cells[cell]);
    natural += wordSpace(cells[cell], run?.size ?? 0, input.justified) + (run?.style?.tracking ?? 0);
  }
  gaps.gap[k] = (gaps.gap[k] ?? 0) + natural;
  gaps.stretchStep[k] = STRETCH_STEP.space;
  gaps.shrinkStep[k] = 1;
  if (!elastic) return;
  if (text.langOf(k) === 'en' || latinStretch[k] === 1) {
    const { min, max } = input.policy.wordSpace;
    gaps.stretch[k] = natural * (max - 1);
    gaps.english[k] = natural * (max - 1);
    gaps.reserve[k] = natural * Math.max(0, LIMIT.spaceMost - max);
    gaps.shrink[k] = natural * (1 - min);
  } else {
    const size = gaps.size[k] ?? 0;
    const { wordSpaceZh, looseGap } = input.policy;
    gaps.stretch[k] = Math.max(0, Math.min(wordSpaceZh.max * size, LIMIT.spaceMost * natural) - natural);
    gaps.reserve[k] = Math.max(0, looseGap.latin * size - natural - (gaps.stretch[k] ?? 0));
    gaps.shrink[k] = Math.max(0, natural - wordSpaceZh.min * size);
  }
}

/** Thin and other fixed spaces keep their width. */
function isWordSpace(cell: GlyphCell | undefined): boolean {
  return cell?.code === 0x20 || cell?.code === 0xa0;
}

/** In justified text a word space is a quarter of an em where the face's own is narrower. Source: Bringhurst, 2.1.1. */
function wordSpace(cell: GlyphCell | undefined, size: number, justified: boolean): number {
  if (cell === undefined) return 0;
  return (justified && isWordSpace(cell) ? Math.max(cell.advance, LIMIT.justifiedSpace) : cell.advance) * size;
}

function hanLatinGap(gaps: Gaps, a: CharacterKind, k: number, policy: TypesetPolicy): void {
  const size = (a === KIND.han ? gaps.size[k - 1] : gaps.size[k]) ?? 0;
  const { natural, min, max } = policy.hanLatin;
  gaps.gap[k] = (gaps.gap[k] ?? 0) + natural * size;
  gaps.stretch[k] = (max - natural) * size;
  gaps.stretchStep[k] = STRETCH_STEP.hanLatin;
  gaps.reserve[k] = Math.max(0, policy.looseGap.latin - max) * size;
  gaps.shrink[k] = (natural - min) * size;
  gaps.shrinkStep[k] = 5;
}

function spreadGap(gaps: Gaps, k: number, spread: number): void {
  gaps.stretch[k] = spread * (gaps.size[k] ?? 0);
  gaps.stretchStep[k] = STRETCH_STEP.han;
}
