import type { MarkupElement } from '../bind/index.ts';
import type { Block, StructureTag, TableBlock, TableCell, TableRow } from './block.ts';
import { boxed, innerScope, stackOf } from './box.ts';
import { alignDecimals } from './decimal.ts';
import { flowBlocks } from './flow.ts';
import { textOf } from './inline.ts';
import { enter, isHidden, lengthIn, round, type Scope, type Session } from './scope.ts';
import { trimEnds, withSpace } from './spacing.ts';
import { edgesOf, numberOf, paintOf, type Style, strokeOf, wordOf } from './style.ts';
import { withHeaders } from './table-headers.ts';
import { textBlock, withLang } from './text-block.ts';
import { isInline } from './vocabulary.ts';

type Edges = readonly [number, number, number, number];

/** A column as its `<col>` states it: its width, pt, or what is left; the sides' padding of its cells; its ground. */
interface Column {
  readonly width: number | 'auto';
  readonly pad: Edges | undefined;
  readonly ground: string | undefined;
}

/**
 * A table. Widths come from the `<col>`s; a cell's padding from its own style, else its sides from the column and its top
 * and bottom from the row. A `<tbody>` is a group: its head stays with the first row, and no row of it stands alone.
 */
export function tableBlock(session: Session, element: MarkupElement, outer: Scope): Block | undefined {
  const { style, scope } = enter(session, element, outer);
  if (isHidden(style)) return undefined;
  const inner = innerScope(session, style, scope);
  const columns = columnsOf(session, element, inner);
  const widths = shareWidths(columns, inner.width);
  const decimals = new Map<number, Set<Block>>();
  const table: TableScope = { session, columns, widths, scope: inner, decimals };
  const parts = elements(element);
  const head = parts.filter((part) => part.tag === 'thead').flatMap((part) => rowsOf(table, part));
  const groups = parts.filter((part) => part.tag === 'tbody').map((part) => keepGroup(rowsOf(table, part)));
  const captionElement = parts.find((part) => part.tag === 'caption');
  const caption = captionElement === undefined ? undefined : captionBlock(session, captionElement, scope);
  session.counts.tables += 1;
  const rows = withHeaders({ head, body: groups.flat() }, widths.length, `t${session.counts.tables}`);
  const title = element.attributes['title'];
  const tag: StructureTag = { type: 'Table', ...(title === undefined || title === '' ? {} : { title }) };
  const block: TableBlock = {
    kind: 'table',
    origin: element.origin,
    tag: scope.artifact ? 'artifact' : withLang(session, tag, scope),
    columns: widths,
    head: rows.head,
    body: aligned(table, rows.body),
    ...(caption === undefined ? {} : { caption: withSpace(caption, 0, caption.after ?? 0) }),
    ...footOf(session, parts, inner),
    ...(caption?.before === undefined ? {} : { before: caption.before }),
  };
  return boxed(session, block, { style, scope, origin: element.origin, id: element.attributes['id'] });
}

/** What stands in the one cell of a `<tfoot>`; it is no row of the table, but what is said under it. */
function footOf(
  session: Session,
  parts: readonly MarkupElement[],
  outer: Scope,
): Pick<TableBlock, 'foot'> | Record<string, never> {
  const foot = parts.find((part) => part.tag === 'tfoot');
  const row = foot && elements(foot).find((part) => part.tag === 'tr');
  const element = row && elements(row).find((part) => part.tag === 'td');
  if (element === undefined) return {};
  const { style, scope } = enter(session, element, { ...outer, flow: false });
  const blocks = flowBlocks(session, element.children, innerScope(session, style, scope));
  if (isHidden(style) || blocks.length === 0) return {};
  return { foot: stackOf(session, blocks, { style, scope, origin: element.origin }) };
}

/** A title of one line, or a box of blocks. */
function captionBlock(session: Session, element: MarkupElement, scope: Scope): Block | undefined {
  if (!elements(element).some((child) => !isInline(child.tag))) return textBlock(session, element, scope);
  const { style, scope: inside } = enter(session, element, scope);
  const blocks = flowBlocks(session, element.children, innerScope(session, style, inside));
  if (blocks.length === 0) return undefined;
  const tag = scope.artifact ? undefined : withLang(session, { type: 'Caption' } as const, inside);
  return stackOf(session, blocks, { style, scope: inside, origin: element.origin, tag });
}

interface TableScope {
  readonly session: Session;
  readonly columns: readonly Column[];
  readonly widths: readonly (number | 'auto')[];
  readonly scope: Scope;
  /** Cells that stand decimal under decimal, gathered by column. */
  readonly decimals: Map<number, Set<Block>>;
}

