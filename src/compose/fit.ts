import type { TextStyle } from '../theme/index.ts';

/** Full-width characters: one em. */
const FULL = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/;
/** Rough widths of Latin characters in em, a little above the serif's own, since nothing is measured here. */
const CAPITAL = 0.7;
const SMALL = 0.54;
const SPACE = 0.25;

/**
 * How far a line of text is to be scaled to fit a width, judged by its characters.
 * @param width  pt
 * @param least  the smallest scale that may be used; text that asks for less stays as it is and wraps
 * @returns      1 when it fits, else a scale between `least` and 1
 */
export function fitScale(
  text: string,
  style: Pick<TextStyle, 'size' | 'tracking'>,
  width: number,
  least: number,
): number {
  const characters = [...text.trim()];
  const ems = characters.reduce((sum, char) => sum + emsOf(char), 0);
  const natural = ems * style.size + characters.length * style.tracking;
  const scale = (width - characters.length * style.tracking) / (ems * style.size);
  return natural <= width || scale < least ? 1 : Math.floor(scale * 1000) / 1000;
}

function emsOf(char: string): number {
  if (FULL.test(char)) return 1;
  if (char === ' ') return SPACE;
  return /[A-Z\d%]/.test(char) ? CAPITAL : SMALL;
}
