import type { Paragraph } from '../compose/paragraph.ts';
import type { Diagnostic } from '../core/index.ts';
import { baselineOf } from './baseline.ts';
import { breakPart } from './break-paragraph.ts';
import { ENDING, HYPHENS } from './break-table.ts';
import { bidiFaults, breakFault, measureFault, missingFaults } from './faults.ts';
import { justifyLine } from './justify.ts';
import { drawLine } from './line.ts';
import { staysShort } from './line-cost.ts';
import { insideLine, naturalWidth } from './line-model.ts';
import { looseFault } from './loose-faults.ts';
import { linesKey, remembered } from './memo.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { ChosenBreak } from './search.ts';
import type { Line, ParagraphWidths, TypesetContext, TypesetParagraph, TypesetWishes } from './types.ts';

/**
 * Breaks a paragraph into lines of a measure and places every glyph.
 * @param measure pt, above 0
 * @param wishes what the page asks once it is known where the lines stand
 * @returns lines in order; joined, their texts are the paragraph's, or what of it comes after `wishes.from`
 * Emits L001 where a sequence had to be opened, L002 for a line that stays too long, L003 for a measure that is none, L004 for
 * right-to-left text, L005 for a line with holes, H003 for a character that no face has.
 * Source: CLREQ; GB/T 15834-2011; UAX #14; Knuth & Plass 1981.
 */
export function typesetParagraph(
  paragraph: Paragraph,
  measure: number,
  context: TypesetContext,
  wishes: TypesetWishes = {},
): TypesetParagraph {
  if (!(measure > 0) || !Number.isFinite(measure)) return unset(paragraph, context, measureFault(paragraph, measure));
  const known = remembered(paragraph, context);
  const key = linesKey(measure, wishes);
  let set = known.lines.get(key);
  if (set === undefined) {
    known.prepared ??= prepare(paragraph, context);
    set = compose({ paragraph, measure, context, wishes, prepared: known.prepared });
    known.lines.set(key, set);
  }
  return set;
}

/** Narrowest and natural width of a paragraph, pt, for columns that take their width from what they hold. */
export function measureParagraph(paragraph: Paragraph, context: TypesetContext): ParagraphWidths {
  const known = remembered(paragraph, context);
  known.prepared ??= prepare(paragraph, context);
  const { model, text, breaks } = known.prepared;
  let min = 0;
  let max = 0;
  for (const [first, end] of text.parts) {
    max = Math.max(max, naturalWidth(model, first, end) + paragraph.indent);
    let from = first;
    for (let k = first + 1; k <= end; k += 1) {
      const hyphen = model.hyphens[k] === HYPHENS.words && k < end;
      if (k < end && breaks.rank[k] !== 0 && !hyphen) continue;
      min = Math.max(min, naturalWidth(model, from, k) + (hyphen ? (model.hyphen[k] ?? 0) : 0));
      from = k;
    }
  }
  return { min: min + paragraph.hang, max: Math.max(max, min + paragraph.hang) };
}

interface Composition {
  readonly paragraph: Paragraph;
  readonly measure: number;
  readonly context: TypesetContext;
  readonly wishes: TypesetWishes;
  readonly prepared: Prepared;
}

function compose({ paragraph, measure, context, wishes, prepared }: Composition): TypesetParagraph {
  const { from: place = 0 } = wishes;
  const whole = place === 0 ? [...missingFaults(prepared.itemized.missing), ...bidiFaults(paragraph)] : [];
  const diagnostics: Diagnostic[] = [...whole];
  const lines: Line[] = [];
  const adjust = new Float64Array(prepared.text.count + 1);
  for (const [before, [begin, end]] of prepared.text.parts.entries()) {
    // A forced new line counts as one place, so that what follows it is another place than what it ends.
    if (place > end + before) continue;
    const first = Math.max(begin, place - before);
    const indentOf = (): number => (lines.length === 0 && place === 0 ? paragraph.indent : paragraph.hang);
    const start = indentOf();
    if (first === end) {
      const last = end === prepared.text.count;
      if (prepared.text.parts.length > 1) lines.push({ ...emptyLine(last), next: end + before + 1 });
      continue;
    }
    const part = {
      prepared,
      paragraph,
      policy: context.policy,
      wishes,
      first,
      end,
      firstRoom: measure - start,
      room: measure - paragraph.hang,
      linesBefore: lines.length,
    };
    let from = first;
    for (const chosen of breakPart(part)) {
      const indent = indentOf();
      const fault = breakFault(prepared, chosen, from, measure - indent);
      if (fault !== undefined) diagnostics.push(fault);
      const room = measure - indent;
      lines.push(setLine({ prepared, paragraph, context, from, chosen, x: indent, room, end, before, adjust }));
      const loose = chosen.ratio > 1 ? looseFault(prepared, from, chosen.at, adjust) : undefined;
      if (loose !== undefined) diagnostics.push(loose);
      from = chosen.at;
    }
  }
  return { lines, leading: paragraph.leading, baseline: firstBaseline(paragraph, context), diagnostics };
}