function aligned({ session, decimals, widths }: TableScope, rows: readonly TableRow[]): readonly TableRow[] {
  const { measureText } = session.input;
  return measureText === undefined || decimals.size === 0 ? rows : alignDecimals(rows, decimals, measureText, widths);
}

function elements(element: MarkupElement): readonly MarkupElement[] {
  return element.children.filter((child): child is MarkupElement => child.kind === 'element');
}

function columnsOf(session: Session, table: MarkupElement, scope: Scope): readonly Column[] {
  const group = elements(table).find((part) => part.tag === 'colgroup');
  if (group === undefined) {
    return Array.from({ length: columnCount(table) }, () => ({ width: 'auto', pad: undefined, ground: undefined }));
  }
  return elements(group).map((col) => {
    const { style, scope: own } = enter(session, col, scope);
    return {
      width: lengthIn(session, style.get('width'), scope) ?? 'auto',
      pad: edgesOf(style, 'pad'),
      ground: paintOf(style, 'ground', session.theme, own.accent),
    };
  });
}

/** Cells of the widest row, spans counted. */
function columnCount(table: MarkupElement): number {
  const rows = elements(table).flatMap((part) => (part.tag === 'tr' ? [part] : elements(part)));
  const counts = rows
    .filter((row) => row.tag === 'tr')
    .map((row) => elements(row).reduce((sum, cell) => sum + span(cell, 'colspan'), 0));
  return Math.max(1, ...counts);
}

/** One column without a width takes what the others leave; several are left to their contents. */
function shareWidths(columns: readonly Column[], width: number): readonly (number | 'auto')[] {
  const open = columns.filter((column) => column.width === 'auto').length;
  const fixed = columns.reduce((sum, column) => sum + (column.width === 'auto' ? 0 : column.width), 0);
  return columns.map((column) => (column.width === 'auto' && open === 1 ? round(width - fixed) : column.width));
}

function span(cell: MarkupElement, name: 'colspan' | 'rowspan'): number {
  const value = Number(cell.attributes[name] ?? '1');
  return Number.isInteger(value) && value > 0 ? value : 1;
}

function rowsOf(table: TableScope, part: MarkupElement): readonly TableRow[] {
  const { scope } = enter(table.session, part, table.scope);
  // How many more rows each column is covered by a cell above.
  const covered = table.columns.map(() => 0);
  return elements(part)
    .filter((row) => row.tag === 'tr')
    .map((row, index, rows) => rowOf(table, row, scope, { covered, left: rows.length - index }));
}

/** How many more rows each column is covered by a cell above, and how many rows there are from this one on. */
interface RowPlace {
  readonly covered: number[];
  readonly left: number;
}

/** A row as wide as the table: spans that lead out of it end at its edge, and missing cells are empty. */
function rowOf(table: TableScope, element: MarkupElement, outer: Scope, { covered, left }: RowPlace): TableRow {
  const { session } = table;
  const { style, scope } = enter(session, element, outer);
  const cells: (TableCell | null)[] = [];
  const queue = [...elements(element)];
  let column = 0;
  while (column < table.columns.length) {
    if ((covered[column] ?? 0) > 0) {
      covered[column] = (covered[column] ?? 1) - 1;
      cells.push(null);
      column += 1;
      continue;
    }
    const cell = queue.shift() ?? emptyCell(element);
    const free = covered.findIndex((rows, at) => at > column && rows > 0);
    const room = (free < 0 ? table.columns.length : free) - column;
    const across = Math.min(span(cell, 'colspan'), room);
    const down = Math.min(span(cell, 'rowspan'), left);
    cells.push(cellOf(table, cell, { row: element, style, scope, column, across, down, first: column === 0 }));
    for (let i = 0; i < across; i += 1) {
      if (i > 0) cells.push(null);
      covered[column + i] = down - 1;
    }
    column += across;
  }
  const top = strokeOf(style, 'top', session.theme, scope.accent);
  const bottom = strokeOf(style, 'bottom', session.theme, scope.accent);
  const minHeight = numberOf(style, 'min-height');
  return {
    origin: element.origin,
    cells,
    ...(top === undefined ? {} : { top }),
    ...(bottom === undefined ? {} : { bottom }),
    ...(minHeight === undefined ? {} : { minHeight }),
    ...(wordOf(style, 'keep') === 'next' ? { keepWithNext: true } : {}),
  };
}

