import type { FontStyle, Lang } from '../core/index.ts';
import type { FontBook } from '../fonts/types.ts';

/**
 * Where the baseline stands below the top of a line of the given leading, pt: half the leading above the line box of the
 * style's first face, which is the Latin one in both languages, as CSS has it.
 * Source: CSS Inline Layout Module Level 3, "Layout Within Line Boxes".
 */
export function baselineOf(font: FontStyle, size: number, lang: Lang, leading: number, fonts: FontBook): number {
  const choice = fonts.faceFor(0x20, font, lang);
  if (choice === undefined) return leading;
  const em = (size * choice.scale) / choice.face.unitsPerEm;
  const ascent = choice.face.ascent * em;
  const descent = -choice.face.descent * em;
  return (leading - (ascent + descent)) / 2 + ascent;
}