interface LineInput {
  readonly prepared: Prepared;
  readonly paragraph: Paragraph;
  readonly context: TypesetContext;
  readonly from: number;
  readonly chosen: ChosenBreak;
  readonly x: number;
  readonly room: number;
  readonly end: number;
  /** Forced new lines before this part. */
  readonly before: number;
  readonly adjust: Float64Array;
}

function setLine(input: LineInput): Line {
  const { prepared, paragraph, from, chosen, room, end, before, adjust } = input;
  const to = chosen.at;
  const hyphen = chosen.hyphen ? (prepared.model.hyphen[to] ?? 0) : 0;
  const natural = naturalWidth(prepared.model, from, to) + hyphen;
  const slack = room - natural;
  const last = to === end;
  const stretched = last && chosen.ratio === 0;
  const short = staysShort({
    ending: prepared.breaks.ending[to] ?? ENDING.plain,
    room,
    natural,
    stretch: insideLine(prepared.model.stretch, from, to),
    addressStretch: insideLine(prepared.model.addressStretch, from, to),
  });
  let left = slack;
  adjust.fill(0, from, to + 1);
  if (paragraph.align === 'justify' && !stretched && !short) left = justifyLine(prepared.gaps, from, to, slack, adjust);
  const fills = hasFill(prepared, from, to);
  const shift = fills || left <= 0 ? 0 : paragraph.align === 'end' ? left : paragraph.align === 'center' ? left / 2 : 0;
  return drawLine(
    { text: prepared.text, itemized: prepared.itemized, gaps: prepared.gaps, fonts: input.context.fonts },
    {
      from,
      to,
      next: to + before + (last ? 1 : 0),
      x: input.x + shift,
      adjust,
      fill: fills ? Math.max(0, left) : 0,
      hyphen: chosen.hyphen,
      hang: chosen.hyphen ? outside(hyphen, prepared.model.hyphenOut) : (prepared.model.hang[to] ?? 0),
      natural,
      ratio: chosen.ratio,
      end: endingOf(prepared, chosen, end),
    },
  );
}

/** What of a hyphen stands outside, where `inside` is the rest of it; pt. */
function outside(inside: number, share: number): number {
  return (inside * share) / (1 - share);
}

function endingOf(prepared: Prepared, chosen: ChosenBreak, end: number): Line['end'] {
  if (chosen.at === prepared.text.count) return 'last';
  if (chosen.at === end) return 'mandatory';
  return chosen.hyphen ? 'hyphen' : 'soft';
}

function hasFill(prepared: Prepared, from: number, to: number): boolean {
  const { itemized, text } = prepared;
  for (let k = from; k < to; k += 1) {
    if (itemized.runs[itemized.runOf[text.cell[k] ?? 0] ?? 0]?.object?.kind === 'fill') return true;
  }
  return false;
}

function emptyLine(last: boolean): Line {
  return { items: [], natural: 0, width: 0, ratio: 0, end: last ? 'last' : 'mandatory', notes: [], text: '' };
}

function firstBaseline(paragraph: Paragraph, context: TypesetContext): number {
  let largest: { readonly font: Parameters<typeof baselineOf>[0]; readonly size: number } | undefined;
  for (const item of paragraph.items) {
    if (item.kind !== 'text' && item.kind !== 'page' && item.kind !== 'boxed') continue;
    if (largest === undefined || item.style.size > largest.size) largest = item.style;
  }
  if (largest === undefined) return paragraph.leading;
  return baselineOf(largest.font, largest.size, paragraph.lang, paragraph.leading, context.fonts);
}

function unset(paragraph: Paragraph, context: TypesetContext, fault: Diagnostic): TypesetParagraph {
  return { lines: [], leading: paragraph.leading, baseline: firstBaseline(paragraph, context), diagnostics: [fault] };
}