function emptyCell({ origin }: MarkupElement): MarkupElement {
  return { kind: 'element', tag: 'td', attributes: {}, classes: [], children: [], origin };
}

interface CellPlace {
  readonly row: MarkupElement;
  readonly style: Style;
  readonly scope: Scope;
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly first: boolean;
}

function cellOf(table: TableScope, element: MarkupElement, place: CellPlace): TableCell {
  const { session } = table;
  const column = table.columns[place.column];
  const last = table.columns[place.column + place.across - 1];
  const widths = table.widths.slice(place.column, place.column + place.across);
  const width = widths.reduce<number>((sum, one) => sum + (one === 'auto' ? 0 : one), 0);
  const { style, scope } = enter(session, element, { ...place.scope, flow: false, cell: true, width });
  const pad = edgesOf(style, 'pad') ?? padOf(edgesOf(place.style, 'pad'), column?.pad, last?.pad);
  const inside = trimEnds(flowBlocks(session, element.children, { ...scope, width: width - pad[1] - pad[3] }));
  const ground =
    paintOf(style, 'ground', session.theme, scope.accent) ??
    paintOf(place.style, 'ground', session.theme, scope.accent) ??
    (place.across === 1 ? column?.ground : undefined);
  const block = withRowId(cellContent(inside.blocks, element), place);
  if (elements(element).some((child) => isDecimal(session, child, scope))) {
    table.decimals.set(place.column, (table.decimals.get(place.column) ?? new Set()).add(block));
  }
  return {
    block,
    tag: { ...cellTag(session, element, place, scope), ...unseen(element, inside.blocks) },
    pad,
    ...(place.across > 1 ? { colSpan: place.across } : {}),
    ...(place.down > 1 ? { rowSpan: place.down } : {}),
    ...(ground === undefined ? {} : { ground }),
  };
}

/** What a header cell says that shows nothing, for those who hear the table. */
function unseen(element: MarkupElement, blocks: readonly Block[]): Pick<StructureTag, 'actualText'> {
  const said = blocks.length === 0 && element.tag === 'th' ? textOf(element).trim() : '';
  return said === '' ? {} : { actualText: said };
}

function isDecimal(session: Session, element: MarkupElement, scope: Scope): boolean {
  return session.cascade.styleOf(element, scope.lang, scope.ancestry).get('align') === 'decimal';
}

function padOf(row: Edges | undefined, first: Edges | undefined, last: Edges | undefined): Edges {
  const own = row ?? [0, 0, 0, 0];
  return [own[0], last?.[1] ?? own[1], own[2], first?.[3] ?? own[3]];
}

/** A cell of one paragraph holds its text itself, without a paragraph element between. */
function cellContent(blocks: readonly Block[], element: MarkupElement): Block {
  const [only] = blocks;
  if (blocks.length === 1 && only?.kind === 'text') {
    const { tag, ...text } = only;
    const lang = tag === undefined || tag === 'artifact' ? undefined : tag.lang;
    return lang === undefined ? text : only;
  }
  return { kind: 'stack', origin: element.origin, children: blocks };
}

/** A row has no block of its own to be found by: its first cell's block carries its id. */
function withRowId(block: Block, place: CellPlace): Block {
  const id = place.row.attributes['id'];
  if (!place.first || id === undefined) return block;
  return block.id === undefined ? { ...block, id } : { kind: 'stack', origin: block.origin, id, children: [block] };
}

function cellTag(session: Session, element: MarkupElement, place: CellPlace, scope: Scope): StructureTag {
  const spans = {
    ...(place.across > 1 ? { colSpan: place.across } : {}),
    ...(place.down > 1 ? { rowSpan: place.down } : {}),
  };
  if (element.tag === 'td') return withLang(session, { type: 'TD', ...spans }, scope);
  const scopes = { row: 'Row', col: 'Column', rowgroup: 'Row', colgroup: 'Column', both: 'Both' } as const;
  const written = element.attributes['scope'] ?? 'col';
  const direction = Object.hasOwn(scopes, written) ? scopes[written as keyof typeof scopes] : 'Column';
  return withLang(session, { type: 'TH', scope: direction, ...spans }, scope);
}

/** Keeps a group's first rows together, and its last two. */
function keepGroup(rows: readonly TableRow[]): readonly TableRow[] {
  if (rows.length < 2) return rows;
  const heads = rows.findIndex((row) => row.keepWithNext !== true);
  return rows.map((row, index) =>
    index === rows.length - 2 || index === heads ? { ...row, keepWithNext: index < rows.length - 1 } : row,
  );
}
