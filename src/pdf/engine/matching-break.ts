import type { BreakRules } from './cut.ts';
import { allowedLines } from './cut-lines.ts';
import type { LinesGalley } from './galley.ts';
import { progressOf } from './text-progress.ts';

/** Lines that a pair may leave free at the foot of a page for the sake of a better match. */
const FREE = 3;

/** What a line costs that a side gives up although it had room, in lines of mismatch. */
const GIVEN_UP = 0.25;

/** The line counts after which a side may break, or at which it is whole, the greatest first. */
interface SideBreaks {
  readonly side: LinesGalley;
  readonly counts: readonly number[];
  /** How far the text has come after a count of lines, in a unit that all sides share. */
  readonly progress: (count: number) => number;
}

/**
 * Where the sides of a pair break, all at one point of their text: within the same sentence where the languages have
 * as many sentences as each other, else after the same share. One of the sides always fills the page but for a few lines;
 * the others come as near to its point as they can, also where that is not near, as of few lines beside many.
 * @param fits lines that have room, side by side
 * @returns    lines to keep on each side; undefined when a side can neither stay whole nor break
 */
export function matchingBreak(
  sides: readonly LinesGalley[],
  fits: readonly number[],
  rules: BreakRules,
): readonly number[] | undefined {
  const bySentence = new Set(sides.map((side) => progressOf(side.set).sentences)).size === 1;
  const breaks = sides.map((side, i): SideBreaks => {
    const { inSentences, share } = progressOf(side.set);
    const at = bySentence ? inSentences : share;
    return { side, counts: breakCounts(side, fits[i] ?? 0, rules), progress: (count) => at[side.from + count] ?? 0 };
  });
  const lines = sides.reduce((sum, side) => sum + side.set.lines.length, 0) / Math.max(1, sides.length);
  const perUnit = bySentence ? lines / Math.max(1, progressOf(sides[0]?.set ?? NOTHING).sentences) : lines;
  const reach = Math.max(0, ...breaks.map(({ counts }) => counts[0] ?? 0));
  const fewest = Math.min(reach, Math.max(0, ...fits) - FREE);
  let best: { readonly kept: readonly number[]; readonly cost: number } | undefined;
  for (const { counts, progress } of breaks) {
    for (const count of counts) {
      if (count < fewest) break;
      const kept = nearest(breaks, progress(count));
      if (kept === undefined) return undefined;
      if (kept.every((each, i) => each === lengthOf(sides[i]))) continue;
      const cost = costOf(breaks, kept, perUnit) + reach - Math.max(...kept);
      if (best === undefined || cost < best.cost - 1e-9) best = { kept, cost };
    }
  }
  return best?.kept;
}

const NOTHING = { lines: [], leading: 0, baseline: 0, diagnostics: [] };

function lengthOf(side: LinesGalley | undefined): number {
  return side === undefined ? 0 : side.to - side.from;
}

function breakCounts(side: LinesGalley, fit: number, rules: BreakRules): readonly number[] {
  const all = lengthOf(side);
  const counts: number[] = fit >= all ? [all] : [];
  if (side.together) return counts;
  for (let count = Math.min(fit, all - 1); count >= 1; count -= 1) {
    if (allowedLines(count, all, side, rules) === count) counts.push(count);
  }
  return counts;
}

/** On each side the break that is nearest to a point of the text. */
function nearest(breaks: readonly SideBreaks[], point: number): readonly number[] | undefined {
  const kept: number[] = [];
  for (const { counts, progress } of breaks) {
    let found: number | undefined;
    for (const count of counts) {
      const distance = Math.abs(progress(count) - point);
      if (found === undefined || distance < Math.abs(progress(found) - point) - 1e-9) found = count;
    }
    if (found === undefined) return undefined;
    kept.push(found);
  }
  return kept;
}

/** Mismatch and what the sides give up, in lines. */
function costOf(breaks: readonly SideBreaks[], kept: readonly number[], perUnit: number): number {
  const points = breaks.map(({ progress }, i) => progress(kept[i] ?? 0));
  const givenUp = breaks.map(({ counts }, i) => (counts[0] ?? 0) - (kept[i] ?? 0));
  const mismatch = (Math.max(...points) - Math.min(...points)) * perUnit;
  return mismatch + GIVEN_UP * givenUp.reduce((sum, lines) => sum + lines, 0);
}
