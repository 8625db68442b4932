import type { BoxStyle, OutlineMark } from '../../compose/block.ts';
import type { Paragraph } from '../../compose/paragraph.ts';
import type { Drawing, OriginId, Paint, Stroke } from '../../core/index.ts';
import type { TypesetParagraph } from '../../typeset/types.ts';
import type { Role } from './structure.ts';

/**
 * Galleys: blocks set at their width, with every height known, not yet broken into pages. Lengths in pt. A galley is
 * never changed; breaking one makes two. `height` is without `before` and `after`.
 */
export type Galley =
  | LinesGalley
  | StackGalley
  | RowGalley
  | TableGalley
  | PictureGalley
  | ColumnsGalley
  | PlacedGalley
  | FloatGalley
  | SheetGalley
  | SpaceGalley
  | BreakGalley
  | PageGalley;

export interface GalleyBase {
  readonly width: number;
  readonly height: number;
  readonly before: number;
  readonly after: number;
  /** From the left edge of the place it stands in. */
  readonly x: number;
  readonly keepNext: boolean;
  readonly together: boolean;
  readonly anchor: Anchor | undefined;
}

/** The block behind a galley. A part that goes on on a later page has neither outline nor margin notes. */
export interface Anchor {
  readonly block: string | undefined;
  readonly origin: OriginId;
  /** Place in the order of the tree. */
  readonly order: number;
  readonly outline: OutlineMark | undefined;
  readonly margins: MarginNote[];
}

/** A block in the margin, to be levelled with the head of its anchor. `x` from the trim's left edge. */
export interface MarginNote {
  readonly x: number;
  readonly galley: Galley;
  readonly origin: OriginId;
}

/** A note mark on a line: which note, and what its text belongs to. */
export interface Citation {
  readonly note: string;
  readonly by: Role;
  readonly origin: OriginId;
}

/** The lines `from` (inclusive) to `to` (exclusive) of a paragraph, or of what was left of it from a place on. */
export interface LinesGalley extends GalleyBase {
  readonly kind: 'lines';
  readonly paragraph: Paragraph;
  readonly set: TypesetParagraph;
  readonly from: number;
  readonly to: number;
  /** Where `set` begins, when what stands before was set at another measure; and how many lines that are. */
  readonly place: number | undefined;
  readonly linesBefore: number;
  /** For each line of the whole paragraph; undefined when no line has a mark. */
  readonly citations: readonly (readonly Citation[])[] | undefined;
  readonly role: Role;
  readonly origin: OriginId;
}

export interface StackGalley extends GalleyBase {
  readonly kind: 'stack';
  readonly children: readonly Galley[];
  /** Children after those; only what is still to be broken has any. */
  readonly later: Later | undefined;
  readonly box: GalleyBox | undefined;
}

/** The children from `from` on of a list that was set; `extents` are the sums of space and height from each place on. */
export interface Later {
  readonly of: readonly Galley[];
  readonly from: number;
  readonly extents: readonly number[];
}

/** Ground and edges; `openTop` and `openBottom` where the box goes on on another page. */
export interface GalleyBox {
  readonly style: BoxStyle;
  readonly openTop: boolean;
  readonly openBottom: boolean;
  readonly artifact: Role;
}

export interface RowGalley extends GalleyBase {
  readonly kind: 'row';
  readonly cells: readonly CellGalley[];
  /** Both sides start on one baseline, and the row may be broken. */
  readonly level: boolean;
  readonly rule: { readonly stroke: Stroke; readonly artifact: Role } | undefined;
}

export interface CellGalley {
  readonly x: number;
  readonly width: number;
  /** From the row's head to the head of the cell's content. */
  readonly top: number;
  readonly align: 'top' | 'middle' | 'bottom';
  /** Its box reaches down to the foot of the row. */
  readonly stretch: boolean;
  readonly galley: Galley;
}

export interface TableGalley extends GalleyBase {
  readonly kind: 'table';
  readonly columns: readonly number[];
  readonly head: readonly TableRowGalley[];
  /** The head as it is drawn again on later pages: all artifact. */
  readonly headAgain: () => readonly TableRowGalley[];
  readonly body: readonly TableRowGalley[];
  /** What stands under the rows, as one row of one cell or none; and as it is drawn on pages before the last: all artifact. */
  readonly foot: readonly TableRowGalley[];
  readonly footAgain: () => readonly TableRowGalley[];
  readonly artifact: Role;
}

export interface TableRowGalley {
  readonly height: number;
  readonly minHeight: number;
  readonly cells: readonly (TableCellGalley | null)[];
  readonly top: Stroke | undefined;
  readonly bottom: Stroke | undefined;
  readonly keepNext: boolean;
  readonly origin: OriginId;
}

