/**
 * How far gaps between Han close at most in a line that is too long by a hair, em: a column of fourteen Han, one a mark cut to its
 * half, is seldom exactly as wide. House value, below what a press can show.
 */
export const HAIR = 0.0005;

/** Gaps of a line by how they give. Lengths in pt. */
export interface LineGaps {
  /** What all gaps stretch in the usual order, and the parts of it between Han and inside addresses. */
  readonly stretch: number;
  readonly hanStretch: number;
  readonly addressStretch: number;
  /** The part of it that English word spaces give. */
  readonly english: number;
  /** Beyond the stretch, before gaps between Han open further. */
  readonly reserve: number;
  /** Type size summed over the gaps between Han, and over those inside sequences, which open at the very last. */
  readonly han: number;
  readonly tight: number;
}

/** What a gap between Han weighs against the stretch of English word spaces. House value. */
const HAN_WEIGHT = 0.24;

/**
 * Whether a line opens as Chinese does: between Han, since there are enough of them beside its English words. A few Han quoted in
 * an English line leave the spreading to the word spaces.
 */
export function opensAsChinese(
  gaps: Pick<LineGaps, 'stretch' | 'addressStretch' | 'english' | 'han' | 'tight'>,
): boolean {
  const gives = gaps.stretch > gaps.addressStretch || gaps.tight > 0;
  return gives && HAN_WEIGHT * (gaps.han + gaps.tight) >= gaps.english;
}

/** How wide the gaps between Han are set in a line with this much slack (pt): em beyond the usual spread. */
export interface Opening {
  /** em; 0 while the usual means suffice. */
  readonly width: number;
  /** Whether the gaps inside sequences open too. */
  readonly strained: boolean;
}

/**
 * Foresees what `justifyLine` will draw, for the price of the line.
 * @param limit how far gaps between Han open at most in a line that other means can fill, em
 */
export function openingOf(gaps: LineGaps, slack: number, limit: number): Opening {
  let left = slack - gaps.stretch - gaps.reserve;
  if (left <= 0) return { width: 0, strained: false };
  const spread = gaps.han > 0 ? gaps.hanStretch / gaps.han : limit;
  const further = Math.max(0, limit - spread) * gaps.han;
  if (left <= further) return { width: spread + left / gaps.han, strained: false };
  left -= further + limit * gaps.tight;
  return { width: limit + Math.max(0, left) / (gaps.han + gaps.tight), strained: true };
}
