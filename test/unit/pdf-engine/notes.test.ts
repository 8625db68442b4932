import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/compose/block.ts';
import type { PlacedDocument } from '../../../src/pdf/placed.ts';
import { codes, laidOut, layout, lines, linesOn, MASTER, notes, stack, table, texts, tree } from './build.ts';

/** Page of the line with a text, -1 when there is none. */
function pageOfLine(document: PlacedDocument, text: string): number {
  return texts(document).findIndex((page) => page.includes(text));
}

describe('notes', () => {
  it('stand at the foot of the page of their mark, with room reserved', () => {
    const document = laidOut(tree([lines('a', 12, {}, { 3: 'n' })], { notes: notes({ n: 2 }) }));
    expect(texts(document)[0]).toEqual(['a.1', 'a.2', 'a.3', 'a.4', 'a.5', 'a.6', 'a.7', 'note-n.1', 'note-n.2']);
    const note = linesOn(document.pages[0]).at(-1);
    expect(note?.y).toBe(MASTER.flow.bottom - 10 + 8);
  });

  it('move with a mark that moves', () => {
    const document = laidOut(tree([lines('a', 8), lines('b', 3, {}, { 1: 'n' })], { notes: notes({ n: 1 }) }));
    expect(pageOfLine(document, 'b.1')).toBe(1);
    expect(pageOfLine(document, 'note-n.1')).toBe(1);
  });

  it('push the line of their mark on when both do not fit', () => {
    const document = laidOut(tree([lines('a', 10, {}, { 8: 'n' })], { notes: notes({ n: 3 }) }));
    expect(pageOfLine(document, 'a.8')).toBe(1);
    expect(pageOfLine(document, 'note-n.1')).toBe(1);
  });

  it('print once when cited twice on a page, again on another page', () => {
    const twice = laidOut(tree([lines('a', 4, {}, { 1: 'n', 3: 'n' })], { notes: notes({ n: 1 }) }));
    expect(texts(twice)[0]?.filter((text) => text === 'note-n.1')).toHaveLength(1);
    const apart = laidOut(tree([lines('a', 14, {}, { 1: 'n', 13: 'n' })], { notes: notes({ n: 1 }) }));
    expect(texts(apart).map((page) => page.at(-1))).toEqual(['note-n.1', 'note-n.1']);
    const ids = apart.structure.filter((node) => node.tag.type === 'Note').map((node) => node.tag.id);
    expect(ids).toEqual(['n', 'n-2']);
  });

  it('stand in the structure right after the block that cites them', () => {
    const document = laidOut(
      tree([lines('a', 2, {}, { 1: 'n', 2: 'm' }), lines('b', 1)], { notes: notes({ m: 1, n: 1 }) }),
    );
    expect(document.structure.map((node) => node.block)).toEqual(['a', 'n', 'm', 'b']);
  });

  it('break after two lines at least when they are long', () => {
    const document = laidOut(tree([lines('a', 5, {}, { 5: 'n' }), lines('b', 3)], { notes: notes({ n: 8 }) }));
    const [first, second] = texts(document);
    expect(first).toEqual(['a.1', 'a.2', 'a.3', 'a.4', 'a.5', 'note-n.1', 'note-n.2', 'note-n.3', 'note-n.4']);
    expect(second).toEqual(['b.1', 'b.2', 'b.3', 'note-n.5', 'note-n.6', 'note-n.7', 'note-n.8']);
  });

  it('go on over several pages when longer than a page', () => {
    const result = layout(tree([lines('a', 2, {}, { 1: 'n' })], { notes: notes({ n: 30 }) }));
    const all = result.ok ? texts(result.value).flat() : [];
    expect(all.filter((text) => text.startsWith('note-n'))).toEqual(
      Array.from({ length: 30 }, (_, i) => `note-n.${i + 1}`),
    );
  });

  it('end when a thousand are cited on one line', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `n${i}`);
    const sizes = Object.fromEntries(ids.map((id) => [id, 1]));
    const result = layout(tree([lines('a', 3, {}, { 1: ids })], { notes: notes(sizes) }));
    expect(result.ok).toBe(true);
    const printed = result.ok
      ? texts(result.value)
          .flat()
          .filter((text) => text.startsWith('note-'))
      : [];
    expect(printed).toEqual(ids.map((id) => `note-${id}.1`));
  });

  it('take a page of their own where the next block has no room beside them', () => {
    const tiles = (name: string, count: number, marks: Record<number, string>): Block => ({
      kind: 'row',
      origin: 'o',
      cells: [{ x: 0, width: 50, block: lines(name, count, {}, marks) }],
    });
    const result = layout(
      tree([tiles('a', 3, { 1: 'm', 2: 'n' }), tiles('b', 4, {})], { notes: notes({ m: 14, n: 2 }) }),
    );
    const pages = result.ok ? texts(result.value) : [];
    expect(pages[1]?.every((text) => text.startsWith('note-m'))).toBe(true);
    expect(pages[2]?.slice(0, 4)).toEqual(['b.1', 'b.2', 'b.3', 'b.4']);
    expect(codes(result)).toEqual(['K003']);
  });

  it('shorten columns until they fit', () => {
    const items = Array.from({ length: 20 }, (_, i) => lines(`i${i + 1}`, 1, {}, { 1: `n${i}` }));
    const sizes = Object.fromEntries(items.map((_, i) => [`n${i}`, 1]));
    const columns: Block = {
      kind: 'columns',
      origin: 'o',
      columns: [
        { x: 0, width: 45 },
        { x: 55, width: 45 },
      ],
      children: items,
    };
    const document = laidOut(tree([columns], { notes: notes(sizes) }));
    for (const page of texts(document)) {
      for (const text of page.filter((each) => each.startsWith('i'))) {
        expect(page).toContain(`note-n${Number(text.slice(1, -2)) - 1}.1`);
      }
    }
  });

  it('are found in table cells, boxes and level rows', () => {
    const cell = { x: 0, width: 50, block: lines('c', 2, {}, { 2: 'm' }) };
    const other = { x: 50, width: 50, block: lines('d', 1) };
    const marked = table('t', [['x', 'y']], 0, {
      body: [{ origin: 'o', cells: [{ block: lines('e', 1, {}, { 1: 'n' }), tag: { type: 'TD' } }, null] }],
    });
    const document = laidOut(
      tree(
        [
          stack([lines('f', 1, {}, { 1: 'k' })], { box: { pad: [2, 2, 2, 2] } }),
          { kind: 'row', origin: 'o', level: true, cells: [cell, other] },
          marked,
        ],
        { notes: notes({ k: 1, m: 1, n: 1 }) },
      ),
    );
    expect(texts(document)[0]?.slice(-3)).toEqual(['note-k.1', 'note-m.1', 'note-n.1']);
  });

  it('of a repeated table head print on every page, as artifacts after the first', () => {
    const head = { origin: 'o', cells: [{ block: lines('h', 1, {}, { 1: 'n' }), tag: { type: 'TH' as const } }] };
    const rows = Array.from({ length: 12 }, (_, i) => [`r${i}`]);
    const document = laidOut(tree([table('t', rows, 0, { head: [head] })], { notes: notes({ n: 1 }) }));
    expect(texts(document).map((page) => page.at(-1))).toEqual(['note-n.1', 'note-n.1']);
    const roles = document.pages.map((page) => linesOn(page).at(-1)?.role);
    expect(roles[0]).toHaveProperty('node');
    expect(roles[1]).toHaveProperty('artifact');
  });

  it('share two columns of equal height', () => {
    const master = { ...MASTER, notes: { x: 10, width: 110, columns: 2, columnGap: 10 } };
    const document = laidOut(
      tree([lines('a', 2, {}, { 1: ['k', 'l', 'm', 'n'] })], {
        masters: new Map([['text', master]]),
        notes: notes({ k: 1, l: 1, m: 1, n: 1 }),
      }),
    );
    const placed = linesOn(document.pages[0]).filter((line) => line.line.text.startsWith('note'));
    expect(placed.map((line) => [line.x, line.y])).toEqual([
      [10, 108],
      [10, 118],
      [70, 108],
      [70, 118],
    ]);
  });

  it('report a note that no page can hold', () => {
    const note = { id: 'n', block: stack([lines('x', 11)], { keep: { together: true } }) };
    const result = layout(tree([lines('a', 2, {}, { 1: 'n' })], { notes: new Map([['n', note]]) }));
    expect(codes(result)).toContain('K005');
  });
});
