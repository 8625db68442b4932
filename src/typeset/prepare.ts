import type { Paragraph } from '../compose/paragraph.ts';
import { breakAddresses } from './address.ts';
import { type BreakTable, ENDING, HYPHENS, RANK } from './break-table.ts';
import { type Gaps, measureGaps } from './glue.ts';
import { findHyphens } from './hyphenate.ts';
import { type Itemized, itemize } from './itemize.ts';
import { buildModel, type LineModel } from './line-model.ts';
import { type LineText, lineText } from './line-text.ts';
import { findOpportunities } from './opportunities.ts';
import { protrudes, protrusionOf } from './protrusion.ts';
import { keepSequences } from './sequences.ts';
import type { TypesetContext, TypesetPolicy } from './types.ts';

/** Marks that may stand outside the measure: one, never in ragged text. Source: CLREQ #hanging_punctuation. */
const HANGING = new Set([0x3001, 0x3002, 0xff0c, 0xff1a, 0xff1b]);

/** A paragraph ready to be broken at any measure. */
export interface Prepared {
  readonly itemized: Itemized;
  readonly text: LineText;
  readonly breaks: BreakTable;
  readonly gaps: Gaps;
  readonly model: LineModel;
}

const SHORTEST_WORD = { justified: 5, ragged: 6 } as const;

/** Shapes a paragraph, finds where it may break and measures its gaps: all that does not depend on the measure. */
export function prepare(paragraph: Paragraph, context: TypesetContext): Prepared {
  const itemized = itemize(paragraph, context);
  const text = lineText(itemized);
  const breaks = findOpportunities(text, itemized, context.policy);
  keepSequences(text, breaks, context.keep);
  breakAddresses(text, breaks, paragraph.lang);
  const hyphens = hyphensOf(paragraph, { itemized, text, breaks }, context);
  const gaps = measureGaps(text, itemized, breaks, {
    policy: context.policy,
    justified: paragraph.align === 'justify',
  });
  const model = buildModel(gaps, breaks, hyphens, {
    hyphen: (ink) => hyphenWidth(itemized, text, ink),
    hang: hangOf(paragraph, text, gaps, context.policy),
    hyphenOut: paragraph.align === 'justify' ? context.policy.protrusion.hyphen : 0,
  });
  return { itemized, text, breaks, gaps, model };
}

/** What stands outside a line that ends before an inked cell, pt: nothing in ragged text. */
function hangOf(paragraph: Paragraph, text: LineText, gaps: Gaps, policy: TypesetPolicy): (ink: number) => number {
  const out = protrudes(policy);
  if (paragraph.align !== 'justify' || !(policy.hang || out)) return () => 0;
  return (ink) => {
    const code = text.code[ink - 1] ?? 0;
    const box = gaps.box[ink - 1] ?? 0;
    if (policy.hang && HANGING.has(code)) return box;
    return out && text.langOf(ink - 1) === 'en' ? box * protrusionOf(code, policy) : 0;
  };
}

/** Typed soft hyphens count even where the style does not hyphenate; no hyphen goes before a mark or into an address. */
function hyphensOf(
  paragraph: Paragraph,
  found: Pick<Prepared, 'itemized' | 'text' | 'breaks'>,
  context: TypesetContext,
): Uint8Array {
  const { itemized, text, breaks } = found;
  const words = paragraph.hyphenate && !paragraph.balance;
  const shortest = paragraph.align === 'justify' ? SHORTEST_WORD.justified : SHORTEST_WORD.ragged;
  const hyphens = findHyphens(text, {
    shortest: words ? shortest : Number.POSITIVE_INFINITY,
    exceptions: context.hyphenation,
    letters: context.policy.hyphenLetters,
  });
  for (let k = 0; k < text.count; k += 1) {
    if (breaks.ending[k] === ENDING.address || (breaks.rank[k] ?? 0) >= RANK.mark) hyphens[k] = HYPHENS.none;
    else if (hyphens[k] !== HYPHENS.none && (breaks.rigid[k] === 1 || isKept(itemized, text, k))) {
      hyphens[k] = followsFigure(text, k) && hyphens[k] === HYPHENS.words ? HYPHENS.sequences : HYPHENS.none;
    }
  }
  return hyphens;
}

/** Inside a run that markup keeps whole, as a quantity with its unit. */
function isKept(itemized: Itemized, text: LineText, k: number): boolean {
  const run = itemized.runOf[text.cell[k] ?? 0];
  return run !== undefined && run === itemized.runOf[text.cell[k - 1] ?? 0] && itemized.runs[run]?.keep === true;
}

/** Whether a word inside a sequence is the magnitude or unit of a figure; the words of labels and names stay whole. */
function followsFigure(text: LineText, k: number): boolean {
  const at = text.offset[k] ?? 0;
  return /\d[ \u00a0](?:\p{Script=Latin}+[ \u00a0])?\p{Script=Latin}+$/u.test(
    text.flat.slice(Math.max(0, at - 40), at),
  );
}

function hyphenWidth(itemized: Itemized, text: LineText, ink: number): number {
  const cell = text.cell[ink - 1] ?? 0;
  const run = itemized.runs[itemized.runOf[cell] ?? 0];
  const face = itemized.cells[cell]?.face;
  if (run === undefined || face === undefined) return 0;
  return (face.advanceOf(face.glyphOf(0x2d)) / face.unitsPerEm) * run.size * (itemized.cells[cell]?.scale ?? 1);
}
