import { type CharacterKind, KIND } from './character.ts';

/**
 * Blanks of full-width marks. A mark is 1 em: half an em of ink with half an em of blank, on the right of a closing mark,
 * comma or stop, on the left of an opening one; a middle dot has a quarter on both sides. All values in em.
 * Source: CLREQ #punctuation_width_adjustment; the neighbor table is the house's reading of it.
 */
export function blankAfter(kind: CharacterKind): number {
  if (kind === KIND.closer || kind === KIND.comma || kind === KIND.stop) return 0.5;
  return kind === KIND.middleDot ? 0.25 : 0;
}

export function blankBefore(kind: CharacterKind): number {
  if (kind === KIND.opener) return 0.5;
  return kind === KIND.middleDot ? 0.25 : 0;
}

/** Whether a character is one of the marks whose blanks are adjusted. Dashes and ellipses have none, but touch their neighbors. */
export function isFullWidthMark(kind: CharacterKind): boolean {
  return kind >= KIND.opener && kind <= KIND.ellipsis;
}

/**
 * Blank that stands between two neighbors of which at least one is a full-width mark.
 * Between two marks it goes, except after a stop before an opening mark and beside a middle dot; `loose` keeps one before an
 * opening mark.
 */
export function blankBetween(left: CharacterKind, right: CharacterKind, neighbors: 'tight' | 'loose'): number {
  const leftMark = isFullWidthMark(left);
  const rightMark = isFullWidthMark(right);
  if (!leftMark || !rightMark) return blankAfter(left) + blankBefore(right);
  if (right === KIND.opener) {
    if (left === KIND.stop) return 0.5;
    if (left === KIND.opener || left === KIND.dash || left === KIND.ellipsis) return 0;
    if (left === KIND.middleDot) return 0.25;
    return neighbors === 'loose' ? 0.5 : 0;
  }
  return (left === KIND.middleDot ? 0.25 : 0) + (right === KIND.middleDot ? 0.25 : 0);
}

/** Where a mark's ink stands: width of its box, and how far left of the box its glyph is drawn; em. */
export interface MarkBox {
  readonly box: number;
  readonly lead: number;
}

/**
 * The box of a full-width mark by the advance of its glyph, em: half an em of ink; a middle dot is centered in it, whatever the
 * face makes of it; a dash or ellipsis fills an em at least.
 */
export function markBox(kind: CharacterKind, advance: number): MarkBox {
  if (kind === KIND.dash || kind === KIND.ellipsis) {
    const box = Math.max(advance, 1);
    return { box, lead: (advance - box) / 2 };
  }
  if (kind === KIND.opener) return { box: 0.5, lead: advance - 0.5 };
  return { box: 0.5, lead: kind === KIND.middleDot ? (advance - 0.5) / 2 : 0 };
}
