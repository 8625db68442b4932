import type { FontStyle, Lang } from '../core/index.ts';

/** Names one face of the manifest, e.g. `noto-sans-sc-400`. */
export type FaceId = string;

/** Glyphs of one stretch of text in one face, shaped. Advances in units of the face's em. */
export interface ShapedRun {
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  readonly xOffsets: readonly number[];
  /** For each glyph the text it stands for, in logical order; joined they give the source text (a ligature holds several characters, a further glyph of one character holds ''). */
  readonly clusters: readonly string[];
}

export interface ShapeOptions {
  readonly lang: Lang;
  /** OpenType features to add to or (with `-`) take from the default set. */
  readonly features?: readonly string[];
}

export interface Face {
  readonly id: FaceId;
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  /** Units of the em. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly bbox: readonly [number, number, number, number];
  readonly italicAngle: number;
  readonly weight: number;
  readonly serif: boolean;
  readonly glyphCount: number;
  /** 0 when the face has no glyph. */
  glyphOf(codePoint: number): number;
  /** Units of the em. */
  advanceOf(glyph: number): number;
  /** Glyph of a single-substitution feature (`halt`, `pwid`, `tnum`, …) with its advance and offset; undefined when the face has none. */
  alternate(
    glyph: number,
    feature: string,
  ): { readonly glyph: number; readonly advance: number; readonly xOffset: number } | undefined;
  shape(text: string, options: ShapeOptions): ShapedRun;
  /** The whole font file. */
  readonly bytes: Uint8Array;
}

/** A face for a code point in a style, and how far to scale it there (Latin in Chinese text is slightly larger). */
export interface FaceChoice {
  readonly face: Face;
  readonly scale: number;
}

export interface FontBook {
  readonly faces: ReadonlyMap<FaceId, Face>;
  /**
   * The face that draws a code point in a style and run language, by the mixing rules of the theme and then the
   * fallback order. `undefined`: no face has it.
   */
  faceFor(codePoint: number, style: FontStyle, lang: Lang): FaceChoice | undefined;
  /** A book in which one face comes first for everything it covers, at full size, and the fallback order after it. */
  only(face: FaceId): FontBook;
}
