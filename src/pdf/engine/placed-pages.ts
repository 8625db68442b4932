import { type Diagnostic, type Drawing, diagnose, InternalError } from '../../core/index.ts';
import type { ItemRole, PlacedItem, PlacedPage } from '../placed.ts';
import type { Node } from './definition.ts';
import { pt } from './desk.ts';
import type { PictureGalley } from './galley.ts';
import type { Vector } from './ornaments.ts';
import type { PagePlan } from './pagination.ts';
import { PlacedGlyphLine } from './placed-glyph-line.ts';
import type { Role } from './structure.ts';

/** A page as pdfmake leaves it: what it placed, in paint order. */
export interface RawPage {
  readonly items: readonly { readonly type: string; readonly item: unknown }[];
}

type RawPicture = Node & { readonly x: number; readonly y: number };

/** Reads pdfmake's pages into placed pages. */
export function placedPages(
  raw: readonly RawPage[],
  plans: readonly PagePlan[],
  roleOf: (role: Role) => ItemRole,
): readonly PlacedPage[] {
  if (raw.length !== plans.length) {
    throw new InternalError(`pdfmake made ${raw.length} pages of ${plans.length} that were laid out`);
  }
  return plans.map((plan, i) => ({
    width: plan.master.width,
    height: plan.master.height,
    label: plan.label,
    master: plan.master.id,
    ...(plan.master.turned === undefined ? {} : { turned: plan.master.turned }),
    items: (raw[i]?.items ?? []).map(({ type, item }) => placedItem(type, item, roleOf)),
  }));
}

function placedItem(type: string, item: unknown, roleOf: (role: Role) => ItemRole): PlacedItem {
  if (type === 'line' && item instanceof PlacedGlyphLine) {
    const { line, galley, x } = item;
    const y = item.y + galley.set.baseline;
    return { kind: 'line', x, y, measure: galley.width, line, role: roleOf(galley.role), origin: galley.origin };
  }
  if (type === 'image') {
    const { galley, x, y } = item as RawPicture;
    if (galley?.kind === 'picture') return placedPicture(galley, x, y, roleOf);
  }
  if (type === 'vector') return placedVector(item as Vector, roleOf);
  throw new InternalError(`pdfmake placed an item of type '${type}'`);
}

function placedPicture(galley: PictureGalley, x: number, y: number, roleOf: (role: Role) => ItemRole): PlacedItem {
  const { picture, origin } = galley;
  const role = roleOf(galley.role);
  if (picture.kind === 'drawing') return { kind: 'drawing', x, y, drawing: picture.drawing, role, origin };
  const { asset, width, height } = picture;
  return { kind: 'image', x, y, width, height, asset, role, origin };
}

function placedVector(vector: Vector, roleOf: (role: Role) => ItemRole): PlacedItem {
  const role = roleOf(vector.role);
  if (vector.type === 'rect') {
    const { x, y, w, h, color } = vector;
    const outline = [['M', 0, 0], ['L', w, 0], ['L', w, h], ['L', 0, h], ['Z']] as const;
    const drawing: Drawing = { width: w, height: h, ops: [{ op: 'path', segments: outline, fill: color }] };
    return { kind: 'drawing', x, y, drawing, role, origin: '' };
  }
  const { x1, y1, x2, y2, stroke } = vector;
  const width = x2 - x1;
  const height = y2 - y1;
  const segments = [
    ['M', 0, 0],
    ['L', width, height],
  ] as const;
  return {
    kind: 'drawing',
    x: x1,
    y: y1,
    drawing: { width, height, ops: [{ op: 'path', segments, stroke }] },
    role,
    origin: '',
  };
}

/** Height of the page for what stands on it; of a turned page furniture stands on the sheet. */
function heightFor(item: PlacedItem, page: PlacedPage): number {
  return page.turned === true && 'subtype' in item.role ? page.width : page.height;
}

/** K001 for text that stands outside its page. */
export function textOffPage(pages: readonly PlacedPage[]): readonly Diagnostic[] {
  return pages.flatMap((page) => {
    const isOutside = (item: PlacedItem): boolean =>
      item.kind === 'line' && (item.y > heightFor(item, page) || item.y < 0);
    const outside = page.items.find(isOutside);
    if (outside === undefined) return [];
    return [
      diagnose('K001', 'text stands outside its page', {
        origin: outside.origin,
        page: page.label,
        expected: `baselines from 0 to ${pt(heightFor(outside, page))} below the head of the page`,
        found: pt(outside.y),
        hints: ['shorten the text, or move the place that it stands in'],
      }),
    ];
  });
}
