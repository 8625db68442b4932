import type { Font } from '../font/font.ts';
import type { Dict, Stream } from '../objects/index.ts';
import type { ColourSpace } from './colour.ts';
import type { Box } from './matrix.ts';

/** A marked-content sequence. Source: ISO 32000-1 14.6. */
export interface Mark {
  readonly tag: string;
  /** Undefined where the sequence belongs to no structure element. */
  readonly mcid: number | undefined;
  /** Object number of the page or form whose content holds it. */
  readonly stream: number | undefined;
  /** Key of that content in the parent tree. */
  readonly parents: number | undefined;
  readonly outer: Mark | undefined;
  /** From 0. */
  readonly page: number;
  readonly part: Part;
  readonly lang: string | undefined;
  readonly actualText: string | undefined;
  readonly alt: string | undefined;
  readonly expansion: string | undefined;
  /** Of an artifact. */
  readonly type: string | undefined;
  readonly subtype: string | undefined;
}

/** A colour as it is painted. */
export interface Paint {
  readonly space: ColourSpace;
  readonly parts: readonly number[];
  /** What is below shows through where this has no ink. */
  readonly overprint: boolean;
  readonly overprintMode: number;
}

/** What an item is part of: pages and their forms are read; patterns, masks and appearances only seen. */
export type Part = 'page' | 'pattern' | 'mask' | 'appearance';

interface Painted {
  /** From 0. */
  readonly page: number;
  readonly mark: Mark | undefined;
  readonly part: Part;
  readonly box: Box;
  readonly transparent: boolean;
}

export interface TextItem extends Painted {
  readonly kind: 'text';
  readonly font: Font | undefined;
  readonly text: string;
  readonly codes: number;
  /** pt, as it comes out on the page. */
  readonly size: number;
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
}

export interface PathItem extends Painted {
  readonly kind: 'path';
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
}

export interface ImageItem extends Painted {
  readonly kind: 'image';
  readonly dict: Dict;
  /** Undefined for an image that stands in the content. */
  readonly stream: Stream | undefined;
  readonly id: number | undefined;
  readonly space: ColourSpace | undefined;
  /** A stencil, painted in the colour in force. */
  readonly stencil: Paint | undefined;
  readonly dpi: number;
}

export interface ShadingItem extends Painted {
  readonly kind: 'shading';
  readonly space: ColourSpace;
}

export type Item = TextItem | PathItem | ImageItem | ShadingItem;

/** Something wrong with the content itself. */
export interface ContentFault {
  readonly kind: 'syntax' | 'operator' | 'resource' | 'nesting';
  readonly message: string;
  readonly page: number;
}

/** The innermost artifact around, or undefined. */
export function artifactOf(mark: Mark | undefined): Mark | undefined {
  for (let at = mark; at !== undefined; at = at.outer) if (at.tag === 'Artifact') return at;
  return undefined;
}

/** The innermost sequence with a number, or undefined. */
export function numberedOf(mark: Mark | undefined): Mark | undefined {
  for (let at = mark; at !== undefined; at = at.outer) if (at.mcid !== undefined) return at;
  return undefined;
}
