import type { Block, BlockTree, PageMaster, StructureTag } from '../../compose/block.ts';
import type { Diagnostic } from '../../core/index.ts';
import type { Anchor, MarginNote } from './galley.ts';
import { isDocument, openElement, type Role } from './structure.ts';
import type { TypesetMemo } from './typeset-memo.ts';

/** What setting needs and gathers while it walks the tree once. */
export interface Desk {
  readonly tree: BlockTree;
  readonly memo: TypesetMemo;
  readonly faults: Diagnostic[];
  readonly anchors: Map<string, Anchor>;
  /** Margin notes whose block comes later in the tree. */
  readonly waiting: { readonly beside: string; readonly note: MarginNote; readonly otherwise: Anchor | undefined }[];
  /** Margin notes with no block before them on their page: they go to the next. */
  readonly unattached: MarginNote[];
  /** The last block of the flow, for margin notes that name none. */
  lastAnchor: Anchor | undefined;
  order: number;
  /** What is set again at another width has the anchors of its first setting, by their order. */
  readonly again?: ReadonlyMap<number, Anchor>;
}

/** Where a block is to stand. */
export interface Place {
  /** pt */
  readonly width: number;
  readonly parent: Role;
  /** Present in the main flow only, where the width follows the master. */
  readonly flow: { master: PageMaster } | undefined;
  /** A forced break takes effect here. */
  readonly breaks: boolean;
}

export function openDesk(tree: BlockTree, memo: TypesetMemo): Desk {
  const lists = { faults: [], waiting: [], unattached: [] };
  return { tree, memo, ...lists, anchors: new Map(), lastAnchor: undefined, order: 0 };
}

/** A place of fixed width outside the flow: a cell, a note, furniture. */
export function fixedPlace(width: number, parent: Role): Place {
  return { width, parent, flow: undefined, breaks: false };
}

/** Opens the anchor of a block, and takes in the margin notes that waited for one. */
export function anchorOf(block: Block, desk: Desk, outline: Anchor['outline']): Anchor {
  return openAnchor(block, desk, outline, desk.unattached.splice(0));
}

/** The anchor of what stands outside the flow: no margin note can stand beside it. */
export function placedAnchor(block: Block, desk: Desk): Anchor {
  return openAnchor(block, desk, undefined, []);
}

function openAnchor(block: Block, desk: Desk, outline: Anchor['outline'], margins: MarginNote[]): Anchor {
  desk.order += 1;
  const again = desk.again?.get(desk.order);
  if (again !== undefined) return again;
  const anchor: Anchor = { block: block.id, origin: block.origin, order: desk.order, outline, margins };
  if (block.id !== undefined && !desk.anchors.has(block.id)) desk.anchors.set(block.id, anchor);
  return anchor;
}

/** The role of a block's own content: its own element, or that of its parent. `loose` holds directly under the document. */
export function roleOf(block: Block, parent: Role, loose: StructureTag | 'artifact' | undefined): Role {
  if ('artifact' in parent) return parent;
  const tag = block.tag ?? (isDocument(parent) ? loose : undefined);
  if (tag === undefined) return parent;
  if (tag === 'artifact') return { artifact: 'Layout' };
  return { element: openElement(parent.element, tag, block.origin, block.id) };
}

/** Strokes and grounds of a block are never read out; in furniture they are furniture. */
export function artifactOf(role: Role): Role {
  return 'artifact' in role ? role : { artifact: 'Layout' };
}

/** Block and origin of a diagnostic. */
export function whereIs(block: { readonly id?: string; readonly origin: string }): { origin: string; block?: string } {
  return block.id === undefined ? { origin: block.origin } : { origin: block.origin, block: block.id };
}

/** A length as messages print it. */
export function pt(length: number): string {
  return `${length.toFixed(1)} pt`;
}
