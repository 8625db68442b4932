import type { OutlineMark, StructureTag } from '../compose/block.ts';
import type { Drawing, Lang, OriginId } from '../core/index.ts';
import type { Line } from '../typeset/types.ts';

/** A structure element; `parent` is the id of another node, undefined for the root's children. Ids count from 0 in reading order. */
export interface StructureNode {
  readonly id: number;
  readonly parent: number | undefined;
  readonly tag: StructureTag;
  readonly block?: string;
  readonly origin: OriginId;
}

/** What an artifact is, for its subtype. */
export type ArtifactKind = 'Pagination' | 'Layout' | 'Background' | 'Page';

/** Every item belongs to a structure node or is an artifact. */
export type ItemRole =
  | { readonly node: number }
  | { readonly artifact: ArtifactKind; readonly subtype?: 'Header' | 'Footer' };

/** One line of text. `x` is the left end of the measure, `y` the baseline; pt from the trim's top left, y down. */
export interface PlacedLine {
  readonly kind: 'line';
  readonly x: number;
  readonly y: number;
  readonly measure: number;
  readonly line: Line;
  readonly role: ItemRole;
  readonly origin: OriginId;
}

export interface PlacedPicture {
  readonly kind: 'drawing';
  readonly x: number;
  readonly y: number;
  readonly drawing: Drawing;
  readonly role: ItemRole;
  readonly origin: OriginId;
}

export interface PlacedImage {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly asset: string;
  readonly role: ItemRole;
  readonly origin: OriginId;
}

export type PlacedItem = PlacedLine | PlacedPicture | PlacedImage;

export interface PlacedPage {
  /** Trim size, pt. */
  readonly width: number;
  readonly height: number;
  /** As readers see it: `12`, `iv`. */
  readonly label: string;
  readonly master: string;
  /**
   * For the press: the page is turned to the left on a sheet as high as the page is wide. Furniture (artifacts with a subtype)
   * counts from the sheet's top left and stands upright.
   */
  readonly turned?: true;
  /** In paint order, which is also reading order within a structure node. */
  readonly items: readonly PlacedItem[];
}

/** Where a block came to stand: the page (index from 0), and its box on each page that it reaches. */
export interface BlockPlacement {
  readonly block: string;
  readonly boxes: readonly {
    readonly page: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

export interface OutlineEntry extends OutlineMark {
  readonly block: string | undefined;
  readonly page: number;
  readonly y: number;
}

/** The finished layout: what is to stand where. Everything the writer needs, and nothing of the engine. */
export interface PlacedDocument {
  readonly lang: Lang;
  /** A part of a report set alone: what its references name may stand on no page. */
  readonly partial?: boolean;
  readonly pages: readonly PlacedPage[];
  readonly structure: readonly StructureNode[];
  readonly placements: ReadonlyMap<string, BlockPlacement>;
  readonly outline: readonly OutlineEntry[];
  readonly info: {
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    readonly keywords: string;
    readonly created: string;
  };
}
