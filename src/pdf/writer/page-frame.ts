import type { Variant } from '../../core/index.ts';
import { rectangle, type Syntax } from './file/syntax.ts';
import type { Frame } from './paint/frame.ts';

/** Left, bottom, right, top; pt in default user space. */
export type Box = readonly [number, number, number, number];

/** The boxes of one page, and where the trim's top left corner stands in them. */
export interface PageFrame extends Frame {
  readonly media: Box;
  /** Print only. */
  readonly bleed: Box | undefined;
  readonly trim: Box;
}

/** Room outside the bleed for crop marks, register marks and the control strip, pt. */
const SLUG = 24;

/** Screen pages are the trim alone; a sheet for print has bleed and marks around it. Source: ISO 32000-1 14.11.2. */
export function pageFrame([width, height]: readonly [number, number], variant: Variant, bleed: number): PageFrame {
  if (variant === 'screen') {
    const media = [0, 0, width, height] as const;
    return { media, trim: media, bleed: undefined, left: 0, top: height };
  }
  const margin = bleed + SLUG;
  return {
    media: [0, 0, width + 2 * margin, height + 2 * margin],
    trim: [margin, margin, margin + width, margin + height],
    bleed: [SLUG, SLUG, SLUG + width + 2 * bleed, SLUG + height + 2 * bleed],
    left: margin,
    top: margin + height,
  };
}

/** Entries of the page dictionary. */
export function boxEntries(frame: PageFrame): Readonly<Record<string, Syntax | undefined>> {
  return {
    MediaBox: rectangle(frame.media),
    BleedBox: frame.bleed === undefined ? undefined : rectangle(frame.bleed),
    TrimBox: frame.bleed === undefined ? undefined : rectangle(frame.trim),
  };
}
