import type { Block, BlockTree, MarginBlock, PageMaster, StructureTag } from '../../compose/block.ts';
import { type Diagnostic, diagnose, InternalError } from '../../core/index.ts';
import { pourBalanced } from './cut-columns.ts';
import { type Anchor, type Citation, type Galley, type MarginNote, NO_EXTRAS } from './galley.ts';
import { setTable } from './setting-table.ts';
import { padOf, rowOf, stackOf } from './stacking.ts';
import { isDocument, openElement, type Role } from './structure.ts';
import type { TypesetMemo } from './typeset-memo.ts';

/** What setting needs and gathers while it walks the tree once. */
export interface Desk {
  readonly tree: BlockTree;
  readonly memo: TypesetMemo;
  readonly pageLabel: (block: string) => string | undefined;
  readonly faults: Diagnostic[];
  readonly anchors: Map<string, Anchor>;
  /** Margin notes whose block comes later in the tree. */
  readonly waiting: { readonly beside: string; readonly note: MarginNote; readonly otherwise: Anchor | undefined }[];
  /** Margin notes with no block before them on their page: they go to the next. */
  readonly unattached: MarginNote[];
  /** The last block of the flow, for margin notes that name none. */
  lastAnchor: Anchor | undefined;
  order: number;
}

/** Where a block is to stand. `flow` is present in the main flow only, where the width follows the master. */
export interface Place {
  readonly width: number;
  readonly parent: Role;
  readonly flow: { master: PageMaster } | undefined;
}

export function openDesk(tree: BlockTree, memo: TypesetMemo, pageLabel: Desk['pageLabel']): Desk {
  return {
    tree,
    memo,
    pageLabel,
    faults: [],
    anchors: new Map(),
    waiting: [],
    unattached: [],
    lastAnchor: undefined,
    order: 0,
  };
}

/**
 * Sets a block at the width of its place: all lines are made, all heights known.
 * Emits K001 where content is larger than a place of fixed size, and passes on what typesetting reports.
 */
