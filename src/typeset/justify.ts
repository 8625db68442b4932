import { type Gaps, SHRINK_STEPS, STRETCH_STEP } from './glue.ts';
import { loosenChinese, loosenEnglish } from './loosen.ts';
import { HAIR, opensAsChinese } from './opening.ts';

/**
 * Spreads a line's slack over its gaps: shrinking from word spaces to full stops, stretching from word spaces over the gaps
 * between Han and Latin to those between Han, each step equally and only when the one before is used up. Where all shrink is used
 * up and a hair is left, gaps between Han close by it.
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
  return left > NOTHING ? closeByHair(gaps, from, to, left, adjust) : 0;
}

/** A line that is a hair too long still fits: gaps between Han close, each equally, where nothing else gives. */
function closeByHair(gaps: Gaps, from: number, to: number, need: number, adjust: Float64Array): number {
  let sum = 0;
  for (let k = from + 1; k < to; k += 1) sum += isBetweenHan(gaps, k) ? HAIR * (gaps.size[k] ?? 0) : 0;
  if (sum <= 0) return need;
  const share = Math.min(1, need / sum);
  for (let k = from + 1; k < to; k += 1)
    if (isBetweenHan(gaps, k)) adjust[k] = (adjust[k] ?? 0) - share * HAIR * (gaps.size[k] ?? 0);
  return Math.max(0, need - sum);
}

function isBetweenHan(gaps: Gaps, at: number): boolean {
  return gaps.stretchStep[at] === STRETCH_STEP.han && (gaps.stretch[at] ?? 0) > 0;
}

function stretchLine(gaps: Gaps, from: number, to: number, need: number, adjust: Float64Array): number {
  let left = need;
  for (let step = 1; step <= STRETCH_STEP.address && left > 0; step += 1) {
    left -= spread(gaps.stretch, gaps.stretchStep, step, from, to, left, adjust, 1);
  }
  if (left <= NOTHING) return 0;
  if (!isChinese(gaps, from, to)) return loosenEnglish(gaps, from, to, left, adjust);
  left -= takeReserve(gaps, from, to, left, adjust);
  return left <= NOTHING ? 0 : loosenChinese(gaps, from, to, left, adjust);
}

function isChinese(gaps: Gaps, from: number, to: number): boolean {
  const sums = { stretch: 0, addressStretch: 0, english: 0, han: 0, tight: 0 };
  for (let k = from + 1; k < to; k += 1) {
    const stretch = gaps.stretch[k] ?? 0;
    sums.stretch += stretch;
    sums.english += gaps.english[k] ?? 0;
    sums.tight += gaps.tight[k] ?? 0;
    if (gaps.stretchStep[k] === STRETCH_STEP.address) sums.addressStretch += stretch;
    if (isBetweenHan(gaps, k)) sums.han += gaps.size[k] ?? 0;
  }
  return opensAsChinese(sums);
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

/** In a Chinese line word spaces and the gaps beside Latin and marks open further before Han are spread beyond their limit. */
function takeReserve(gaps: Gaps, from: number, to: number, need: number, adjust: Float64Array): number {
  let sum = 0;
  for (let k = from + 1; k < to; k += 1) sum += gaps.reserve[k] ?? 0;
  if (sum <= 0) return 0;
  const share = Math.min(1, need / sum);
  for (let k = from + 1; k < to; k += 1) adjust[k] = (adjust[k] ?? 0) + share * (gaps.reserve[k] ?? 0);
  return share * sum;
}

/** pt */
const NOTHING = 1e-7;
