import type { Font } from '../font/font.ts';
import type { Machine } from './machine.ts';
import { multiply } from './matrix.ts';

/** A glyph as it stands on its page. Lengths in pt; `x` and `y` are its origin, upwards from the page's bottom. */
export interface DrawnGlyph {
  /** From 0. */
  readonly page: number;
  /** What the file says that it stands for; empty when it says nothing. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** What the font says of its width, without spacing. */
  readonly width: number;
  readonly size: number;
}

/** The glyphs of one string that is shown `behind` the beginning of its line, in text space. */
export function drawnGlyphs(machine: Machine, font: Font, bytes: string, behind: number): readonly DrawnGlyph[] {
  const { state, frame, textMatrix, lineX, lineY } = machine;
  const { size, scale, rise, characterSpace, wordSpace } = state;
  const [a, b, c, d, e, f] = multiply(textMatrix, state.matrix);
  const glyphs: DrawnGlyph[] = [];
  let x = lineX + behind;
  const y = lineY + rise;
  for (let i = 0; i + font.codeLength <= bytes.length; i += font.codeLength) {
    const single = font.codeLength === 1;
    const code = single ? bytes.charCodeAt(i) : (bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1);
    const width = (font.widthOf(code) / 1000) * size;
    glyphs.push({
      page: frame.page,
      text: font.textOf(code),
      x: a * x + c * y + e,
      y: b * x + d * y + f,
      width: width * scale * Math.hypot(a, b),
      size: Math.abs(size) * Math.hypot(c, d),
    });
    x += (width + characterSpace + (single && code === 32 ? wordSpace : 0)) * scale;
  }
  return glyphs;
}
