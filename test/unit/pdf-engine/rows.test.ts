import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/compose/block.ts';
import type { PlacedPage } from '../../../src/pdf/placed.ts';
import {
  codes,
  laidOut,
  layout,
  lines,
  linesOn,
  MASTER,
  notes,
  paragraph,
  row,
  run,
  stack,
  texts,
  tree,
} from './build.ts';

function baselineOf(page: PlacedPage | undefined, text: string): number | undefined {
  return linesOn(page).find((line) => line.line.text === text)?.y;
}

describe('rows', () => {
  it('stand side by side and the next block stands under the longer', () => {
    const document = laidOut(tree([row(lines('a', 2), lines('b', 4)), lines('c', 1)]));
    const placed = linesOn(document.pages[0]);
    expect(placed.find((line) => line.line.text === 'b.1')?.x).toBe(MASTER.flow.x + 55);
    expect(placed.at(-1)?.y).toBe(MASTER.flow.top + 40 + 8);
  });

  it('align a shorter cell at the middle or foot', () => {
    const cells = [
      { x: 0, width: 45, block: lines('a', 1), align: 'bottom' as const },
      { x: 55, width: 45, block: lines('b', 3) },
    ];
    const page = laidOut(tree([{ kind: 'row', origin: 'o', cells }])).pages[0];
    expect(baselineOf(page, 'a.1')).toBe(baselineOf(page, 'b.3'));
  });

  it('keep together unless they are level', () => {
    const document = laidOut(tree([lines('x', 7), row(lines('a', 4), lines('b', 4))]));
    expect(texts(document)[1]).toHaveLength(8);
  });

  it('report a row taller than a page that cannot break', () => {
    expect(codes(layout(tree([row(lines('a', 11), lines('b', 1))])))).toEqual(['K002']);
  });

  it('report a figure wider than its cell, not an ornament', () => {
    const drawing = { width: 60, height: 10, ops: [] };
    const figure = { kind: 'drawing', origin: 'o', tag: { type: 'Figure', alt: 'f' }, drawing } as const;
    expect(codes(layout(tree([row(figure, lines('b', 1))])))).toEqual(['K001']);
    expect(codes(layout(tree([row({ ...figure, tag: 'artifact' }, lines('b', 1))])))).toEqual([]);
  });

  it('stretch a box to the foot of the row', () => {
    const box = stack([lines('a', 1)], { id: 'box', box: { ground: 'paper' } });
    const cells = [
      { x: 0, width: 45, block: box, stretch: true },
      { x: 55, width: 45, block: lines('b', 3) },
    ];
    expect(laidOut(tree([{ kind: 'row', origin: 'o', cells }])).placements.get('box')?.boxes[0]?.height).toBe(30);
  });
});

