import { expect, test } from 'vitest';
import { type Drawing, type DrawingOp, rectangle, type Segment } from '../../../src/core/index.ts';
import { drawMotif, MOTIF_KINDS } from '../../../src/motif/index.ts';
import { shippedTheme } from '../../support/shipped-theme.ts';

const theme = await shippedTheme();
const printed = await shippedTheme('print');

function fills(drawing: Drawing): readonly string[] {
  return drawing.ops.flatMap((op) => (op.op === 'path' && op.fill !== undefined ? [op.fill] : []));
}

function points(ops: readonly DrawingOp[]): readonly (readonly [number, number])[] {
  const of = (segment: Segment): readonly (readonly [number, number])[] => {
    if (segment[0] === 'M' || segment[0] === 'L') return [[segment[1], segment[2]]];
    return segment[0] === 'C' ? [[segment[5], segment[6]]] : [];
  };
  return ops.flatMap((op) => (op.op === 'path' ? op.segments.flatMap(of) : []));
}

test('a flower has one petal an accent, in the order of the accents, each half mid and half deep', () => {
  expect(fills(drawMotif('flower', { count: 5 }, theme))).toEqual(
    [1, 2, 3, 4, 5].flatMap((order) => [`accent.${order}.mid`, `accent.${order}.deep`]),
  );
});

test('a flower of two accents has a neutral third petal', () => {
  expect(fills(drawMotif('flower', { count: 2 }, theme)).slice(4)).toEqual(['accent.0.mid', 'accent.0.deep']);
});

test('the first petal points up', () => {
  const { ops, width } = drawMotif('contents', { count: 7 }, theme);
  const first = points(ops.slice(0, 2));
  const top = first.reduce((high, dot) => (dot[1] < high[1] ? dot : high));
  expect(top[0]).toBeCloseTo(width / 2, 2);
  expect(top[1]).toBeCloseTo(3, 2);
});

test('the glyph darkens the current petal only', () => {
  expect(fills(drawMotif('glyph', { count: 4, accent: 3 }, theme))).toEqual([
    'glyph_off',
    'glyph_off',
    'accent.3.deep',
    'glyph_off',
  ]);
  expect(new Set(fills(drawMotif('glyph', { count: 7 }, theme)))).toEqual(new Set(['glyph_off']));
});

test('the thumb index has a tab an accent; the current one is wide, deep and numbered', () => {
  const { ops, width, height } = drawMotif('thumbs', { count: 7, accent: 2, side: 'recto' }, theme);
  expect(width).toBe(15);
  expect(height).toBe(7 * 58 + 6 * 4);
  const tabs = ops.filter((op) => op.op === 'path');
  const left = tabs.map((tab) => Math.min(...points([tab]).map(([x]) => x)));
  expect(left).toEqual([10, 0, 10, 10, 10, 10, 10]);
  expect(ops.filter((op) => op.op === 'text')).toMatchObject([{ text: '2', paint: 'white', align: 'middle', x: 7.5 }]);
});

test('on left pages the tabs lie at the left edge, and in print they reach into the bleed', () => {
  const { bleed } = printed.page;
  const left = drawMotif('thumbs', { count: 3, accent: 0, side: 'verso' }, printed);
  const right = drawMotif('thumbs', { count: 3, accent: 0, side: 'recto' }, printed);
  expect(Math.min(...points(left.ops).map(([x]) => x))).toBeCloseTo(-bleed, 6);
  expect(Math.max(...points(left.ops).map(([x]) => x))).toBeCloseTo(5, 6);
  expect(Math.max(...points(right.ops).map(([x]) => x))).toBeCloseTo(15 + bleed, 6);
});

test('on a flooded page only the current tab shows, in paper', () => {
  expect(fills(drawMotif('thumbs-dark', { count: 7, accent: 4 }, theme))).toEqual(['paper']);
});

test.each(['cover', 'opener'] as const)('%s is clipped to the page and its bleed', (kind) => {
  const { ops, width, height } = drawMotif(kind, { count: 7, accent: 1 }, printed);
  const { bleed } = printed.page;
  expect({ width, height }).toEqual({ width: 595.28, height: 841.89 });
  expect(ops[0]).toEqual({
    op: 'clip',
    segments: rectangle(-bleed, -bleed, 595.28 + 2 * bleed, 841.89 + 2 * bleed),
  });
  expect(ops.at(-1)).toEqual({ op: 'restore' });
});

