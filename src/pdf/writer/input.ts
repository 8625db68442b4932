import type { OriginId, Variant } from '../../core/index.ts';
import type { FaceId, FontBook } from '../../fonts/types.ts';
import type { Theme } from '../../theme/types.ts';
import type { PlacedDocument } from '../placed.ts';

/** A picture file: PNG, JPEG or SVG, told apart by its content. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  /** Where the picture is registered, for what is said of it. */
  readonly origin?: OriginId;
}

/** A file that travels in the PDF. `relationship` says what it is to the document. Source: ISO 19005-3 6.8. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly description: string;
  readonly relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';
}

/** The printing condition that the print edition is made for: an ICC profile of class `prtr` in CMYK, and how it is known. */
export interface PrintCondition {
  readonly profile: Uint8Array;
  readonly identifier: string;
  readonly info: string;
  readonly registry: string;
}

export interface WriteInput {
  readonly document: PlacedDocument;
  readonly fonts: FontBook;
  readonly theme: Theme;
  readonly variant: Variant;
  /** By the ids that images name. */
  readonly assets: ReadonlyMap<string, PictureFile>;
  readonly attachments?: readonly Attachment[];
  /**
   * `claim`: the file says that it keeps PDF/UA-1 and PDF/A-3a (screen), or PDF/X-4 (print), which is true of every layout
   * whose structure is sound; a layout that was let through with faults in it must not claim it. By default it claims.
   */
  readonly conformance?: { readonly claim: boolean };
  /** Print only: two pages side by side, in the order of a booklet that is stitched through the fold. */
  readonly impose?: 'saddle';
  /** By default a generic coated offset condition. */
  readonly printCondition?: PrintCondition;
}

/** What of a face went into the file. */
export interface EmbeddedFont {
  readonly face: FaceId;
  /** With its subset tag. */
  readonly name: string;
  readonly glyphs: number;
  /** Compressed. */
  readonly bytes: number;
}

export interface WrittenPdf {
  readonly bytes: Uint8Array;
  readonly fonts: readonly EmbeddedFont[];
  readonly pages: number;
  readonly links: number;
  readonly structureElements: number;
}
