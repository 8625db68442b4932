import { type Gaps, SHRINK_STEPS, STRETCH_STEP } from './glue.ts';

/** How far gaps between Han open at most in a line that no other means fills, em. House value. */
const HAN_LIMIT = 0.25;

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
  for (let step = 1; step <= STRETCH_STEP.address && left > 0; step += 1) {
    left -= spread(gaps.stretch, gaps.stretchStep, step, from, to, left, adjust, 1);
  }
  if (left > 0) left -= takeReserve(gaps, from, to, left, adjust);
  return left <= NOTHING ? 0 : loosen(gaps, from, to, left, adjust);
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

/** In a line with gaps between Han, word spaces and those beside Latin and marks open further before the Han are spread beyond their limit. */
function takeReserve(gaps: Gaps, from: number, to: number, need: number, adjust: Float64Array): number {
  let sum = 0;
  let han = false;
  for (let k = from + 1; k < to; k += 1) {
    sum += gaps.reserve[k] ?? 0;
    han ||= gaps.stretchStep[k] === STRETCH_STEP.han;
  }
  if (!han || sum <= 0) return 0;
  const share = Math.min(1, need / sum);
  for (let k = from + 1; k < to; k += 1) adjust[k] = (adjust[k] ?? 0) + share * (gaps.reserve[k] ?? 0);
  return share * sum;
}

/**
 * A loose line: all gaps that give open by the same further amount, those between Han and inside an address up to their limit;
 * what is left goes to the others, and to all when there are no others.
 */
function loosen(gaps: Gaps, from: number, to: number, need: number, adjust: Float64Array): number {
  const limits = (k: number): number => {
    if (gaps.stretchStep[k] === STRETCH_STEP.han)
      return Math.max(0, HAN_LIMIT * (gaps.size[k] ?? 0) - (gaps.stretch[k] ?? 0));
    return gaps.stretchStep[k] === STRETCH_STEP.address ? (gaps.stretch[k] ?? 0) : Number.POSITIVE_INFINITY;
  };
  let left = need;
  let open: number[] = [];
  for (let k = from + 1; k < to; k += 1) if ((gaps.stretch[k] ?? 0) > 0) open.push(k);
  const all = open;
  const added = new Map<number, number>();
  while (open.length > 0 && left > NOTHING) {
    const each = left / open.length;
    const next: number[] = [];
    for (const k of open) {
      const before = added.get(k) ?? 0;
      const after = Math.min(before + each, limits(k));
      added.set(k, after);
      left -= after - before;
      if (after < limits(k)) next.push(k);
    }
    if (next.length === open.length) break;
    open = next;
  }
  const han = all.filter((k) => gaps.stretchStep[k] === STRETCH_STEP.han);
  const rest = left > NOTHING && han.length > 0 ? left / han.length : 0;
  for (const [k, amount] of added) adjust[k] = (adjust[k] ?? 0) + amount;
  for (const k of han) adjust[k] = (adjust[k] ?? 0) + rest;
  return rest > 0 ? 0 : Math.max(0, left);
}

/** pt */
const NOTHING = 1e-7;
