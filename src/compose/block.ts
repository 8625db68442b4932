import type { Drawing, Lang, OriginId, Paint, PerLang, Stroke } from '../core/index.ts';
import type { Paragraph, SecondAlt } from './paragraph.ts';

/** Structure types of ISO 32000-1 14.8.4 that the report uses. */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'Aside'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Note'
  | 'TOC'
  | 'TOCI'
  | 'BlockQuote'
  | 'Index';

/** The structure element that a block opens; what its children hold becomes the element's content. */
export interface StructureTag {
  readonly type: StructureType;
  readonly lang?: Lang;
  readonly alt?: string;
  /** The same in another language: an edition in two languages says what a picture shows in both. */
  readonly altSecond?: SecondAlt;
  readonly actualText?: string;
  readonly title?: string;
  /** Note and TH ids. */
  readonly id?: string;
  readonly scope?: 'Row' | 'Column' | 'Both';
  readonly headers?: readonly string[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** The figure draws values that are among the report's data, which travel with the file. */
  readonly drawsData?: boolean;
  readonly listNumbering?: 'Decimal' | 'Disc' | 'LowerAlpha' | 'None';
}

/** How a block keeps to its neighbours. */
export interface Keep {
  /** Never broken over pages. */
  readonly together?: boolean;
  /** Stays on the page where the next block's first lines stand. */
  readonly withNext?: boolean;
  /** Asks the block before to keep with this one; composing turns it into that block's `withNext`. */
  readonly withPrevious?: boolean;
}

interface BlockBase {
  /** The content block that this came from: an anchor for references, the outline and placement. */
  readonly id?: string;
  readonly origin: OriginId;
  /** Without a tag the content belongs to the enclosing element; `artifact` takes it out of the structure. */
  readonly tag?: StructureTag | 'artifact';
  /** pt above and below; the larger of two neighbours' holds when `collapse` is set on the theme, otherwise they add. Dropped at a page head. */
  readonly before?: number;
  readonly after?: number;
  readonly keep?: Keep;
}

/**
 * Edges and ground of a box. Lengths in pt; `pad` is [top, right, bottom, left], from the outer edge to the content.
 * Strokes lie inside the outer edge and take no room of their own. Where the box breaks over a page, each part has its side strokes.
 */
export interface BoxStyle {
  readonly pad?: readonly [number, number, number, number];
  readonly ground?: Paint;
  readonly top?: Stroke;
  readonly right?: Stroke;
  readonly bottom?: Stroke;
  readonly left?: Stroke;
  /** Outer height at least, or exactly. */
  readonly minHeight?: number;
  readonly height?: number;
}

/** An entry of the document outline. */
export interface OutlineMark {
  readonly level: number;
  readonly title: string;
  readonly lang: Lang;
}

export interface TextBlock extends BlockBase {
  readonly kind: 'text';
  readonly paragraph: Paragraph;
  readonly outline?: OutlineMark;
}

export interface StackBlock extends BlockBase {
  readonly kind: 'stack';
  readonly children: readonly Block[];
  readonly box?: BoxStyle;
  /** pt from the left edge of the place it stands in (negative reaches into the margin), and its width; by default the whole place. */
  readonly x?: number;
  readonly width?: number;
  readonly outline?: OutlineMark;
}

export interface RowCell {
  /** pt from the row's left edge; may be negative, and a cell may reach past the place that the row stands in. */
  readonly x: number;
  readonly width: number;
  readonly block: Block;
  /** Where a shorter cell stands in the row. */
  readonly align?: 'top' | 'middle' | 'bottom';
  /** The cell's box is made as high as the row (its ground and edges reach down to the longest cell's foot). */
  readonly stretch?: boolean;
}

/** Blocks side by side. `level: true`: a pair of paragraphs that starts level and may break over the page, both sides at once. */
export interface RowBlock extends BlockBase {
  readonly kind: 'row';
  readonly cells: readonly RowCell[];
  readonly level?: boolean;
}

export interface TableCell {
  readonly block: Block;
  readonly tag: StructureTag;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly ground?: Paint;
  readonly pad?: readonly [number, number, number, number];
}

export interface TableRow {
  readonly origin: OriginId;
  /** A cell covered by a span to its left or above is `null`. */
  readonly cells: readonly (TableCell | null)[];
  readonly top?: Stroke;
  readonly bottom?: Stroke;
  readonly minHeight?: number;
  /** Stays on the page of the next row (group heads, the row before the last of a group). */
  readonly keepWithNext?: boolean;
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  /** pt, or `auto`: from the content, the rest shared. */
  readonly columns: readonly (number | 'auto')[];
  /** Head rows, drawn again (as artifact) on each page that the table reaches. */
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
  readonly caption?: Block;
  /** Stands under the table on each page that it reaches: once as content, under its end, elsewhere as artifact. Not part of the table's element. */
  readonly foot?: Block;
}

export interface DrawingBlock extends BlockBase {
  readonly kind: 'drawing';
  readonly drawing: Drawing;
  readonly align?: 'start' | 'center' | 'end';
}

export interface ImageBlock extends BlockBase {
  readonly kind: 'image';
  readonly asset: string;
  readonly width: number;
  readonly height: number;
}

/** A note in the margin: its top aligns with `beside` (by default the block before it in the flow); it takes no room in the flow. */
export interface MarginBlock extends BlockBase {
  readonly kind: 'margin';
  readonly beside?: string;
  /** pt from the left edge of the trim. */
  readonly x: number;
  readonly width: number;
  readonly block: Block;
}

/** Stands at a fixed place of the current page (of the trim, pt, y down), outside the flow. */
export interface PlacedBlock extends BlockBase {
  readonly kind: 'placed';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height?: number;
  readonly block: Block;
}

/** Text columns that fill one after the other; `balance` makes them end level on their last page. */
export interface ColumnsBlock extends BlockBase {
  readonly kind: 'columns';
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  /** Composed for the width of the first column. */
  readonly children: readonly Block[];
  /** Columns of unequal width: the same blocks, composed for each other width, pt. */
  readonly others?: readonly { readonly width: number; readonly children: readonly Block[] }[];
  readonly balance?: boolean;
  /** Stroke between columns. */
  readonly rule?: Stroke;
}

/** A figure that may go to the head or foot of this page or the next, never before this place. */
export interface FloatBlock extends BlockBase {
  readonly kind: 'float';
  readonly block: Block;
}

/**
 * What stands on pages of its own with a master of their own, such as a wide table on a landscape page: behind the page that
 * this place falls on, while the text fills that page up.
 */
export interface SheetBlock extends BlockBase {
  readonly kind: 'sheet';
  readonly master: string;
  readonly block: Block;
}

export interface BreakBlock extends BlockBase {
  readonly kind: 'break';
  readonly to: 'page' | 'column' | 'recto';
}

export interface SpaceBlock extends BlockBase {
  readonly kind: 'space';
  readonly height: number;
}

/** The flow goes on on a new page with this master (see `PageMaster`); the first page takes its label from `label`. */
export interface PageBlock extends BlockBase {
  readonly kind: 'page';
  readonly master: string;
  /** `1`, `iv`: pages count on from it in its own figures. Without it they count by their place in the document. */
  readonly label?: string;
}

export type Block =
  | TextBlock
  | StackBlock
  | RowBlock
  | TableBlock
  | DrawingBlock
  | ImageBlock
  | MarginBlock
  | PlacedBlock
  | ColumnsBlock
  | FloatBlock
  | SheetBlock
  | BreakBlock
  | SpaceBlock
  | PageBlock;

/** Everything that pages of one kind share. Lengths in pt, y down from the trim's top. */
export interface PageMaster {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Where the flow stands. */
  readonly flow: { readonly x: number; readonly width: number; readonly top: number; readonly bottom: number };
  /** Where notes stand at the foot of the flow: their own x and width, in one or two columns. */
  readonly notes: { readonly x: number; readonly width: number; readonly columns: number; readonly columnGap: number };
  /** Behind the text; reaches into the bleed where it should. Artifact. */
  readonly ground?: Drawing;
  /** The page stands on its side on a sheet like all others: turned to the left, its furniture as on the others. */
  readonly turned?: true;
  /** Furniture on right (odd) and left (even) pages; of a turned page it counts from the sheet. Artifact. A page item with target `@self` prints the page's own label. */
  readonly recto: readonly PlacedBlock[];
  readonly verso: readonly PlacedBlock[];
}

/** A note, to be set at the foot of the page that cites it. */
export interface NoteBlock {
  readonly id: string;
  /** Counted anew on each page: the name by which its mark and its own label ask for the number. */
  readonly late?: string;
  readonly block: Block;
}

/** The document as blocks, ready to be paginated. */
export interface BlockTree {
  readonly lang: Lang;
  readonly title: string;
  readonly masters: ReadonlyMap<string, PageMaster>;
  readonly children: readonly Block[];
  readonly notes: ReadonlyMap<string, NoteBlock>;
  /** Over the notes of a page: length and stroke of the rule, pt between flow and rule, rule and notes, and between notes. */
  readonly noteArea: {
    readonly ruleWidth: number;
    readonly rule: Stroke;
    readonly before: number;
    readonly after: number;
    readonly gap: number;
  };
  readonly info: {
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    readonly keywords: string;
    readonly created: string;
  };
  /** Lines kept together at a page's foot and head. */
  readonly widows: number;
  readonly orphans: number;
  readonly labels?: PerLang<string>;
}
