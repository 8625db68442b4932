import { diagnose } from '../../core/index.ts';
import { type BreakRules, type Cut, type Room, whereOf } from './cut.ts';
import { type LinesGalley, laterAnchor } from './galley.ts';
import { charge, type Ledger, SLACK } from './note-ledger.ts';

/**
 * Breaks a paragraph between lines: never fewer than `orphans` lines before the break or `widows` after it, and a
 * paragraph with too few lines for both is not broken. Each line takes the notes that it marks along.
 * Source: CLREQ 3.4.4 (widows and orphans).
 * Emits K003 when a page is too small for these rules.
 */
export function cutLines(galley: LinesGalley, room: Room, rules: BreakRules): Cut | undefined {
  const { ledgers, blocked } = fittingLines(galley, room, rules);
  const count = galley.to - galley.from;
  const fit = ledgers.length - 1;
  const kept = allowedLines(fit, count, galley, rules);
  if (kept > 0) return broken(galley, kept, ledgers[kept] ?? room.ledger);
  if (!room.force) return undefined;
  const first = galley.citations?.[galley.from] ?? [];
  if (fit === 0) {
    const left = room.height - galley.set.leading;
    const ledger = charge(room.ledger, first, left, rules.foot, true) ?? room.ledger;
    return broken(galley, 1, ledger);
  }
  const reason = blocked ? 'the notes of its next line' : 'so little room';
  const fault = diagnose('K003', `a paragraph breaks after ${fit} of ${count} lines for ${reason}`, {
    ...whereOf(galley),
    expected: `at least ${rules.orphans} lines before the break and ${rules.widows} after it`,
    found: `${fit} and ${count - fit}`,
    hints: ['shorten the notes, or give the page more room'],
  });
  return { ...broken(galley, fit, ledgers[fit] ?? room.ledger), faults: [fault] };
}

/** How many lines may stay when `fit` have room: 0 when the paragraph has to move whole. */
export function allowedLines(fit: number, count: number, galley: LinesGalley, rules: BreakRules): number {
  const all = galley.linesBefore + galley.set.lines.length;
  if (all < rules.orphans + rules.widows) return 0;
  const kept = Math.min(fit, count - rules.widows);
  return kept >= rules.orphans ? kept : 0;
}

/** Ledgers after 0, 1, 2 … lines, as many as fit; `blocked` when notes and not the line ended it. */
function fittingLines(
  galley: LinesGalley,
  room: Room,
  rules: BreakRules,
): { readonly ledgers: readonly Ledger[]; readonly blocked: boolean } {
  const ledgers: Ledger[] = [room.ledger];
  let ledger = room.ledger;
  for (let i = galley.from; i < galley.to; i += 1) {
    const height = (i - galley.from + 1) * galley.set.leading;
    if (height + ledger.height > room.height + SLACK) return { ledgers, blocked: false };
    const citations = galley.citations?.[i] ?? [];
    const next = charge(ledger, citations, room.height - height, rules.foot, false);
    if (next === undefined) return { ledgers, blocked: true };
    ledger = next;
    ledgers.push(ledger);
  }
  return { ledgers, blocked: false };
}

function broken(galley: LinesGalley, lines: number, ledger: Ledger): Cut {
  if (galley.from + lines >= galley.to) return { head: galley, rest: undefined, ledger, end: undefined, faults: [] };
  return { ...splitLines(galley, lines), ledger, end: undefined, faults: [] };
}

/** Breaks a paragraph after a number of lines, whatever the rules say. */
export function splitLines(galley: LinesGalley, lines: number): { head: LinesGalley; rest: LinesGalley } {
  const middle = galley.from + lines;
  const { leading } = galley.set;
  const head = { ...galley, to: middle, height: lines * leading, after: 0, keepNext: false };
  const rest = {
    ...galley,
    from: middle,
    height: (galley.to - middle) * leading,
    before: 0,
    anchor: laterAnchor(galley.anchor),
  };
  return { head, rest };
}
