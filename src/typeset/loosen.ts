import { type Gaps, STRETCH_STEP } from './glue.ts';

/** pt */
const NOTHING = 1e-7;

/** A gap that is being opened. Lengths in pt. */
interface Opened {
  readonly at: number;
  /** How wide it shows already; the narrowest are opened first. */
  level: number;
  /** How wide it may become. */
  readonly most: number;
}

/**
 * A loose English line: all gaps that give open by the same further amount, those beside and between Han and inside an address
 * only up to their limit.
 * @param need pt, above 0
 * @returns what no gap could take
 */
export function loosenEnglish(gaps: Gaps, from: number, to: number, need: number, adjust: Float64Array): number {
  const opened: Opened[] = [];
  for (let at = from + 1; at < to; at += 1) {
    const stretch = gaps.stretch[at] ?? 0;
    if (stretch > 0) opened.push({ at, level: 0, most: mostBeyond(gaps, at, stretch) });
  }
  return fill(opened, need, adjust);
}

function mostBeyond(gaps: Gaps, at: number, stretch: number): number {
  if (gaps.stretchStep[at] === STRETCH_STEP.address) return stretch;
  if (gaps.stretchStep[at] === STRETCH_STEP.hanLatin) return gaps.reserve[at] ?? 0;
  if (gaps.stretchStep[at] !== STRETCH_STEP.han) return Number.POSITIVE_INFINITY;
  return Math.max(0, gaps.hanLimit * (gaps.size[at] ?? 0) - stretch);
}

/**
 * A loose Chinese line: gaps between Han open to their limit. When that is not enough the line opens evenly: the narrowest gaps
 * first, those inside sequences too, so that none shows as a hole beside the others.
 * @param need pt, above 0
 * @returns what no gap could take
 */
export function loosenChinese(gaps: Gaps, from: number, to: number, need: number, adjust: Float64Array): number {
  const han: Opened[] = [];
  for (let at = from + 1; at < to; at += 1) {
    const level = adjust[at] ?? 0;
    if (isHan(gaps, at) && !isInnerAtEdge(gaps, at, from, to))
      han.push({ at, level, most: gaps.hanLimit * (gaps.size[at] ?? 0) });
  }
  const left = fill(han, need, adjust);
  if (left <= NOTHING) return 0;
  const all: Opened[] = [];
  for (let at = from + 1; at < to; at += 1) {
    const added = adjust[at] ?? 0;
    const address = gaps.stretchStep[at] === STRETCH_STEP.address;
    const gives = (gaps.tight[at] ?? 0) > 0 || ((gaps.stretch[at] ?? 0) > 0 && !address);
    const shown = isHan(gaps, at) || (gaps.tight[at] ?? 0) > 0 ? added : added + (gaps.gap[at] ?? 0);
    if (gives && !isInnerAtEdge(gaps, at, from, to)) all.push({ at, level: shown, most: Number.POSITIVE_INFINITY });
  }
  return fill(all, left, adjust);
}

function isHan(gaps: Gaps, at: number): boolean {
  return gaps.stretchStep[at] === STRETCH_STEP.han && (gaps.stretch[at] ?? 0) > 0;
}

/** Whether a gap is on the inner side of a mark, which has no blank, at either end of the line: a bracket there stays by what it holds. */
function isInnerAtEdge(gaps: Gaps, at: number, from: number, to: number): boolean {
  if (at !== from + 1 && at !== to - 1) return false;
  return isHan(gaps, at) && (gaps.shrinkStep[at] ?? 0) > 0 && (gaps.reserve[at] ?? 0) === 0;
}

/** Raises the narrowest gaps to the next wider ones until the need is met or all are as wide as they may be. */
function fill(opened: readonly Opened[], need: number, adjust: Float64Array): number {
  let left = need;
  const open = opened.filter(({ level, most }) => level < most);
  while (open.length > 0 && left > NOTHING) {
    const least = Math.min(...open.map(({ level }) => level));
    const lowest = open.filter(({ level }) => level - least <= NOTHING);
    const next = Math.min(
      ...open.map(({ level }) => (level - least > NOTHING ? level : Number.POSITIVE_INFINITY)),
      ...lowest.map(({ most }) => most),
    );
    const rise = Math.min(next - least, left / lowest.length);
    for (const gap of lowest) {
      gap.level += rise;
      adjust[gap.at] = (adjust[gap.at] ?? 0) + rise;
    }
    left -= rise * lowest.length;
    for (let i = open.length - 1; i >= 0; i -= 1) {
      const { level, most } = open[i] as Opened;
      if (most - level <= NOTHING) open.splice(i, 1);
    }
  }
  return left <= NOTHING ? 0 : left;
}
