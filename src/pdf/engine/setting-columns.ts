import type { Block, ColumnsBlock } from '../../compose/block.ts';
import { pourBalanced } from './cut-columns.ts';
import { anchorOf, artifactOf, type Desk, fixedPlace, type Place, roleOf } from './desk.ts';
import { type Anchor, type Galley, innerGalleys, type StackGalley } from './galley.ts';
import { manners, setChildren } from './setting.ts';
import { stackOf } from './stacking.ts';
import { documentElement, type Role, unite } from './structure.ts';

/**
 * Sets the content of columns at the width of the first, and for columns of unequal width at every other width as well: which
 * block falls into which column is known only when pages are broken.
 */
export function setColumns(block: ColumnsBlock, place: Place, desk: Desk): Galley {
  const parent = roleOf(block, place.parent, undefined);
  const anchor = anchorOf(block, desk, undefined);
  const columns = block.columns.map(({ x, width }) => ({ x, width: Math.min(place.width, width) }));
  const width = columns[0]?.width ?? place.width;
  const { order } = desk;
  const standing = 'element' in parent ? parent.element.children.length : 0;
  const inner = { ...fixedPlace(width, parent), breaks: place.breaks };
  const content = stackOf({ children: setChildren(block.children, inner, desk, anchor), width });
  const at = new Map([[width, content]]);
  for (const other of new Set(columns.map((column) => column.width))) {
    if (at.has(other)) continue;
    const again: Desk = { ...desk, order, waiting: [], unattached: [], again: anchorsIn(content) };
    at.set(other, setAgain(blocksAt(block, other), { width: other, parent, standing }, again, anchor));
  }
  const settings = at.size === 1 ? undefined : { at, resume: desk.memo.lines };
  const { rule, balance = false } = block;
  const base = { width: place.width, x: 0, anchor, ...manners(block) };
  const poured = { columns, content, settings, balance, rule, artifact: artifactOf(parent) };
  const unpoured = { kind: 'columns', ...base, ...poured, height: 0 } as const;
  const row = pourBalanced(unpoured);
  return place.flow === undefined ? row : { ...unpoured, height: row.height };
}

/** The blocks as they were composed for a width, or those of the first column. */
function blocksAt(block: ColumnsBlock, width: number): readonly Block[] {
  return block.others?.find((other) => other.width === width)?.children ?? block.children;
}

interface Again {
  readonly width: number;
  readonly parent: Role;
  /** Elements that the parent held before the first setting. */
  readonly standing: number;
}

/** Sets blocks at another width, under elements that count as those of the first setting. */
function setAgain(blocks: readonly Block[], about: Again, desk: Desk, anchor: Anchor): StackGalley {
  const { width, parent, standing } = about;
  const free = 'element' in parent ? { ...documentElement(), tag: parent.element.tag } : undefined;
  const place: Place = { ...fixedPlace(width, free === undefined ? parent : { element: free }), breaks: true };
  const set = stackOf({ children: setChildren(blocks, place, desk, anchor), width });
  if (free !== undefined && 'element' in parent) {
    free.same = parent.element;
    unite(free.children, parent.element.children.slice(standing));
  }
  return set;
}

function anchorsIn(galley: Galley, found: Map<number, Anchor> = new Map()): Map<number, Anchor> {
  const { anchor } = galley;
  if (anchor !== undefined) found.set(anchor.order, anchor);
  for (const inner of innerGalleys(galley)) anchorsIn(inner, found);
  return found;
}
