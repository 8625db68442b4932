import type { FontStyle, Lang } from '../core/index.ts';
import type { CharacterKind } from './character.ts';
import type { Face } from './types.ts';

/**
 * A text as cells, one for each glyph, in logical order. All lengths are in em of the text's size.
 * The arrays run side by side; callers append several texts to one set.
 */
export interface GlyphCells {
  /** What the cell stands for; '' for a further glyph of the character before. */
  readonly text: string[];
  /** First code point. */
  readonly code: number[];
  readonly kind: CharacterKind[];
  readonly face: Face[];
  /** Size of the glyph over the size of the text. */
  readonly scale: number[];
  /** -1 when nothing is drawn, 0 when no face has the character. */
  readonly glyph: number[];
  /** Distance to the next glyph without kerning. */
  readonly advance: number[];
  /** Kerning before the next cell. */
  readonly kern: number[];
  readonly xOffset: number[];
  /** Upwards from the baseline. */
  readonly rise: number[];
}

export interface CellStyle {
  readonly font: FontStyle;
  readonly lang: Lang;
  readonly figures: 'proportional' | 'tabular';
  /** Letterspaced text has no ligatures. */
  readonly spaced: boolean;
}

export function emptyCells(): GlyphCells {
  return {
    text: [],
    code: [],
    kind: [],
    face: [],
    scale: [],
    glyph: [],
    advance: [],
    kern: [],
    xOffset: [],
    rise: [],
  };
}

/** Appends cells to others. */
export function copyCells(to: GlyphCells, from: GlyphCells): void {
  for (let i = 0; i < from.glyph.length; i += 1) {
    to.text.push(from.text[i] as string);
    to.code.push(from.code[i] as number);
    to.kind.push(from.kind[i] as CharacterKind);
    to.face.push(from.face[i] as Face);
    to.scale.push(from.scale[i] as number);
    to.glyph.push(from.glyph[i] as number);
    to.advance.push(from.advance[i] as number);
    to.kern.push(from.kern[i] as number);
    to.xOffset.push(from.xOffset[i] as number);
    to.rise.push(from.rise[i] as number);
  }
}
