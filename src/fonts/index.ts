export { appendCells } from './append-cells.ts';
export { type CharacterKind, isHan, isScript, KIND, kindOf } from './character.ts';
export { type FontFiles, installedFonts } from './files.ts';
export { setFormulas } from './formula.ts';
export type { CellStyle, GlyphCell } from './glyph-cells.ts';
export { blankAfter, blankBefore, blankBetween, isFullWidthMark, markBox } from './mark-width.ts';
export { checkFonts, openFonts } from './open.ts';
export { type GlyphRun, measureText, type ShapedText, shapeText, type TextOptions } from './shape-text.ts';
export type * from './types.ts';