export interface TableCellGalley {
  readonly galley: Galley;
  readonly pad: readonly [number, number, number, number];
  readonly width: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly ground: Paint | undefined;
}

export type Picture =
  | { readonly kind: 'drawing'; readonly drawing: Drawing }
  | { readonly kind: 'image'; readonly asset: string; readonly width: number; readonly height: number };

export interface PictureGalley extends GalleyBase {
  readonly kind: 'picture';
  readonly picture: Picture;
  readonly role: Role;
  readonly origin: OriginId;
}

export interface ColumnsGalley extends GalleyBase {
  readonly kind: 'columns';
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  /** What is still to be poured, set for the first column. */
  readonly content: StackGalley;
  /** For columns of unequal width all of the content, set for each of them. */
  readonly settings: ColumnSettings | undefined;
  readonly balance: boolean;
  readonly rule: Stroke | undefined;
  readonly artifact: Role;
}

/** The same blocks at each width, and a way to set what is left of a paragraph at another. */
export interface ColumnSettings {
  readonly at: ReadonlyMap<number, StackGalley>;
  readonly resume: (paragraph: Paragraph, width: number, place: number) => TypesetParagraph;
}

/** `x` and `y` from the trim's top left; takes no room in the flow. */
export interface PlacedGalley extends GalleyBase {
  readonly kind: 'placed';
  readonly left: number;
  readonly top: number;
  readonly content: Galley;
}

export interface FloatGalley extends GalleyBase {
  readonly kind: 'float';
  readonly content: Galley;
}

/** Stands on pages of its own behind the page that its place falls on. */
export interface SheetGalley extends GalleyBase {
  readonly kind: 'sheet';
  readonly master: string;
  readonly content: Galley;
}

export interface SpaceGalley extends GalleyBase {
  readonly kind: 'space';
}

export interface BreakGalley extends GalleyBase {
  readonly kind: 'break';
  readonly to: 'page' | 'column' | 'recto';
}

export interface PageGalley extends GalleyBase {
  readonly kind: 'page';
  readonly master: string;
  readonly label: string | undefined;
}

/** The galleys that stand inside one, in reading order; what its anchor has in the margin is not among them. */
export function innerGalleys(galley: Galley): readonly Galley[] {
  switch (galley.kind) {
    case 'stack':
      return childrenOf(galley);
    case 'row':
      return galley.cells.map((cell) => cell.galley);
    case 'table':
      return rowsOf(galley).flatMap(rowGalleys);
    case 'columns':
    case 'placed':
    case 'float':
      return [galley.content];
    default:
      return [];
  }
}

/** All children of a stack. */
export function childrenOf({ children, later }: StackGalley): readonly Galley[] {
  return later === undefined ? children : [...children, ...later.of.slice(later.from)];
}

/** All rows of a table, or of its part on one page. */
export function rowsOf({ head, body, foot }: TableGalley): readonly TableRowGalley[] {
  return [...head, ...body, ...foot];
}

/** What stands in the cells of a table row. */
export function rowGalleys(row: TableRowGalley): readonly Galley[] {
  return row.cells.flatMap((cell) => (cell === null ? [] : [cell.galley]));
}

/** What the parts of a broken galley have in common with the whole. */
export const NO_EXTRAS = { before: 0, after: 0, x: 0, keepNext: false, together: false, anchor: undefined } as const;

/** The anchor of a part that does not begin its block. */
export function laterAnchor(anchor: Anchor | undefined): Anchor | undefined {
  return anchor === undefined ? undefined : { ...anchor, outline: undefined, margins: [] };
}

/** True for what takes no room in the flow. */
export function isWeightless(galley: Galley): boolean {
  return galley.kind === 'placed' || galley.kind === 'sheet' || galley.kind === 'page' || galley.kind === 'break';
}

/** True for what a reader sees in the flow: neither weightless nor mere space. */
export function isSolid(galley: Galley): boolean {
  return !isWeightless(galley) && galley.kind !== 'space' && galley.height > 0;
}

/** Space, height and space of a galley in a stack. */
export function extentOf(galley: Galley): number {
  return galley.before + galley.height + galley.after;
}

/** Lines of text in a galley; of cells side by side those of the longest. */
export function lineCount(galley: Galley): number {
  if (galley.kind === 'lines') return galley.to - galley.from;
  if (galley.kind === 'stack') return childrenOf(galley).reduce((sum, child) => sum + lineCount(child), 0);
  if (galley.kind === 'row') return Math.max(0, ...galley.cells.map((cell) => lineCount(cell.galley)));
  return 0;
}
