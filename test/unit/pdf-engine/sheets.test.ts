import { describe, expect, it } from 'vitest';
import type { Block, BlockTree, SheetBlock } from '../../../src/compose/block.ts';
import {
  codes,
  laidOut,
  layout,
  lines,
  linesOn,
  MASTER,
  notes,
  pageMaster,
  pageOf,
  paragraph,
  row,
  stack,
  table,
  texts,
  tree,
} from './build.ts';

/** A landscape page of eight lines. */
const TURNED = pageMaster('turned', 200, 100, 10);

const MASTERS: Pick<BlockTree, 'masters'> = {
  masters: new Map([
    [MASTER.id, MASTER],
    [TURNED.id, TURNED],
  ]),
};

const sheet = (block: Block): SheetBlock => ({ kind: 'sheet', origin: 'o', master: 'turned', block });

const mastersOf = (document: { pages: readonly { master: string }[] }): readonly string[] =>
  document.pages.map((page) => page.master);

describe('a sheet', () => {
  it('follows the page that its place falls on, which the text goes on to fill', () => {
    const document = laidOut(tree([lines('a', 4), sheet(lines('s', 2)), lines('b', 10)], MASTERS));
    expect(mastersOf(document)).toEqual(['text', 'turned', 'text']);
    expect(document.pages.map((page) => [page.width, page.height])).toEqual([
      [140, 150],
      [200, 100],
      [140, 150],
    ]);
    expect(texts(document).map((page) => page.length)).toEqual([10, 2, 4]);
    expect(linesOn(document.pages[1])[0]).toMatchObject({ x: 10, y: 18, measure: 180 });
  });

  it('is read where it is written, not where it stands', () => {
    const document = laidOut(tree([lines('a', 4), sheet(lines('s', 2)), lines('b', 10)], MASTERS));
    expect(document.structure.map((node) => node.block)).toEqual(['a', 's', 'b']);
  });

  it('has its number in the count of pages, and references to it find it', () => {
    const reference: Block = { kind: 'text', origin: 'o', paragraph: paragraph([pageOf('s'), pageOf('b')]) };
    const document = laidOut(tree([reference, sheet(lines('s', 1)), lines('a', 9), lines('b', 1)], MASTERS));
    expect(document.pages.map((page) => page.label)).toEqual(['1', '2', '3']);
    expect(texts(document)[0]?.[0]).toBe('23');
  });

  it('comes before a change of master and before the end, and leaves no empty page', () => {
    const change: Block = { kind: 'page', origin: 'o', master: 'text' };
    const document = laidOut(tree([lines('a', 1), sheet(lines('s', 1)), change, sheet(lines('t', 1))], MASTERS));
    expect(texts(document)).toEqual([['a.1'], ['s.1'], ['t.1']]);
    expect(mastersOf(document)).toEqual(['text', 'turned', 'turned']);
  });

  it('stands at the head of a chapter that begins with one', () => {
    const change: Block = { kind: 'page', origin: 'o', master: 'text' };
    const section = stack([sheet(lines('s', 1)), lines('b', 1)], { tag: { type: 'Sect' }, id: 'ch' });
    const document = laidOut(tree([lines('a', 1), change, section], MASTERS));
    expect(texts(document)).toEqual([['a.1'], ['b.1'], ['s.1']]);
    expect(document.placements.get('ch')?.boxes[0]).toMatchObject({ page: 1 });
  });

  it('carries the anchors of a section that holds nothing else', () => {
    const section = stack([sheet(lines('s', 1))], { tag: { type: 'Sect' }, id: 'ch' });
    const document = laidOut(tree([lines('a', 1), { kind: 'page', origin: 'o', master: 'text' }, section], MASTERS));
    expect(texts(document)).toEqual([['a.1'], ['s.1']]);
    expect(document.placements.get('ch')?.boxes[0]).toMatchObject({ page: 1 });
  });

  it('breaks over as many pages as it needs, with the head of a table on each', () => {
    const rows = Array.from({ length: 17 }, (_, i) => [`r${i + 1}`, '-']);
    const document = laidOut(
      tree([lines('a', 1), sheet(table('t', [['H', 'I'], ...rows], 1)), lines('b', 2)], MASTERS),
    );
    expect(mastersOf(document)).toEqual(['text', 'turned', 'turned', 'turned']);
    for (const page of texts(document).slice(1)) expect(page.slice(0, 2)).toEqual(['H', 'I']);
    expect(texts(document)[0]).toEqual(['a.1', 'b.1', 'b.2']);
  });

  it('has the notes that it cites at its own foot, as wide as that', () => {
    const document = laidOut(
      tree([lines('a', 1), sheet(lines('s', 2, {}, { 1: 'n' })), lines('b', 2)], {
        ...MASTERS,
        notes: notes({ n: 2 }),
      }),
    );
    expect(texts(document)[1]).toEqual(['s.1', 's.2', 'note-n.1', 'note-n.2']);
    expect(linesOn(document.pages[1]).at(-1)).toMatchObject({ x: 10, y: 88, measure: 180 });
  });

  it('waits while a note runs on to the next page', () => {
    const document = laidOut(
      tree([lines('a', 6, {}, { 6: 'n' }), sheet(lines('s', 1)), lines('b', 4)], {
        ...MASTERS,
        notes: notes({ n: 8 }),
      }),
    );
    const turned = mastersOf(document).indexOf('turned');
    const noted = texts(document).map((page) => page.some((line) => line.startsWith('note-n')));
    expect(noted.lastIndexOf(true)).toBeLessThan(turned);
    expect(texts(document)[turned]).toEqual(['s.1']);
  });

  it('stands in its place where no page can follow', () => {
    const document = laidOut(tree([row(sheet(lines('s', 1)), lines('b', 1))], MASTERS));
    expect(mastersOf(document)).toEqual(['text']);
    expect(texts(document)).toEqual([['s.1', 'b.1']]);
  });

  it('reports what is wider than its page, not than the page before', () => {
    const wide = table('t', [['a', 'b', 'c']]);
    expect(codes(layout(tree([sheet(wide)], MASTERS)))).toEqual([]);
    expect(codes(layout(tree([wide], MASTERS)))).toEqual(['K001']);
  });
});
