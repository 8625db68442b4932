import { InternalError, type Paint, type Variant } from '../../../core/index.ts';
import type { Colour, Theme } from '../../../theme/types.ts';
import { num, type Syntax } from '../file/syntax.ts';
import { labOfRgb } from '../icc/lab.ts';
import type { Cmyk, Rgb, Separation } from './separation.ts';

/** How paints come out in one kind of file. */
export interface Palette {
  /** Operator that sets the fill colour. */
  fill(paint: Paint): Syntax;
  /** Operator that sets the stroke colour. */
  stroke(paint: Paint): Syntax;
  /** How text of a size, pt, is coloured, and the rules and dots that go with it: in print small text takes fewer inks. */
  text(paint: Paint, size: number): TextInk;
  /** Whether the paint is black ink alone and dark, so that lines in it print over what is below. */
  overprints(paint: Paint): boolean;
}

/** Operators that set the colour of text, and whether it prints over what is below. */
export interface TextInk {
  readonly fill: Syntax;
  readonly stroke: Syntax;
  readonly overprints: boolean;
}

/** Text smaller than this cannot be trusted to more than two inks in register, pt. */
const SMALL_TEXT = 9;
/** Black ink from this share on darkens whatever it prints over, percent. */
const DARK = 50;

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** Text in black ink alone: colours darker than this are solid black, and lighter ones than the other paper. CIE lightness. */
const SOLID = 45;
const LIGHT = 80;
/** Lightness of black ink on coated paper, and of the paper. */
const [INK, PAPER] = [16, 95];

interface Entry extends TextInk {
  readonly small: TextInk;
  readonly black: TextInk;
}

/** Screen files have sRGB, print files CMYK. A paint is a name of the theme, or `#rrggbb` from a picture. */
export function createPalette(theme: Theme, variant: Variant, separation: Separation): Palette {
  const known = new Map<Paint, Entry>();
  const blackUnder = variant === 'print' ? (theme.inks?.blackTextUnder ?? 0) : 0;
  const resolve = (paint: Paint): Entry => {
    const cached = known.get(paint);
    if (cached !== undefined) return cached;
    const { rgb, cmyk, cmykSmall = cmyk }: Colour = theme.colours.get(paint) ?? ofHex(paint, separation);
    const ink = (inks: Cmyk): TextInk => {
      const stroke = variant === 'print' ? cmykOperands(inks) : rgbOperands(rgb);
      return { fill: stroke.toLowerCase(), stroke, overprints: isBlack(inks) && inks[3] >= DARK };
    };
    const entry = { ...ink(cmyk), small: ink(cmykSmall), black: ink(isBlack(cmyk) ? cmyk : blackOf(rgb)) };
    known.set(paint, entry);
    return entry;
  };
  return {
    fill: (paint) => resolve(paint).fill,
    stroke: (paint) => resolve(paint).stroke,
    text: (paint, size) => {
      const entry = resolve(paint);
      if (size < blackUnder) return entry.black;
      return size < SMALL_TEXT ? entry.small : entry;
    },
    overprints: (paint) => resolve(paint).overprints,
  };
}

function isBlack([c, m, y]: Cmyk): boolean {
  return c === 0 && m === 0 && y === 0;
}

/**
 * Black ink for text in a colour. What is dark is solid, since a tint is a screen of dots that frays thin strokes; what is
 * light stands on a dark ground, and is left out of it; between the two a tint of the same lightness, which is no darker than
 * can be left out of a ground.
 */
function blackOf(rgb: Rgb): Cmyk {
  const [lightness] = labOfRgb(rgb);
  if (lightness < SOLID) return [0, 0, 0, 100];
  if (lightness > LIGHT) return [0, 0, 0, 0];
  const tint = Math.round(((PAPER - lightness) / (PAPER - INK)) * 100);
  return [0, 0, 0, Math.min(tint, DARK - 1)];
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