export function setBlock(block: Block, place: Place, desk: Desk): Galley {
  const width = place.flow === undefined ? place.width : place.flow.master.flow.width;
  const here: Place = { ...place, width };
  const spacing = { before: block.before ?? 0, after: block.after ?? 0 };
  const keep = { keepNext: block.keep?.withNext ?? false, together: block.keep?.together ?? false };
  switch (block.kind) {
    case 'text': {
      const role = roleOf(block, here, { type: 'P' });
      const anchor = anchorOf(block, desk, block.outline);
      const set = desk.memo.lines(block.paragraph, width);
      const lines = set.lines.length;
      const origin = block.paragraph.origin;
      const citations = set.lines.some((line) => line.notes.length > 0)
        ? set.lines.map((line) => line.notes.map((note): Citation => ({ note, by: role, origin })))
        : undefined;
      const size = { width, height: lines * set.leading, x: 0, anchor };
      return { kind: 'lines', ...size, ...spacing, ...keep, set, from: 0, to: lines, citations, role, origin };
    }
    case 'stack': {
      const role = roleOf(block, here, undefined);
      const anchor = anchorOf(block, desk, block.outline);
      const narrowed = block.box !== undefined || block.x !== undefined || block.width !== undefined;
      const [, right, , left] = padOf(block.box);
      const x = block.x ?? 0;
      const outer = block.width ?? width - x;
      const inner: Place = { width: outer - left - right, parent: role, flow: narrowed ? undefined : place.flow };
      const children = setChildren(block.children, inner, desk, anchor);
      const box =
        block.box === undefined
          ? undefined
          : { style: block.box, openTop: false, openBottom: false, artifact: artifactOf(role) };
      const stack = stackOf({ children, width: outer, x, box, anchor, ...spacing, ...keep });
      checkBoxHeight(block, stack.height, children, desk);
      return stack;
    }
    case 'row': {
      const role = roleOf(block, here, undefined);
      const anchor = anchorOf(block, desk, undefined);
      const cells = block.cells.map((cell) => ({
        x: cell.x,
        width: cell.width,
        align: cell.align ?? ('top' as const),
        stretch: cell.stretch ?? false,
        galley: setBlock(cell.block, { width: cell.width, parent: role, flow: undefined }, desk),
      }));
      const level = block.level ?? false;
      return rowOf({ width, x: 0, anchor, level, rule: undefined, ...spacing, ...keep }, cells);
    }
    case 'table':
      return setTable(block, here, desk);
    case 'drawing':
    case 'image': {
      const role = roleOf(block, here, 'artifact');
      const anchor = anchorOf(block, desk, undefined);
      const size = block.kind === 'drawing' ? block.drawing : block;
      const align = block.kind === 'drawing' ? block.align : undefined;
      const x = align === 'end' ? width - size.width : align === 'center' ? (width - size.width) / 2 : 0;
      const picture =
        block.kind === 'drawing'
          ? ({ kind: 'drawing', drawing: block.drawing } as const)
          : ({ kind: 'image', asset: block.asset, width: block.width, height: block.height } as const);
      const { width: own, height } = size;
      return {
        kind: 'picture',
        width: own,
        height,
        x,
        anchor,
        ...spacing,
        ...keep,
        picture,
        role,
        origin: block.origin,
      };
    }
    case 'placed': {
      const role = roleOf(block, here, undefined);
      const anchor = placedAnchor(block, desk);
      const content = setBlock(block.block, { width: block.width, parent: role, flow: undefined }, desk);
      if (block.height !== undefined && content.height > block.height + 0.01) {
        desk.faults.push(
          diagnose('K001', `content is ${pt(content.height)} high in a place of ${pt(block.height)}`, {
            ...whereIs(block),
            hints: ['shorten the text, or give the place more height in the layout'],
          }),
        );
      }
      return { ...NO_EXTRAS, kind: 'placed', width: 0, height: 0, anchor, left: block.x, top: block.y, content };
    }
    case 'columns': {
      const role = roleOf(block, here, undefined);
      const anchor = anchorOf(block, desk, undefined);
      const column = Math.min(width, ...block.columns.map((each) => each.width));
      const children = setChildren(block.children, { width: column, parent: role, flow: undefined }, desk, anchor);
      const content = stackOf({ children, width: column });
      const artifact = artifactOf(role);
      const { columns, rule, balance = false } = block;
      const base = { width, x: 0, anchor, ...spacing, ...keep };
      const unpoured = { kind: 'columns', ...base, columns, content, balance, rule, artifact } as const;
      const poured = pourBalanced({ ...unpoured, height: 0 });
      return place.flow === undefined ? poured : { ...unpoured, height: poured.height };
    }
    case 'float': {
      const role = roleOf(block, here, undefined);
      const content = setBlock(block.block, { ...here, parent: role }, desk);
      const { height, before, after } = content;
      const outer = { before: Math.max(before, spacing.before), after: Math.max(after, spacing.after) };
      // Only the main flow has a next page to wait for; in a cell, box or column a float is a block like any other.
      if (place.flow === undefined) return { ...content, ...outer };
      return { ...NO_EXTRAS, ...outer, kind: 'float', width, height, content: { ...content, before: 0, after: 0 } };
    }
    case 'space':
      return { ...NO_EXTRAS, kind: 'space', width, height: block.height };
    case 'break':
      return { ...NO_EXTRAS, kind: 'break', width: 0, height: 0, to: block.to };
    case 'page': {
      const master = desk.tree.masters.get(block.master);
      if (master === undefined) throw new InternalError(`no page master '${block.master}'`);
      if (place.flow === undefined) throw new InternalError(`page change to '${block.master}' outside the main flow`);
      place.flow.master = master;
      const anchor = placedAnchor(block, desk);
      return { ...NO_EXTRAS, kind: 'page', width: 0, height: 0, anchor, master: master.id, label: block.label };
    }
    case 'margin':
      throw new InternalError('a margin note stands in a stack, beside another block');
  }
}

