import { type Gaps, SHRINK_STEPS, STRETCH_STEPS } from './glue.ts';

/** How far gaps between Han open at most in a line that no other means fills, em. House value. */
const HAN_LIMIT = 0.25;
const HAN_SOFT_LIMIT = 0.08;

/**
 * Spreads a line's slack over its gaps: shrinking from word spaces to full stops, stretching from word spaces over the gaps
 * between Han and Latin to those between Han, each step equally and only when the one before is used up.
 * @param from first inked cell of the line; `to` is the one after its last
 * @param slack pt; below 0 the line has to shrink
 * @param adjust receives for each gap of the line what is added to it, pt
 * @returns the slack that no gap could take
 * Source: CLREQ #reduction_and_addition_of_inter_character_spacing.
 */
export function justifyLine(gaps: Gaps, from: number, to: number, slack: number, adjust: Float64Array): number {
  adjust.fill(0, from, to + 1);
  return slack < 0 ? -shrinkLine(gaps, from, to, -slack, adjust) : stretchLine(gaps, from, to, slack, adjust);
}

function shrinkLine(gaps: Gaps, from: number, to: number, need: number, adjust: Float64Array): number {
  let left = need;
  for (let step = 1; step <= SHRINK_STEPS && left > 0; step += 1) {
    left -= spread(gaps.shrink, gaps.shrinkStep, step, from, to, left, adjust, -1);
  }
  return Math.max(0, left);
}

function stretchLine(gaps: Gaps, from: number, to: number, need: number, adjust: Float64Array): number {
  let left = need;
  for (let step = 1; step <= STRETCH_STEPS && left > 0; step += 1) {
    left -= spread(gaps.stretch, gaps.stretchStep, step, from, to, left, adjust, 1);
  }
  if (left <= 0) return 0;
  return loosen(gaps, from, to, left, adjust);
}

/** Takes up to the whole capacity of one step, in proportion. Returns what it took. */
function spread(
  capacity: Float64Array,
  steps: Uint8Array,
  step: number,
  from: number,
  to: number,
  need: number,
  adjust: Float64Array,
  sign: number,
): number {
  let sum = 0;
  for (let k = from + 1; k < to; k += 1) if (steps[k] === step) sum += capacity[k] ?? 0;
  if (sum <= 0) return 0;
  const share = Math.min(1, need / sum);
  for (let k = from + 1; k < to; k += 1) {
    if (steps[k] === step) adjust[k] = (adjust[k] ?? 0) + sign * share * (capacity[k] ?? 0);
  }
  return share * sum;
}

/** A loose line: the gaps between Han open up to their limit, then every gap that gives at all opens equally. */
function loosen(gaps: Gaps, from: number, to: number, need: number, adjust: Float64Array): number {
  let room = 0;
  let count = 0;
  for (let k = from + 1; k < to; k += 1) {
    if ((gaps.stretch[k] ?? 0) <= 0) continue;
    count += 1;
    if (gaps.stretchStep[k] === STRETCH_STEPS) room += (HAN_LIMIT - HAN_SOFT_LIMIT) * (gaps.size[k] ?? 0);
  }
  if (count === 0) return need;
  const share = room > 0 ? Math.min(1, need / room) : 0;
  const each = (need - share * room) / count;
  for (let k = from + 1; k < to; k += 1) {
    if ((gaps.stretch[k] ?? 0) <= 0) continue;
    const han = gaps.stretchStep[k] === STRETCH_STEPS ? share * (HAN_LIMIT - HAN_SOFT_LIMIT) * (gaps.size[k] ?? 0) : 0;
    adjust[k] = (adjust[k] ?? 0) + han + each;
  }
  return 0;
}
