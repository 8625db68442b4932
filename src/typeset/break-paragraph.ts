import type { Paragraph } from '../compose/paragraph.ts';
import { InternalError, type Lang } from '../core/index.ts';
import { HYPHENS, RANK } from './break-table.ts';
import { balancedCost, justifiedCost, type LineLimits, type RuntPenalty, raggedCost, TOLERANCES } from './line-cost.ts';
import { insideLine, naturalWidth } from './line-model.ts';
import { searchBreaks } from './optimize.ts';
import type { Prepared } from './prepare.ts';
import { runtPenalty } from './runt.ts';
import type { ChosenBreak, LineCost, SearchInput, SearchPass } from './search.ts';
import type { TypesetPolicy, TypesetWishes } from './types.ts';

/** One part of a paragraph, between forced new lines, at its measures. Lengths in pt. */
export interface PartInput {
  readonly prepared: Prepared;
  readonly paragraph: Paragraph;
  readonly policy: TypesetPolicy;
  readonly wishes: TypesetWishes;
  readonly first: number;
  readonly end: number;
  readonly firstRoom: number;
  readonly room: number;
  /** Lines that stand before this part. */
  readonly linesBefore: number;
}

/** Jump of more than one fitness class in English; Chinese lines have no rhythm of spaces to keep. */
const JUMP = { zh: 0, en: 3000 } as const;
const INDENT_SHARE = 1.5;

/**
 * Breaks one part: strict passes first, hyphens and more tolerance next, then an emergency, which stretches without limit,
 * opens what should stay together at the cheapest place, and at last takes a line that is too long. Before loose lines are
 * left, a magnitude or unit may be hyphenated behind its figure, and at the last a name or a typed compound, where that spares one
 * of them.
 */
export function breakPart(input: PartInput): readonly ChosenBreak[] {
  const single = singleLine(input);
  if (single !== undefined) return [single];
  const search = searchInput(input);
  const { prepared, paragraph } = input;
  const runt = runtPenalty({
    text: prepared.text,
    breaks: prepared.breaks,
    first: input.first,
    end: input.end,
    lastWordLetters: input.policy.lastWordLetters,
    leastWidth: paragraph.indent * INDENT_SHARE,
    width: (from, to) => naturalWidth(prepared.model, from, to),
  });
  const passes =
    paragraph.align === 'justify' ? justifiedPasses(paragraph.lang, runt, input.policy) : raggedPasses(input, runt);
  for (const pass of passes) {
    const chosen = searchBreaks(search, pass);
    if (chosen === undefined) continue;
    if (paragraph.balance && pass.opens === RANK.open) return balanced(input, search, chosen);
    const loosest = chosen.reduce((most, { ratio }) => Math.max(most, ratio), 0);
    const relief = pass.relief?.find(({ above }) => loosest > above);
    return (relief === undefined ? undefined : searchBreaks(search, { ...pass, hyphens: relief.hyphens })) ?? chosen;
  }
  throw new InternalError('the last pass of line breaking found no way through');
}

/** Most texts of a report are labels and cells: what fits on one line needs no search. */
function singleLine({ prepared, paragraph, policy, first, end, firstRoom }: PartInput): ChosenBreak | undefined {
  const natural = naturalWidth(prepared.model, first, end);
  if (natural > firstRoom) return undefined;
  const stretch = insideLine(prepared.model.stretch, first, end);
  const full = paragraph.align === 'justify' && natural >= policy.fullLastLine * firstRoom && stretch > 0;
  const ratio = full ? (firstRoom - natural) / stretch : 0;
  return { at: end, ratio, hyphen: false, overfull: false, opened: RANK.open };
}

function searchInput(input: PartInput): SearchInput {
  return {
    model: input.prepared.model,
    first: input.first,
    end: input.end,
    firstRoom: input.firstRoom,
    room: input.room,
    jump: input.paragraph.align === 'justify' ? JUMP[input.paragraph.lang] : 0,
    maxHyphensInRow: input.policy.maxHyphensInRow,
    hyphenCost: input.policy.hyphenCost,
    unhyphenated: (input.wishes.unhyphenated ?? []).map((line) => line - input.linesBefore).filter((line) => line >= 0),
  };
}