/** Sets the children of a stack; margin notes among them go to their anchors. */
export function setChildren(
  blocks: readonly Block[],
  place: Place,
  desk: Desk,
  parent: Anchor | undefined,
): readonly Galley[] {
  const galleys: Galley[] = [];
  let previous = parent ?? desk.lastAnchor;
  for (const block of blocks) {
    if (block.kind === 'margin') {
      attachMargin(block, place, desk, previous);
      continue;
    }
    const galley = setBlock(block, place, desk);
    galleys.push(galley);
    if (galley.kind === 'page' || galley.kind === 'break') previous = undefined;
    else if (galley.kind !== 'placed' && galley.anchor !== undefined) previous = galley.anchor;
  }
  desk.lastAnchor = previous;
  return galleys;
}

function attachMargin(block: MarginBlock, place: Place, desk: Desk, previous: Anchor | undefined): void {
  const role = roleOf(block, place, undefined);
  const own = { ...openDesk(desk.tree, desk.memo, desk.pageLabel), faults: desk.faults, anchors: desk.anchors };
  const galley = setBlock(block.block, { width: block.width, parent: role, flow: undefined }, own);
  const note: MarginNote = { x: block.x, galley: { ...galley, before: 0, after: 0 }, origin: block.origin };
  const named = block.beside === undefined ? undefined : desk.anchors.get(block.beside);
  if (block.beside !== undefined && named === undefined) {
    desk.waiting.push({ beside: block.beside, note, otherwise: previous });
    return;
  }
  attach(note, named ?? previous, desk);
}

function attach(note: MarginNote, anchor: Anchor | undefined, desk: Desk): void {
  if (anchor === undefined) desk.unattached.push(note);
  else anchor.margins.push(note);
}

/**
 * Attaches the margin notes whose block came later in the tree.
 * Emits K001 for notes with no block to stand beside.
 */
export function attachWaiting(desk: Desk): void {
  for (const { beside, note, otherwise } of desk.waiting) attach(note, desk.anchors.get(beside) ?? otherwise, desk);
  for (const note of desk.unattached) {
    desk.faults.push(
      diagnose('K001', 'a margin note has no block to stand beside', {
        origin: note.origin,
        hints: ['put the note after the block that it belongs to'],
      }),
    );
  }
}

/** Opens the anchor of a block, and takes in the margin notes that waited for one. */
export function anchorOf(block: Block, desk: Desk, outline: Anchor['outline']): Anchor {
  desk.order += 1;
  const margins = desk.unattached.splice(0);
  const anchor: Anchor = { block: block.id, origin: block.origin, order: desk.order, outline, margins };
  if (block.id !== undefined && !desk.anchors.has(block.id)) desk.anchors.set(block.id, anchor);
  return anchor;
}

/** The anchor of what stands outside the flow: no margin note can stand beside it. */
function placedAnchor(block: Block, desk: Desk): Anchor {
  desk.order += 1;
  const anchor: Anchor = { block: block.id, origin: block.origin, order: desk.order, outline: undefined, margins: [] };
  if (block.id !== undefined && !desk.anchors.has(block.id)) desk.anchors.set(block.id, anchor);
  return anchor;
}

/** The role of a block's own content: its own element, or that of its parent. `loose` holds directly under the document. */
function roleOf(block: Block, place: Place, loose: StructureTag | 'artifact' | undefined): Role {
  const { parent } = place;
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

function checkBoxHeight(
  block: Block & { kind: 'stack' },
  height: number,
  children: readonly Galley[],
  desk: Desk,
): void {
  if (block.box?.height === undefined) return;
  const [top, , bottom] = padOf(block.box);
  const content = top + bottom + children.reduce((sum, child) => sum + child.before + child.height + child.after, 0);
  if (content <= height + 0.01) return;
  desk.faults.push(
    diagnose('K001', `content is ${pt(content)} high in a box of ${pt(height)}`, {
      ...whereIs(block),
      hints: ['shorten the text, or give the box more height in the theme'],
    }),
  );
}

/** Block and origin of a diagnostic. */
export function whereIs(block: { readonly id?: string; readonly origin: string }): { origin: string; block?: string } {
  return block.id === undefined ? { origin: block.origin } : { origin: block.origin, block: block.id };
}

/** A length as messages print it. */
export function pt(length: number): string {
  return `${length.toFixed(1)} pt`;
}
