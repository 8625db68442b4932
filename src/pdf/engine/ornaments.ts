import type { Paint, Stroke } from '../../core/index.ts';
import { type GalleyBox, type RowGalley, rowsOf, type TableGalley, type TableRowGalley } from './galley.ts';
import type { Role } from './structure.ts';

/** Rules and grounds in pdfmake's vector vocabulary; the colour is a paint name of the theme. */
export type Vector =
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly color: Paint;
      readonly role: Role;
    }
  | {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: Stroke;
      readonly role: Role;
    };

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** Ground and edges of a box. Strokes lie inside the outer edge; an edge where the box goes on has none. */
export function boxVectors(box: GalleyBox, rect: Rect): readonly Vector[] {
  const { style, artifact: role } = box;
  const ground = style.ground === undefined ? [] : [groundOf(rect, style.ground, role)];
  const top = style.top === undefined || box.openTop ? [] : [topRule(rect, style.top, role)];
  const bottom = style.bottom === undefined || box.openBottom ? [] : [bottomRule(rect, style.bottom, role)];
  const left = style.left === undefined ? [] : [upright(rect, rect.x + style.left.width / 2, style.left, role)];
  const rightX = rect.x + rect.width - (style.right?.width ?? 0) / 2;
  const right = style.right === undefined ? [] : [upright(rect, rightX, style.right, role)];
  return [...ground, ...top, ...bottom, ...left, ...right];
}

/** The rules between the columns of a row. */
export function rowVectors(row: RowGalley, at: Point): readonly Vector[] {
  const { rule } = row;
  if (rule === undefined) return [];
  const rect = { ...at, width: row.width, height: row.height };
  return row.cells.flatMap((cell, i) => {
    const next = row.cells[i + 1];
    if (next === undefined) return [];
    return [upright(rect, at.x + (cell.x + cell.width + next.x) / 2, rule.stroke, rule.artifact)];
  });
}

/** Grounds of cells, and rules over and under rows, inside the row's own height. */
export function tableVectors(
  table: TableGalley,
  at: Point,
): { readonly grounds: readonly Vector[]; readonly rules: readonly Vector[] } {
  const rows = rowsOf(table);
  const grounds: Vector[] = [];
  const rules: Vector[] = [];
  let y = at.y;
  rows.forEach((row, i) => {
    grounds.push(...cellGrounds(table, rows, i, { x: at.x, y }));
    const rect = { x: at.x, y, width: table.width, height: row.height };
    if (row.top !== undefined) rules.push(topRule(rect, row.top, table.artifact));
    if (row.bottom !== undefined) rules.push(bottomRule(rect, row.bottom, table.artifact));
    y += row.height;
  });
  return { grounds, rules };
}

function cellGrounds(table: TableGalley, rows: readonly TableRowGalley[], index: number, at: Point): readonly Vector[] {
  let { x } = at;
  return (rows[index]?.cells ?? []).flatMap((cell, column) => {
    const left = x;
    x += table.columns[column] ?? 0;
    if (cell?.ground === undefined) return [];
    const height = rows.slice(index, index + cell.rowSpan).reduce((sum, row) => sum + row.height, 0);
    return [groundOf({ x: left, y: at.y, width: cell.width, height }, cell.ground, table.artifact)];
  });
}

function groundOf(rect: Rect, color: Paint, role: Role): Vector {
  return { type: 'rect', x: rect.x, y: rect.y, w: rect.width, h: rect.height, color, role };
}

function topRule(rect: Rect, stroke: Stroke, role: Role): Vector {
  return level(rect, rect.y + stroke.width / 2, stroke, role);
}

function bottomRule(rect: Rect, stroke: Stroke, role: Role): Vector {
  return level(rect, rect.y + rect.height - stroke.width / 2, stroke, role);
}

function level(rect: Rect, y: number, stroke: Stroke, role: Role): Vector {
  return { type: 'line', x1: rect.x, y1: y, x2: rect.x + rect.width, y2: y, stroke, role };
}

function upright(rect: Rect, x: number, stroke: Stroke, role: Role): Vector {
  return { type: 'line', x1: x, y1: rect.y, x2: x, y2: rect.y + rect.height, stroke, role };
}
