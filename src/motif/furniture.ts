import { type Drawing, type DrawingOp, rectangle } from '../core/index.ts';
import { accentPaint, type Theme, tokenNumber, tokenText } from '../theme/index.ts';
import { petalAxis, themePetal } from './flower.ts';
import { petalOutline } from './petal.ts';
import { place } from './place.ts';

/** The small flower of the running head: the current petal dark, the others grey. pt */
export function glyphArt(theme: Theme, count: number, accent: number): Drawing {
  const size = tokenNumber(theme, 'components.running_head.glyph');
  const petals = Math.max(3, count);
  const radius = size / 2;
  const shape = themePetal(theme, petals, radius, radius * 0.1);
  const off = tokenText(theme, 'components.running_head.glyph_off');
  const ops = Array.from(
    { length: petals },
    (_, index): DrawingOp => ({
      op: 'path',
      segments: place(petalOutline(shape), { x: radius, y: radius, degrees: petalAxis(theme, petals, index) }),
      fill: index + 1 === accent ? accentPaint(theme, accent, 'deep') : off,
    }),
  );
  return { width: size, height: size, ops };
}

/** How the thumb index is drawn. */
export interface ThumbInput {
  readonly count: number;
  readonly accent: number;
  /** The outer edge: right on odd pages. */
  readonly side: 'recto' | 'verso';
  /** On a flooded page: only the current tab, in paper. */
  readonly dark: boolean;
}

/** The thumb index: a tab an accent at the outer edge, the current one wide and numbered; it reaches into the bleed. pt */
export function thumbArt(theme: Theme, input: ThumbInput): Drawing {
  const wide = tokenNumber(theme, 'components.thumb_index.width_on');
  const narrow = tokenNumber(theme, 'components.thumb_index.width_off');
  const height = tokenNumber(theme, 'components.thumb_index.height');
  const pitch = height + tokenNumber(theme, 'components.thumb_index.gap');
  const bleed = theme.page.bleed;
  const ops: DrawingOp[] = [];
  for (let index = 0; index < input.count; index += 1) {
    const current = index + 1 === input.accent;
    if (input.dark && !current) continue;
    const width = current ? wide : narrow;
    const x = input.side === 'recto' ? wide - width : -bleed;
    const y = index * pitch;
    const fill = current && input.dark ? 'paper' : accentPaint(theme, index + 1, current ? 'deep' : 'mid');
    ops.push({ op: 'path', segments: rectangle(x, y, width + bleed, height), fill });
    if (current) ops.push(number(theme, { index, dark: input.dark, x: wide / 2, y: y + height / 2 }));
  }
  return { width: wide, height: Math.max(0, input.count * pitch - (pitch - height)), ops };
}

function number(
  theme: Theme,
  input: { readonly index: number; readonly dark: boolean; readonly x: number; readonly y: number },
): DrawingOp {
  const size = tokenNumber(theme, 'components.thumb_index.number_size');
  return {
    op: 'text',
    text: String(input.index + 1),
    x: input.x,
    // Digits of the sans stand about 0.66 em high: three eighths of the size below the middle centres them.
    y: input.y + size * 0.375,
    size,
    font: { family: 'sans', weight: 600 },
    paint: input.dark ? accentPaint(theme, input.index + 1, 'deep') : 'white',
    lang: 'en',
    align: 'middle',
  };
}
