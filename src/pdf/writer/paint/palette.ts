import { InternalError, type Paint, type Variant } from '../../../core/index.ts';
import type { Colour, Theme } from '../../../theme/types.ts';
import { num, type Syntax } from '../file/syntax.ts';
import type { Cmyk, Rgb, Separation } from './separation.ts';

/** How paints come out in one kind of file. */
export interface Palette {
  /** Operator that sets the fill colour. */
  fill(paint: Paint): Syntax;
  /** Operator that sets the stroke colour. */
  stroke(paint: Paint): Syntax;
  /** Operator that sets the colour of text of a size, pt: small text in print takes fewer inks. */
  text(paint: Paint, size: number): Syntax;
  /** Whether the paint is black ink alone and dark, so that text and lines in it print over what is below. */
  overprints(paint: Paint): boolean;
}

/** Text smaller than this cannot be trusted to more than two inks in register, pt. */
const SMALL_TEXT = 9;
/** Black ink from this share on darkens whatever it prints over, percent. */
const DARK = 50;

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

interface Entry {
  readonly cmyk: Cmyk;
  readonly fill: Syntax;
  readonly stroke: Syntax;
  readonly small: Syntax;
}

/** Screen files have sRGB, print files CMYK. A paint is a name of the theme, or `#rrggbb` from a picture. */
export function createPalette(theme: Theme, variant: Variant, separation: Separation): Palette {
  const known = new Map<Paint, Entry>();
  const resolve = (paint: Paint): Entry => {
    const cached = known.get(paint);
    if (cached !== undefined) return cached;
    const { rgb, cmyk, cmykSmall = cmyk }: Colour = theme.colours.get(paint) ?? ofHex(paint, separation);
    const operands = (inks: Cmyk): Syntax => (variant === 'print' ? cmykOperands(inks) : rgbOperands(rgb));
    const stroke = operands(cmyk);
    const entry = { cmyk, fill: stroke.toLowerCase(), stroke, small: operands(cmykSmall).toLowerCase() };
    known.set(paint, entry);
    return entry;
  };
  return {
    fill: (paint) => resolve(paint).fill,
    stroke: (paint) => resolve(paint).stroke,
    text: (paint, size) => (size < SMALL_TEXT ? resolve(paint).small : resolve(paint).fill),
    overprints: (paint) => {
      const [c, m, y, k] = resolve(paint).cmyk;
      return c === 0 && m === 0 && y === 0 && k >= DARK;
    },
  };
}

function ofHex(paint: Paint, separation: Separation): Colour {
  const parts = HEX.exec(paint);
  if (parts === null) throw new InternalError(`paint ${paint} is neither in the theme nor a colour`);
  const rgb = [parts[1], parts[2], parts[3]].map((part) => Number.parseInt(part ?? '0', 16));
  const triple: Rgb = [rgb[0] ?? 0, rgb[1] ?? 0, rgb[2] ?? 0];
  return { rgb: triple, cmyk: separation.colour(triple) };
}

function rgbOperands([r, g, b]: Rgb): Syntax {
  const part = (value: number): Syntax => num(value / 255, 3);
  return r === g && g === b ? `${part(r)} G` : `${part(r)} ${part(g)} ${part(b)} RG`;
}

function cmykOperands(cmyk: Cmyk): Syntax {
  return `${cmyk.map((part) => num(part / 100, 3)).join(' ')} K`;
}