/**
 * Word spaces wider than twice their width are spared by a hyphen behind a figure, those over five times by one in a name
 * or in a part of a typed compound; in Chinese, gaps between Han of a quarter em by either.
 */
const RELIEF = {
  en: [
    { above: 8, hyphens: HYPHENS.names },
    { above: 2, hyphens: HYPHENS.sequences },
  ],
  zh: [
    { above: 3, hyphens: HYPHENS.names },
    { above: 2, hyphens: HYPHENS.sequences },
  ],
} as const;

const CAREFUL = { hyphens: HYPHENS.words, opens: RANK.open, pressed: false, forced: false } as const;

function justifiedPasses(lang: Lang, runt: RuntPenalty, limits: LineLimits): readonly SearchPass[] {
  const anyStretch = justifiedCost(Number.POSITIVE_INFINITY, runt, limits);
  return [
    { ...CAREFUL, cost: justifiedCost(TOLERANCES.plain, runt, limits), hyphens: HYPHENS.none },
    { ...CAREFUL, cost: justifiedCost(TOLERANCES.hyphenated, runt, limits) },
    { ...CAREFUL, cost: justifiedCost(TOLERANCES.hyphenated, runt, limits), pressed: true },
    { ...CAREFUL, cost: justifiedCost(TOLERANCES.loose, runt, limits), pressed: true },
    { ...CAREFUL, cost: justifiedCost(TOLERANCES.patient, runt, limits), pressed: true, relief: RELIEF[lang] },
    ...emergencies(anyStretch),
  ];
}

function raggedPasses(input: PartInput, runt: RuntPenalty): readonly SearchPass[] {
  const { paragraph, prepared } = input;
  const em = emOf(prepared.gaps.size, input.first, input.end);
  const fill = paragraph.lang === 'zh';
  const cost = raggedCost({ model: prepared.model, em, end: input.end, fill, runt, limits: input.policy.raggedLine });
  return [{ ...CAREFUL, cost }, ...emergencies(cost)];
}

function emergencies(cost: LineCost): readonly SearchPass[] {
  const pass = { ...CAREFUL, cost, pressed: true };
  const hyphens = HYPHENS.names;
  return [
    { ...pass, opens: RANK.sequence },
    { ...pass, opens: RANK.sequence, hyphens },
    { ...pass, opens: RANK.word, hyphens },
    { ...pass, opens: RANK.mark, hyphens },
    { ...pass, opens: RANK.mark, hyphens, forced: true },
  ];
}

/** Dash, colons, and the commas and semicolons that part clauses. */
const PREFERRED_ENDS = new Set([0x2014, 0x3a, 0xff1a, 0x2c, 0xff0c, 0x3b, 0xff1b]);

/** Sets a heading again with lines of even length, as many as it needs anyway. */
function balanced(input: PartInput, search: SearchInput, chosen: readonly ChosenBreak[]): readonly ChosenBreak[] {
  if (chosen.length < 2) return chosen;
  const { prepared, first, end } = input;
  const { text, model } = prepared;
  const target = naturalWidth(model, first, end) / chosen.length;
  const preferred = (at: number): boolean => PREFERRED_ENDS.has(text.code[at - 1] ?? 0);
  const even = searchBreaks(search, { ...CAREFUL, cost: balancedCost({ target, preferred }), hyphens: HYPHENS.none });
  return even !== undefined && even.length === chosen.length ? even : chosen;
}

/** Type size of the first text, pt: a paragraph may begin with a drawing or a space, which have none. */
function emOf(sizes: ArrayLike<number>, first: number, end: number): number {
  for (let at = first; at < end; at += 1) {
    const size = sizes[at] ?? 0;
    if (size > 0) return size;
  }
  return 1;
}
