import type { MarkupElement } from '../bind/index.ts';
import type { ThemeValue } from '../theme/index.ts';
import type { Block, RowCell } from './block.ts';
import { boxed, innerScope, stackOf } from './box.ts';
import { flowBlocks, roleTag } from './flow.ts';
import { enter, isHidden, lengthIn, report, round, type Scope, type Session } from './scope.ts';
import { withSpace } from './spacing.ts';
import { numberOf, type Style, strokeOf, wordOf } from './style.ts';

/** A stretch of a row: x from the row's left edge, pt. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
}

interface CellInput {
  readonly element: MarkupElement;
  readonly style: Style;
}

/**
 * Boxes side by side. Their places come from the cells' own `x` and `width`, from the row's `cells:`, or from equal shares
 * with `gap` between; with `columns: n` further cells go to further rows.
 */
export function rowBlock(session: Session, element: MarkupElement, outer: Scope): Block | undefined {
  const { style, scope } = enter(session, element, outer);
  if (isHidden(style)) return undefined;
  const inner = innerScope(session, style, scope);
  const cells = cellsOf(session, element, inner);
  if (cells.length === 0 && element.attributes['id'] === undefined) return undefined;
  const columns = numberOf(style, 'columns') ?? cells.length;
  const tag = roleTag(session, element, style, scope);
  const about = { style, scope, origin: element.origin, id: element.attributes['id'] };
  const rows: Block[] = [];
  for (let start = 0; start < cells.length; start += columns) {
    const line = cells.slice(start, start + columns);
    const stretches = stretchesOf(session, style, line, inner, columns);
    const row = lineBlock(session, { element, style, scope: inner }, line, stretches);
    rows.push(start === 0 ? row : withSpace(row, numberOf(style, 'row-gap') ?? row.before ?? 0, row.after ?? 0));
  }
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) {
    return boxed(session, tag === undefined ? only : { ...only, tag }, about);
  }
  return stackOf(session, rows, { ...about, tag });
}

function cellsOf(session: Session, element: MarkupElement, scope: Scope): readonly CellInput[] {
  return element.children.flatMap((child): readonly CellInput[] => {
    if (child.kind === 'text') return [];
    if (child.tag !== 'cell') {
      report(session, 'B006', child.origin, `<${child.tag}> stands in <row>, which holds <cell>s only`);
      return [];
    }
    const { style } = enter(session, child, scope);
    return isHidden(style) ? [] : [{ element: child, style }];
  });
}

/** Where the cells of one line stand. */
function stretchesOf(
  session: Session,
  style: Style,
  cells: readonly CellInput[],
  scope: Scope,
  columns: number,
): readonly Stretch[] {
  const given = placesOf(session, style.get('cells'), scope);
  const gap = numberOf(style, 'gap') ?? session.grid.gutter;
  const share = round((scope.width - gap * (columns - 1)) / columns);
  let next = 0;
  return cells.map((cell, index) => {
    const listed = given[index];
    const x = lengthIn(session, cell.style.get('x'), scope) ?? listed?.x;
    const width = lengthIn(session, cell.style.get('width'), scope) ?? listed?.width;
    const placed = { x: x ?? (width === undefined ? round(index * (share + gap)) : next), width: width ?? share };
    const end = x !== undefined && width === undefined ? round(scope.width - x) : placed.width;
    next = round(placed.x + end + gap);
    return { x: placed.x, width: end };
  });
}

/** A list of [x, width] as a style states it, relative to the scope. */
export function placesOf(session: Session, written: ThemeValue | undefined, scope: Scope): readonly Stretch[] {
  if (!Array.isArray(written)) return [];
  return written.map((place: ThemeValue) => {
    const [x, width] = Array.isArray(place) ? place : [0, 0];
    return { x: lengthIn(session, x, scope) ?? 0, width: lengthIn(session, width, scope) ?? 0 };
  });
}

function lineBlock(
  session: Session,
  row: { readonly element: MarkupElement; readonly style: Style; readonly scope: Scope },
  cells: readonly CellInput[],
  stretches: readonly Stretch[],
): Block {
  const built = cells.map((cell, index): RowCell => {
    const stretch = stretches[index] ?? { x: 0, width: row.scope.width };
    const align = wordOf(cell.style, 'valign') as RowCell['align'] | undefined;
    return {
      x: stretch.x,
      width: stretch.width,
      block: cellBlock(session, cell, { ...row.scope, x: round(row.scope.x + stretch.x), width: stretch.width }),
      ...(align === undefined ? {} : { align }),
      ...(cell.style.get('stretch') === true ? { stretch: true } : {}),
    };
  });
  const line: Block = {
    kind: 'row',
    origin: row.element.origin,
    cells: built.map((cell) => ({ ...cell, block: withSpace(cell.block, 0, 0) })),
    ...(row.style.get('level') === true ? { level: true } : {}),
  };
  // Space at the ends of open cells goes through the row, as it goes through an open box.
  const before = Math.max(...built.map((cell) => cell.block.before ?? 0));
  const after = Math.max(...built.map((cell) => cell.block.after ?? 0));
  return withSpace(withDividers(session, line, row, stretches), before, after);
}

/** A cell as a box; its x and width have been used for its place. */
function cellBlock(session: Session, cell: CellInput, place: Scope): Block {
  const { scope } = enter(session, cell.element, place);
  const style = new Map([...cell.style].filter(([property]) => property !== 'x' && property !== 'width'));
  const blocks = flowBlocks(session, cell.element.children, innerScope(session, style, scope));
  return stackOf(session, blocks, {
    style,
    scope,
    origin: cell.element.origin,
    id: cell.element.attributes['id'],
    tag: roleTag(session, cell.element, style, scope),
  });
}

/** Rules between cells: each is the right edge of a box as high as the row, that ends midway between two cells. */
function withDividers(
  session: Session,
  line: Block,
  row: { readonly style: Style; readonly scope: Scope; readonly element: MarkupElement },
  stretches: readonly Stretch[],
): Block {
  const stroke = strokeOf(row.style, 'divider', session.theme, row.scope.accent);
  if (stroke === undefined) return line;
  return stretches.slice(1).reduce<Block>((inner, stretch, index) => {
    const before = stretches[index];
    const end = before === undefined ? 0 : before.x + before.width;
    return {
      kind: 'stack',
      origin: row.element.origin,
      width: round((end + stretch.x) / 2),
      box: { right: stroke },
      children: [inner],
    };
  }, line);
}
