import type { Edition, OriginId } from '../core/index.ts';
import type { PlacedDocument, PlacedItem } from '../pdf/placed.ts';
import type { LineItem } from '../typeset/types.ts';

/** A part of a page: text that belongs together, or a drawing. pt from the trim’s top left, y down. */
export interface PlaceBox {
  /** From 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly origin: OriginId;
  /** Texts with one number flow on from box to box; artifacts and drawings have none. */
  readonly flow: number | undefined;
  readonly kind: 'text' | 'drawing' | 'artifact';
}

/** What stands where in one edition, as its build placed it. */
export interface EditionPlaces {
  readonly edition: Edition;
  readonly file: string;
  readonly sha256: string;
  /** Of each page. */
  readonly labels: readonly string[];
  readonly boxes: readonly PlaceBox[];
}

/** Collects the places of a finished layout: one box for the lines of each structure node on each page. */
export function placeBoxes(document: PlacedDocument): readonly PlaceBox[] {
  const boxes: PlaceBox[] = [];
  document.pages.forEach((page, index) => {
    const open = new Map<string, number>();
    for (const item of page.items) {
      const box = boxOf(item, index);
      if (box === undefined) continue;
      const key = box.kind === 'text' ? `${box.flow}|${box.origin}` : undefined;
      const known = key === undefined ? undefined : open.get(key);
      const before = known === undefined ? undefined : boxes[known];
      if (known !== undefined && before !== undefined) boxes[known] = union(before, box);
      else {
        if (key !== undefined) open.set(key, boxes.length);
        boxes.push(box);
      }
    }
  });
  return boxes;
}

function boxOf(item: PlacedItem, page: number): PlaceBox | undefined {
  const flow = 'node' in item.role ? item.role.node : undefined;
  if (item.kind === 'line') {
    const extent = extentOf(item.line.items);
    if (extent === undefined) return undefined;
    const { left, right, size } = extent;
    const kind = flow === undefined ? 'artifact' : 'text';
    const [x, y, width, height] = [item.x + left, item.y - size, right - left, size * DEPTH];
    return { page, origin: item.origin, x, y, width, height, flow, kind };
  }
  if (item.kind !== 'drawing' || !item.drawing.ops.some(({ op }) => op === 'text')) return undefined;
  const { width, height } = item.drawing;
  const kind = flow === undefined ? 'artifact' : 'drawing';
  return { page, origin: item.origin, x: item.x, y: item.y, width, height, flow: undefined, kind };
}

/** How far a line reaches from where it begins, and its largest type size, pt. */
function extentOf(
  items: readonly LineItem[],
): { readonly left: number; readonly right: number; readonly size: number } | undefined {
  if (items.length === 0) return undefined;
  let [left, right, size] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const part of items) {
    if (part.x < left) left = part.x;
    const end = part.x + widthOf(part);
    if (end > right) right = end;
    if (part.kind === 'glyphs' && part.size > size) size = part.size;
  }
  return { left, right, size };
}

function widthOf(part: LineItem): number {
  if (part.kind !== 'glyphs') return part.kind === 'box' ? part.width : part.drawing.width;
  let width = 0;
  for (const advance of part.advances) width += advance;
  return width;
}

/** From the top of the tallest character to below the deepest, of the type size. */
const DEPTH = 1.3;

function union(a: PlaceBox, b: PlaceBox): PlaceBox {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  const height = Math.max(a.y + a.height, b.y + b.height) - y;
  return { ...a, x, y, width, height };
}

type Row = readonly [
  page: number,
  x: number,
  y: number,
  width: number,
  height: number,
  origin: number,
  flow: number,
  kind: string,
];

/** Writes `output/places.json`: small, one box a line, origins by number. */
export function placesJson(editions: readonly EditionPlaces[]): string {
  const origins = [...new Set(editions.flatMap(({ boxes }) => boxes.map(({ origin }) => origin)))].sort();
  const numbers = new Map(origins.map((origin, index) => [origin, index]));
  const rows = (boxes: readonly PlaceBox[]): string =>
    boxes
      .map((box): Row => {
        const origin = numbers.get(box.origin) ?? 0;
        const [x, y, width, height] = [tenths(box.x), tenths(box.y), tenths(box.width), tenths(box.height)];
        return [box.page + 1, x, y, width, height, origin, box.flow ?? -1, box.kind];
      })
      .map((row) => `        ${JSON.stringify(row)}`)
      .join(',\n');
  const parts = editions.map(
    ({ edition, file, sha256, labels, boxes }) =>
      `    {\n      "edition": ${JSON.stringify(edition)},\n      "file": ${JSON.stringify(file)},\n      "sha256": "${sha256}",\n` +
      `      "labels": ${JSON.stringify(labels)},\n      "boxes": [\n${rows(boxes)}\n      ]\n    }`,
  );
  const list = origins.map((origin) => `    ${JSON.stringify(origin)}`).join(',\n');
  return `{\n  "schema": "places/1",\n  "origins": [\n${list}\n  ],\n  "editions": [\n${parts.join(',\n')}\n  ]\n}\n`;
}

function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}

/** Reads `places.json` back; undefined where it is none. */
export function readPlaces(text: string): readonly EditionPlaces[] | undefined {
  const json = parsed(text);
  if (!isRecord(json) || json['schema'] !== 'places/1') return undefined;
  const { origins, editions } = json;
  if (!Array.isArray(origins) || !Array.isArray(editions)) return undefined;
  return editions.flatMap((one: unknown): readonly EditionPlaces[] => {
    if (!isRecord(one) || !Array.isArray(one['boxes']) || !Array.isArray(one['labels'])) return [];
    const boxes = one['boxes'].filter(isRow).map((row): PlaceBox => {
      const [page, x, y, width, height, origin, flow, kind] = row;
      return {
        page: page - 1,
        x,
        y,
        width,
        height,
        origin: String(origins[origin] ?? ''),
        flow: flow < 0 ? undefined : flow,
        kind: kind === 'drawing' ? 'drawing' : kind === 'text' ? 'text' : 'artifact',
      };
    });
    return [
      {
        edition: one['edition'] === 'en' ? 'en' : one['edition'] === 'bilingual' ? 'bilingual' : 'zh-Hans',
        file: String(one['file']),
        sha256: String(one['sha256']),
        labels: one['labels'].map(String),
        boxes,
      },
    ];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRow(row: unknown): row is Row {
  return Array.isArray(row) && row.length === 8 && row.slice(0, 7).every((part) => typeof part === 'number');
}
