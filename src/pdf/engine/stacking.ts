import type { BoxStyle } from '../../compose/block.ts';
import {
  type Anchor,
  type CellGalley,
  childrenOf,
  extentOf,
  type Galley,
  type GalleyBox,
  isWeightless,
  type Later,
  NO_EXTRAS,
  type RowGalley,
  type StackGalley,
} from './galley.ts';
import { levelled } from './levelling.ts';

export interface StackParts {
  readonly children: readonly Galley[];
  readonly later?: Later | undefined;
  readonly width: number;
  readonly box?: GalleyBox | undefined;
  readonly anchor?: Anchor | undefined;
  readonly before?: number;
  readonly after?: number;
  readonly x?: number;
  readonly keepNext?: boolean;
  readonly together?: boolean;
}

/** The padding of a box, nothing without one: [top, right, bottom, left] in pt. */
export function padOf(style: BoxStyle | undefined): readonly [number, number, number, number] {
  return style?.pad ?? [0, 0, 0, 0];
}

/**
 * Puts galleys one under the other. A stack without a box is transparent: the space before its first child and after its
 * last becomes its own, so that it can be dropped at a page head; it keeps with what follows when its last child does.
 */
export function stackOf(parts: StackParts): StackGalley {
  const { children, later, box } = parts;
  const first = children.findIndex((child) => !isWeightless(child));
  const head = children[first];
  // What was broken has given the space after its last child away before.
  const last = later === undefined ? children.findLastIndex((child) => !isWeightless(child)) : -1;
  const tail = children[last];
  const hoistBefore = box === undefined ? spaceOf(head, 'before') : 0;
  const hoistAfter = box === undefined ? spaceOf(tail, 'after') : 0;
  const rest = later?.extents[later.from] ?? 0;
  const content = children.reduce((sum, child) => sum + extentOf(child), rest) - hoistBefore - hoistAfter;
  return {
    ...NO_EXTRAS,
    kind: 'stack',
    width: parts.width,
    height: box === undefined ? content : boxHeight(box.style, content),
    before: (parts.before ?? 0) + hoistBefore,
    after: (parts.after ?? 0) + hoistAfter,
    x: parts.x ?? 0,
    keepNext: (parts.keepNext ?? false) || (tail?.keepNext ?? false),
    together: parts.together ?? false,
    anchor: parts.anchor,
    children:
      hoistBefore === 0 && hoistAfter === 0
        ? children
        : children.map((child, i) => trimmed(child, i === first, i === last)),
    later,
    box,
  };
}

/** A float keeps its space to itself, since it may leave its place. */
function spaceOf(galley: Galley | undefined, side: 'before' | 'after'): number {
  return galley === undefined || galley.kind === 'float' ? 0 : galley[side];
}

function trimmed(child: Galley, isFirst: boolean, isLast: boolean): Galley {
  if ((!isFirst && !isLast) || child.kind === 'float') return child;
  return { ...child, before: isFirst ? 0 : child.before, after: isLast ? 0 : child.after };
}

function boxHeight(style: BoxStyle, content: number): number {
  const [top, , bottom] = padOf(style);
  return style.height ?? Math.max(style.minHeight ?? 0, top + content + bottom);
}

/**
 * Puts cells side by side; each stands by its `align`, or all on the lowest first baseline when the row is level, and then
 * block by block as far as they correspond.
 */
export function rowOf(
  row: Omit<RowGalley, 'kind' | 'height' | 'cells'>,
  given: readonly Omit<CellGalley, 'top'>[],
): RowGalley {
  const cells = row.level ? levelCells(given) : given;
  const baselines = cells.map((cell) => (row.level ? firstBaseline(cell.galley) : undefined));
  const lowest = Math.max(0, ...baselines.map((baseline) => baseline ?? 0));
  const shifts = baselines.map((baseline) => (baseline === undefined ? 0 : lowest - baseline));
  const height = Math.max(0, ...cells.map((cell, i) => (shifts[i] ?? 0) + extentOf(cell.galley)));
  const placed = cells.map((cell, i) => {
    const slack = height - extentOf(cell.galley);
    const aligned = cell.align === 'middle' ? slack / 2 : cell.align === 'bottom' ? slack : 0;
    if (row.level || cell.stretch) {
      const top = shifts[i] ?? 0;
      return { ...cell, top, galley: cell.stretch ? stretched(cell.galley, height - top) : cell.galley };
    }
    return { ...cell, top: aligned };
  });
  return { ...row, kind: 'row', height, cells: placed };
}

function levelCells(cells: readonly Omit<CellGalley, 'top'>[]): readonly Omit<CellGalley, 'top'>[] {
  const sides = levelled(cells.map((cell) => cell.galley));
  return cells.map((cell, i) => ({ ...cell, galley: sides[i] ?? cell.galley }));
}

function stretched(galley: Galley, room: number): Galley {
  if (galley.kind !== 'stack' || galley.box === undefined) return galley;
  return { ...galley, height: Math.max(galley.height, room - galley.before - galley.after) };
}

/** From the head of a galley, its `before` included, to its first baseline; undefined when it holds no text. */
export function firstBaseline(galley: Galley): number | undefined {
  switch (galley.kind) {
    case 'lines':
      return galley.to > galley.from ? galley.before + galley.set.baseline : undefined;
    case 'stack': {
      let y = galley.before + (galley.box?.openTop === false ? padOf(galley.box.style)[0] : 0);
      for (const child of childrenOf(galley)) {
        const baseline = isWeightless(child) ? undefined : firstBaseline(child);
        if (baseline !== undefined) return y + baseline;
        y += extentOf(child);
      }
      return undefined;
    }
    case 'row': {
      const baselines = galley.cells.map((cell) => {
        const baseline = firstBaseline(cell.galley);
        return baseline === undefined ? undefined : galley.before + cell.top + baseline;
      });
      return baselines.find((baseline) => baseline !== undefined);
    }
    default:
      return undefined;
  }
}
