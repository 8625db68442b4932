import type { Block, PageMaster, PlacedBlock, RowBlock, StackBlock, TextBlock } from '../../compose/block.ts';
import { diagnose, InternalError } from '../../core/index.ts';
import { citationsIn } from './citations.ts';
import { anchorOf, artifactOf, type Desk, fixedPlace, type Place, placedAnchor, pt, roleOf, whereIs } from './desk.ts';
import { type Anchor, extentOf, type Galley, NO_EXTRAS } from './galley.ts';
import { setMargin } from './margin-notes.ts';
import { setColumns } from './setting-columns.ts';
import { setTable } from './setting-table.ts';
import { padOf, rowOf, stackOf } from './stacking.ts';

/** Strokes at the edge of a picture may reach over its place by this, pt. */
const PICTURE_SLACK = 0.5;

type BlockOf<K extends Block['kind']> = Block & { readonly kind: K };

/**
 * Sets a block at the width of its place: all lines are made, all heights known.
 * Emits K001 where content is higher than a place of fixed size or a picture wider than its place, K003 for a break that cannot take effect.
 */
export function setBlock(block: Block, place: Place, desk: Desk): Galley {
  const here = place.flow === undefined ? place : { ...place, width: place.flow.master.flow.width };
  switch (block.kind) {
    case 'text':
      return setText(block, here, desk);
    case 'stack':
      return setStack(block, here, desk);
    case 'row':
      return setRow(block, here, desk);
    case 'table':
      return setTable(block, here, desk);
    case 'drawing':
    case 'image':
      return setPicture(block, here, desk);
    case 'placed':
      return setPlaced(block, here, desk);
    case 'columns':
      return setColumns(block, here, desk);
    case 'float':
      return setFloat(block, here, desk);
    case 'sheet':
      return setSheet(block, here, desk);
    case 'space':
      return { ...NO_EXTRAS, kind: 'space', width: here.width, height: block.height };
    case 'break':
      if (!here.breaks) return withoutEffect(block, desk);
      return { ...NO_EXTRAS, kind: 'break', width: 0, height: 0, to: block.to };
    case 'page':
      return setPage(block, here, desk);
    case 'margin':
      throw new InternalError('a margin note stands in a stack, beside another block');
  }
}

/** Sets the children of a stack; margin notes among them go to the block that they stand beside. */
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
      setMargin(block, place, desk, previous);
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

/** Space and keeps that every block has. */
export function manners(block: Block): Pick<Galley, 'before' | 'after' | 'keepNext' | 'together'> {
  const { before = 0, after = 0, keep } = block;
  return { before, after, keepNext: keep?.withNext ?? false, together: keep?.together ?? false };
}

function setText(block: TextBlock, place: Place, desk: Desk): Galley {
  const { width } = place;
  const role = roleOf(block, place.parent, { type: 'P' });
  const anchor = anchorOf(block, desk, block.outline);
  const set = desk.memo.lines(block.paragraph, width);
  const { origin } = block.paragraph;
  // What typesetting says of lines is told when they are placed; of none at all nothing would be.
  if (set.lines.length === 0) desk.faults.push(...set.diagnostics.map((fault) => ({ origin, ...fault })));
  const citations = citationsIn(set, role, origin);
  const to = set.lines.length;
  const size = { width, height: to * set.leading, x: 0, anchor };
  return {
    kind: 'lines',
    ...size,
    ...manners(block),
    paragraph: block.paragraph,
    set,
    from: 0,
    to,
    place: undefined,
    linesBefore: 0,
    citations,
    role,
    origin,
  };
}

function setStack(block: StackBlock, place: Place, desk: Desk): Galley {
  const role = roleOf(block, place.parent, undefined);
  const anchor = anchorOf(block, desk, block.outline);
  const { box: style, x = 0 } = block;
  const narrowed = style !== undefined || block.x !== undefined || block.width !== undefined;
  const [, right, , left] = padOf(style);
  const width = block.width ?? place.width - x;
  const inner: Place = {
    width: width - left - right,
    parent: role,
    flow: narrowed ? undefined : place.flow,
    breaks: place.breaks && block.keep?.together !== true && style?.height === undefined,
  };
  const children = setChildren(block.children, inner, desk, anchor);
  const box =
    style === undefined ? undefined : { style, openTop: false, openBottom: false, artifact: artifactOf(role) };
  if (style?.height !== undefined) checkBoxHeight(block, style.height, children, desk);
  return stackOf({ children, width, x, box, anchor, ...manners(block) });
}

function checkBoxHeight(block: StackBlock, height: number, children: readonly Galley[], desk: Desk): void {
  const [top, , bottom] = padOf(block.box);
  const content = top + bottom + children.reduce((sum, child) => sum + extentOf(child), 0);
  if (content <= height + 0.01) return;
  desk.faults.push(
    diagnose('K001', `content is ${pt(content)} high in a box of ${pt(height)}`, {
      ...whereIs(block),
      expected: `at most ${pt(height)}`,
      found: pt(content),
      hints: ['shorten the text, or give the box more height in the theme'],
    }),
  );
}

