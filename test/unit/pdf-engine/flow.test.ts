import { describe, expect, it } from 'vitest';
import { codes, laidOut, layout, lines, linesOn, MASTER, stack, texts, tree } from './build.ts';

describe('flow', () => {
  it('fills a page from the top of the flow area and goes on on the next', () => {
    const document = laidOut(tree([lines('a', 6), lines('b', 7)]));
    expect(texts(document)).toEqual([
      ['a.1', 'a.2', 'a.3', 'a.4', 'a.5', 'a.6', 'b.1', 'b.2', 'b.3', 'b.4'],
      ['b.5', 'b.6', 'b.7'],
    ]);
    const first = linesOn(document.pages[0])[0];
    expect(first?.x).toBe(MASTER.flow.x);
    expect(first?.y).toBe(MASTER.flow.top + 8);
  });

  it('leaves no single line at the head or foot of a page', () => {
    expect(texts(laidOut(tree([lines('a', 9), lines('b', 4)]))).map((page) => page.length)).toEqual([9, 4]);
    expect(texts(laidOut(tree([lines('a', 7), lines('b', 4)]))).map((page) => page.length)).toEqual([9, 2]);
  });

  it('moves a paragraph of three lines whole', () => {
    expect(texts(laidOut(tree([lines('a', 8), lines('b', 3)])))[1]).toEqual(['b.1', 'b.2', 'b.3']);
  });

  it('adds space between blocks and drops it at a page head', () => {
    const document = laidOut(
      tree([lines('a', 4, { after: 3 }), lines('b', 4, { before: 7 }), lines('c', 4, { before: 30 })]),
    );
    const [first, second] = document.pages.map(linesOn);
    expect(first?.[4]?.y).toBe(MASTER.flow.top + 40 + 10 + 8);
    expect(second?.[0]?.y).toBe(MASTER.flow.top + 8);
  });

  it('keeps a heading, and a heading under it, with two lines of what follows', () => {
    const heading = { keep: { withNext: true } };
    const document = laidOut(tree([lines('a', 7), lines('h', 1, heading), lines('i', 1, heading), lines('b', 5)]));
    expect(texts(document)[1]?.[0]).toBe('h.1');
    const fitting = laidOut(tree([lines('a', 6), lines('h', 1, heading), lines('i', 1, heading), lines('b', 5)]));
    expect(texts(fitting)[0]?.slice(6)).toEqual(['h.1', 'i.1', 'b.1', 'b.2']);
  });

  it('keeps across nested stacks', () => {
    const section = stack([lines('a', 8), lines('h', 1, { keep: { withNext: true } })]);
    const document = laidOut(tree([section, stack([lines('b', 4)])]));
    expect(texts(document).map((page) => page[0])).toEqual(['a.1', 'h.1']);
  });

  it('breaks a long paragraph rather than leave its heading alone', () => {
    const lead = { keep: { withNext: true } };
    const document = laidOut(tree([lines('a', 9, lead), lines('b', 4)]));
    expect(texts(document)).toEqual([
      ['a.1', 'a.2', 'a.3', 'a.4', 'a.5', 'a.6', 'a.7'],
      ['a.8', 'a.9', 'b.1', 'b.2', 'b.3', 'b.4'],
    ]);
  });

  it('gives way with a warning where everything on a page keeps with the next', () => {
    const kept = Array.from({ length: 14 }, (_, i) => lines(`h${i}`, 1, { keep: { withNext: true } }));
    const result = layout(tree(kept));
    expect(codes(result)).toEqual(['K003']);
    expect(result.ok && texts(result.value).map((page) => page.length)).toEqual([10, 4]);
  });

  it('reports a block that cannot break and is taller than a page', () => {
    const result = layout(tree([lines('a', 2), stack([lines('b', 11)], { keep: { together: true }, id: 'box' })]));
    expect(codes(result)).toEqual(['K002']);
    expect(result.diagnostics[0]?.block).toBe('box');
  });

  it('moves a block that keeps together to the next page', () => {
    const document = laidOut(
      tree([lines('a', 5), stack([lines('b', 3), lines('c', 3)], { keep: { together: true } })]),
    );
    expect(texts(document)[1]).toEqual(['b.1', 'b.2', 'b.3', 'c.1', 'c.2', 'c.3']);
  });
});