test.each([3, 4, 5, 6, 7, 8, 9])('the petal of an opener keeps off the page edges with %i accents', (count) => {
  const { ops } = drawMotif('opener', { count, accent: 1 }, theme);
  const main = ops.filter((op) => op.op === 'path' && (op.fill === 'accent.1.tint' || op.fill === 'accent.1.mid'));
  const dots = points(main);
  expect(Math.max(...dots.map(([x]) => x))).toBeLessThanOrEqual(595.28 - 24);
  expect(Math.min(...dots.map(([, y]) => y))).toBeGreaterThanOrEqual(24);
});

test('seven petals give the opener its full length', () => {
  const { ops } = drawMotif('opener', { count: 7, accent: 1 }, theme);
  const tip = points(ops.filter((op) => op.op === 'path' && op.fill === 'accent.1.tint')).at(-1);
  expect(tip?.[0]).toBeCloseTo(51.02 + 700 * Math.SQRT1_2, 1);
  expect(tip?.[1]).toBeCloseTo(556 - 700 * Math.SQRT1_2, 1);
});

test('petals in a row stand on their line within the width', () => {
  for (const count of [1, 3, 9]) {
    const { ops } = drawMotif('row', { count, width: 400 }, theme);
    const dots = points(ops);
    expect(Math.min(...dots.map(([x]) => x))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...dots.map(([x]) => x))).toBeLessThanOrEqual(400);
  }
});

test.each(MOTIF_KINDS)('%s names only colours of the theme, in all counts', (kind) => {
  for (let count = 1; count <= 9; count += 1) {
    const { ops } = drawMotif(kind, { count, accent: 1 }, theme);
    const paints = ops.flatMap((op) => {
      if (op.op === 'path') return [op.fill, op.stroke?.paint];
      return op.op === 'text' ? [op.paint] : [];
    });
    for (const paint of paints) if (paint !== undefined) expect(theme.colours.has(paint)).toBe(true);
  }
});

test.each([3, 4, 5, 6, 7, 8, 9])('the imprint of the cover stands on paper with %i accents', (count) => {
  const { ops } = drawMotif('cover', { count }, theme);
  const halves = ops.filter((op) => op.op === 'path' && op.fill !== undefined && op.fill.startsWith('accent.'));
  for (const half of halves) {
    const outline = half.op === 'path' ? polygon(half.segments) : [];
    for (const dot of [
      [52, 40],
      [90, 40],
      [52, 60],
      [90, 60],
      [70, 50],
    ] as const)
      expect(inPolygon(outline, dot)).toBe(false);
  }
});

test('seven petals are turned as the look has them', () => {
  const { ops } = drawMotif('cover', { count: 7 }, theme);
  const first = ops.find((op) => op.op === 'path' && op.fill === 'accent.1.mid');
  const tip = first === undefined ? undefined : points([first]).at(-1);
  expect(tip?.[0]).toBeCloseTo(388 + 428 * Math.cos((-78 * Math.PI) / 180), 1);
});

type Dot = readonly [number, number];

/** A path with its curves as eight chords each. */
function polygon(segments: readonly Segment[]): readonly Dot[] {
  const dots: Dot[] = [];
  for (const segment of segments) {
    if (segment[0] === 'M' || segment[0] === 'L') dots.push([segment[1], segment[2]]);
    if (segment[0] !== 'C') continue;
    const [x0, y0] = dots.at(-1) ?? [0, 0];
    const [, x1, y1, x2, y2, x3, y3] = segment;
    for (let t = 0.125; t <= 1; t += 0.125) {
      const u = 1 - t;
      dots.push([
        u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3,
        u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3,
      ]);
    }
  }
  return dots;
}

function inPolygon(outline: readonly Dot[], [x, y]: Dot): boolean {
  let inside = false;
  for (const [i, [xi, yi]] of outline.entries()) {
    const [xj, yj] = outline.at(i - 1) ?? [0, 0];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