function setRow(block: RowBlock, place: Place, desk: Desk): Galley {
  const role = roleOf(block, place.parent, undefined);
  const anchor = anchorOf(block, desk, undefined);
  const cells = block.cells.map(({ x, width, align = 'top', stretch = false, block: content }) => {
    return { x, width, align, stretch, galley: setBlock(content, fixedPlace(width, role), desk) };
  });
  const { level = false } = block;
  const kept = manners(block);
  // Headings side by side keep with what follows as one alone does.
  const keepNext = kept.keepNext || cells.some((cell) => cell.galley.keepNext);
  return rowOf({ width: place.width, x: 0, anchor, level, rule: undefined, ...kept, keepNext }, cells);
}

function setPicture(block: BlockOf<'drawing' | 'image'>, place: Place, desk: Desk): Galley {
  const role = roleOf(block, place.parent, 'artifact');
  const anchor = anchorOf(block, desk, undefined);
  const { width, height } = block.kind === 'drawing' ? block.drawing : block;
  const align = block.kind === 'drawing' ? block.align : undefined;
  const slack = place.width - width;
  if (slack < -PICTURE_SLACK && 'element' in role) {
    desk.faults.push(
      diagnose('K001', `a picture ${pt(width)} wide stands in a place of ${pt(place.width)}`, {
        ...whereIs(block),
        expected: `at most ${pt(place.width)}`,
        found: pt(width),
        hints: ['make the picture narrower, or give it a wider place in the layout'],
      }),
    );
  }
  const x = align === 'end' ? slack : align === 'center' ? slack / 2 : 0;
  const picture =
    block.kind === 'drawing'
      ? ({ kind: 'drawing', drawing: block.drawing } as const)
      : ({ kind: 'image', asset: block.asset, width, height } as const);
  return { kind: 'picture', width, height, x, anchor, ...manners(block), picture, role, origin: block.origin };
}

function setPlaced(block: PlacedBlock, place: Place, desk: Desk): Galley {
  const role = roleOf(block, place.parent, undefined);
  const anchor = placedAnchor(block, desk);
  const content = setBlock(block.block, fixedPlace(block.width, role), desk);
  if (block.height !== undefined && content.height > block.height + 0.01) {
    desk.faults.push(
      diagnose('K001', `content is ${pt(content.height)} high in a place of ${pt(block.height)}`, {
        ...whereIs(block),
        expected: `at most ${pt(block.height)}`,
        found: pt(content.height),
        hints: ['shorten the text, or give the place more height in the layout'],
      }),
    );
  }
  return { ...NO_EXTRAS, kind: 'placed', width: 0, height: 0, anchor, left: block.x, top: block.y, content };
}

/** Only the main flow has a next page to wait for; in a cell, box or column a float is a block like any other. */
function setFloat(block: BlockOf<'float'>, place: Place, desk: Desk): Galley {
  const role = roleOf(block, place.parent, undefined);
  const content = setBlock(block.block, { ...place, parent: role, breaks: false }, desk);
  const before = Math.max(content.before, block.before ?? 0);
  const after = Math.max(content.after, block.after ?? 0);
  if (place.flow === undefined) return { ...content, before, after };
  const { height } = content;
  const inner = { ...content, before: 0, after: 0 };
  return { ...NO_EXTRAS, before, after, kind: 'float', width: place.width, height, content: inner };
}

/** Where nothing can break there is no page behind: what the sheet holds stands in its place. */
function setSheet(block: BlockOf<'sheet'>, place: Place, desk: Desk): Galley {
  if (place.flow === undefined || !place.breaks) return setBlock(block.block, place, desk);
  const role = roleOf(block, place.parent, undefined);
  const master = masterOf(block.master, desk);
  const content = setBlock(block.block, { width: 0, parent: role, flow: { master }, breaks: false }, desk);
  return { ...NO_EXTRAS, kind: 'sheet', width: 0, height: 0, master: master.id, content };
}

function masterOf(name: string, desk: Desk): PageMaster {
  const master = desk.tree.masters.get(name);
  if (master === undefined) throw new InternalError(`no page master '${name}'`);
  return master;
}

function setPage(block: BlockOf<'page'>, place: Place, desk: Desk): Galley {
  if (place.flow === undefined || !place.breaks) return withoutEffect(block, desk);
  const master = masterOf(block.master, desk);
  place.flow.master = master;
  const anchor = placedAnchor(block, desk);
  return { ...NO_EXTRAS, kind: 'page', width: 0, height: 0, anchor, master: master.id, label: block.label };
}

function withoutEffect(block: Block, desk: Desk): Galley {
  desk.faults.push(
    diagnose('K003', 'a page break stands inside a block that cannot break, and has no effect', {
      ...whereIs(block),
      expected: 'a break between the blocks of a section',
      found: 'one inside a cell, a column, or a box that stays whole',
      hints: ['move the break out of the cell or box'],
    }),
  );
  return { ...NO_EXTRAS, kind: 'space', width: 0, height: 0 };
}
