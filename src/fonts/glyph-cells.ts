import type { FontStyle, Lang } from '../core/index.ts';
import type { CharacterKind } from './character.ts';
import type { Face } from './types.ts';

/**
 * One glyph of a text with what it stands for. Lengths in em of the text's size. Cells are shared between texts: a word is
 * shaped once, whatever paragraphs it comes in.
 */
export interface GlyphCell {
  /** What the cell stands for; '' for a further glyph of the character before. */
  readonly text: string;
  /** First code point. */
  readonly code: number;
  readonly kind: CharacterKind;
  readonly face: Face;
  /** Size of the glyph over the size of the text. */
  readonly scale: number;
  /** -1 when nothing is drawn, 0 when no face has the character. */
  readonly glyph: number;
  /** Distance to the next glyph without kerning. */
  readonly advance: number;
  /** Kerning before the next cell. */
  readonly kern: number;
  readonly xOffset: number;
  /** Upwards from the baseline. */
  readonly rise: number;
}

export interface CellStyle {
  readonly font: FontStyle;
  readonly lang: Lang;
  readonly figures: 'proportional' | 'tabular';
  /** Letterspaced text has no ligatures. */
  readonly spaced: boolean;
}