describe('level rows', () => {
  it('start on one baseline whatever the leading', () => {
    const tall = { ...lines('b', 2), paragraph: paragraph([run('b.1')], 20) };
    const spaced = lines('a', 2, { before: 6 });
    const page = laidOut(tree([row(spaced, tall, { level: true })])).pages[0];
    expect(Math.abs((baselineOf(page, 'a.1') ?? 0) - (baselineOf(page, 'b.1') ?? 99))).toBeLessThan(0.1);
  });

  it('start each of their blocks level where both sides have as many', () => {
    const item = (name: string, count: number): Block => row(lines('-', 1), lines(name, count), { level: true });
    const left = stack([item('a', 1), item('b', 1), item('c', 1)]);
    const right = stack([item('d', 3), item('e', 1), item('f', 2)]);
    const page = laidOut(tree([row(left, right, { level: true })])).pages[0];
    const starts = (name: string): number | undefined => baselineOf(page, `${name}.1`);
    expect([starts('b'), starts('c')]).toEqual([starts('e'), starts('f')]);
    const uneven = row(stack([lines('a', 1), lines('b', 1)]), lines('d', 3), { level: true });
    expect(baselineOf(laidOut(tree([uneven])).pages[0], 'b.1')).toBe(MASTER.flow.top + 18);
  });

  it('break both sides after the same line and start level on the next page', () => {
    const document = laidOut(tree([lines('x', 5), row(lines('a', 8), lines('b', 9), { level: true }), lines('c', 1)]));
    expect(texts(document)[0]?.slice(5)).toEqual([
      'a.1',
      'a.2',
      'a.3',
      'a.4',
      'a.5',
      'b.1',
      'b.2',
      'b.3',
      'b.4',
      'b.5',
    ]);
    const next = document.pages[1];
    expect(baselineOf(next, 'a.6')).toBe(MASTER.flow.top + 8);
    expect(baselineOf(next, 'b.6')).toBe(MASTER.flow.top + 8);
    expect(baselineOf(next, 'c.1')).toBe(MASTER.flow.top + 40 + 8);
  });

  it('break earlier on both sides where one would leave a single line', () => {
    const document = laidOut(tree([lines('x', 5), row(lines('a', 6), lines('b', 6), { level: true })]));
    expect(texts(document)[1]).toEqual(['a.5', 'a.6', 'b.5', 'b.6']);
  });

  it('let a shorter side end before the break', () => {
    const document = laidOut(tree([lines('x', 5), row(lines('a', 2), lines('b', 9), { level: true })]));
    expect(texts(document)[0]?.slice(5, 7)).toEqual(['a.1', 'a.2']);
    expect(texts(document)[1]).toEqual(['b.6', 'b.7', 'b.8', 'b.9']);
  });

  it('break stacks of paragraphs', () => {
    const left = stack([lines('a', 4), lines('b', 4)]);
    const right = stack([lines('c', 4), lines('d', 4)]);
    const document = laidOut(tree([lines('x', 5), row(left, right, { level: true })]));
    expect(texts(document)[0]?.slice(5)).toEqual(['a.1', 'a.2', 'a.3', 'a.4', 'c.1', 'c.2', 'c.3', 'c.4']);
  });

  it('make room for the notes of both sides', () => {
    const pair = row(lines('a', 8, {}, { 2: 'm' }), lines('b', 8, {}, { 3: 'n' }), { level: true });
    const document = laidOut(tree([lines('x', 2), pair], { notes: notes({ m: 1, n: 1 }) }));
    const [first, second] = texts(document);
    expect(first).toEqual([
      'x.1',
      'x.2',
      'a.1',
      'a.2',
      'a.3',
      'a.4',
      'a.5',
      'b.1',
      'b.2',
      'b.3',
      'b.4',
      'b.5',
      'note-m.1',
      'note-n.1',
    ]);
    expect(second).toEqual(['a.6', 'a.7', 'a.8', 'b.6', 'b.7', 'b.8']);
  });

  it('of headings keep with what follows', () => {
    const heading = (name: string): ReturnType<typeof lines> => lines(name, 1, { keep: { withNext: true } });
    const head = row(stack([heading('k'), heading('h')]), stack([heading('l'), heading('i')]), { level: true });
    const document = laidOut(tree([lines('x', 7), head, row(lines('a', 4), lines('b', 4), { level: true })]));
    expect(texts(document)[0]).toHaveLength(7);
  });

  it('carry headings along', () => {
    const head = row(lines('h', 1), lines('i', 1), { level: true, keep: { withNext: true } });
    const document = laidOut(tree([lines('x', 8), head, row(lines('a', 4), lines('b', 4), { level: true })]));
    expect(texts(document)[1]?.slice(0, 2)).toEqual(['h.1', 'i.1']);
  });
});

describe('boxes', () => {
  const box = {
    pad: [3, 4, 5, 6] as const,
    ground: 'paper',
    left: { paint: 'ink', width: 2 },
    top: { paint: 'ink', width: 1 },
  };

  it('pad what they hold, with ground and edges behind it', () => {
    const page = laidOut(tree([stack([lines('a', 2)], { box, id: 'box' }), lines('b', 1)])).pages[0];
    expect(page?.items.map((item) => item.kind)).toEqual(['drawing', 'drawing', 'drawing', 'line', 'line', 'line']);
    expect(page?.items[0]).toMatchObject({ x: 20, y: 20, role: { artifact: 'Layout' } });
    expect(linesOn(page).map((line) => [line.x, line.y])).toEqual([
      [26, 31],
      [26, 41],
      [20, 56],
    ]);
  });

  it('go on over the page with their side strokes but without a second top', () => {
    const document = laidOut(tree([lines('x', 4), stack([lines('a', 8)], { box, id: 'box' })]));
    const kinds = document.pages.map((page) => page.items.filter((item) => item.kind === 'drawing').length);
    expect(kinds).toEqual([3, 2]);
    expect(document.placements.get('box')?.boxes.map((each) => [each.page, each.y, each.height])).toEqual([
      [0, 60, 58],
      [1, 20, 38],
    ]);
  });

  it('report content that leaves a box of fixed height', () => {
    expect(codes(layout(tree([stack([lines('a', 3)], { box: { height: 20 } })])))).toEqual(['K001']);
  });

  it('have their least height', () => {
    const page = laidOut(tree([stack([lines('a', 1)], { box: { minHeight: 50 } }), lines('b', 1)])).pages[0];
    expect(linesOn(page)[1]?.y).toBe(MASTER.flow.top + 50 + 8);
  });
});
