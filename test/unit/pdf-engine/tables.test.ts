import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../../src/compose/block.ts';
import {
  codes,
  laidOut,
  layout,
  lines,
  linesOn,
  MASTER,
  notes,
  paragraph,
  run,
  stack,
  table,
  texts,
  tree,
} from './build.ts';

const numbered = (count: number): string[][] => Array.from({ length: count }, (_, i) => [`r${i + 1}`, `v${i + 1}`]);

describe('tables', () => {
  it('set columns beside each other and rows under each other', () => {
    const page = laidOut(tree([table('t', numbered(2)), lines('b', 1)])).pages[0];
    expect(linesOn(page).map((line) => [line.line.text, line.x, line.y])).toEqual([
      ['r1', 20, 28],
      ['v1', 70, 28],
      ['r2', 20, 38],
      ['v2', 70, 38],
      ['b.1', 20, 48],
    ]);
  });

  it('repeat the head on each page as artifact', () => {
    const document = laidOut(tree([table('t', [['H', 'I'], ...numbered(15)], 1)]));
    expect(texts(document).map((page) => page.slice(0, 2))).toEqual([
      ['H', 'I'],
      ['H', 'I'],
    ]);
    const heads = document.pages.map((page) => linesOn(page)[0]?.role);
    expect(heads[0]).toHaveProperty('node');
    expect(heads[1]).toEqual({ artifact: 'Pagination' });
    expect(
      texts(document)
        .flat()
        .filter((text) => text.startsWith('r')),
    ).toEqual(numbered(15).map(([name]) => name));
  });

  it('leave no single row at the foot or head of a page', () => {
    const foot = laidOut(tree([lines('x', 8), table('t', [['H', 'I'], ...numbered(4)], 1)]));
    expect(texts(foot)[0]).toHaveLength(8);
    const head = laidOut(tree([table('t', numbered(11))]));
    expect(texts(head).map((page) => page.length / 2)).toEqual([9, 2]);
  });

  it('keep rows with the next where they say so', () => {
    const base = table('t', numbered(12));
    const body = base.body.map((row, i) => (i === 7 || i === 9 ? { ...row, keepWithNext: true } : row));
    const document = laidOut(tree([{ ...base, body }]));
    expect(texts(document)[1]?.[0]).toBe('r10');
  });

  it('keep the caption with the head and two rows', () => {
    const caption = lines('c', 1, { tag: { type: 'Caption' } });
    const document = laidOut(tree([lines('x', 7), table('t', [['H', 'I'], ...numbered(4)], 1, { caption })]));
    expect(texts(document)[1]?.[0]).toBe('c.1');
    const fitting = laidOut(tree([lines('x', 6), table('t', [['H', 'I'], ...numbered(4)], 1, { caption })]));
    expect(texts(fitting)[0]?.slice(-2)).toEqual(['r2', 'v2']);
  });

  it('draw rules and grounds within the rows, under the text', () => {
    const base = table('t', numbered(1));
    const row = base.body[0];
    if (row === undefined) throw new Error('no row');
    const cells = row.cells.map((cell) => (cell === null ? null : { ...cell, ground: 'paper' }));
    const stroke = { paint: 'ink', width: 2 };
    const page = laidOut(tree([{ ...base, body: [{ ...row, cells, top: stroke, bottom: stroke }] }])).pages[0];
    expect(page?.items.map((item) => [item.kind, item.y])).toEqual([
      ['drawing', 20],
      ['drawing', 20],
      ['line', 28],
      ['line', 28],
      ['drawing', 21],
      ['drawing', 29],
    ]);
  });

  it('give padding and least heights', () => {
    const base = table('t', numbered(1));
    const row = base.body[0];
    if (row === undefined) throw new Error('no row');
    const cells = row.cells.map((cell) => (cell === null ? null : { ...cell, pad: [2, 3, 4, 5] as const }));
    const body = [{ ...row, cells }, { ...row, minHeight: 25 }, row];
    const page = laidOut(tree([{ ...base, body }])).pages[0];
    const placed = linesOn(page);
    expect([placed[0]?.x, placed[0]?.y]).toEqual([25, 30]);
    expect(placed[2]?.y).toBe(20 + 16 + 8);
    expect(placed[4]?.y).toBe(20 + 16 + 25 + 8);
  });

  it('span columns and rows', () => {
    const cell = (text: string, extra: object = {}): TableBlock['body'][number]['cells'][number] => ({
      block: { kind: 'text', origin: 'o', paragraph: paragraph([run(text)]) },
      tag: { type: 'TD' },
      ...extra,
    });
    const body = [
      { origin: 'o', cells: [cell('abcdefghijklmnop', { colSpan: 2 }), null, cell('x')] },
      { origin: 'o', cells: [cell('tall', { rowSpan: 2 }), cell('b'), cell('c')] },
      { origin: 'o', cells: [null, cell('d'), cell('e')] },
    ];
    const block: TableBlock = { kind: 'table', origin: 'o', columns: [40, 40, 20], head: [], body };
    const document = laidOut(tree([block]));
    expect(linesOn(document.pages[0]).map((line) => [line.line.text, line.x, line.y])).toEqual([
      ['abcdefghijklmnop', 20, 28],
      ['x', 100, 28],
      ['tall', 20, 38],
      ['b', 60, 38],
      ['c', 100, 38],
      ['d', 60, 48],
      ['e', 100, 48],
    ]);
    const spans = document.structure.filter((node) => node.tag.type === 'TD').map((node) => node.tag);
    expect(spans[0]).toMatchObject({ colSpan: 2 });
    expect(spans[2]).toMatchObject({ rowSpan: 2 });
  });

  it('do not break through a cell that spans rows', () => {
    const base = table('t', numbered(14));
    const body = base.body.map((row, i) => {
      if (i < 8 || i > 10) return row;
      const [first, second] = row.cells;
      const spanning = first === null || first === undefined ? null : { ...first, rowSpan: 3 };
      return { ...row, cells: [i === 8 ? spanning : null, second ?? null] };
    });
    expect(texts(laidOut(tree([{ ...base, body }])))[1]?.[0]).toBe('r9');
  });

  it('give columns without a width what their content needs, and fill the place', () => {
    const rows = [
      ['1', 'a word or two'],
      ['22', 'x'],
    ];
    const document = laidOut(tree([table('t', rows, 0, { columns: ['auto', 'auto'] })]));
    const second = linesOn(document.pages[0])[1];
    expect(second?.x).toBeGreaterThan(MASTER.flow.x + 10);
    expect((second?.x ?? 0) + (second?.measure ?? 0)).toBeCloseTo(MASTER.flow.x + MASTER.flow.width, 6);
  });

  it('report columns wider than their place', () => {
    expect(codes(layout(tree([table('t', [['a', 'b', 'c']])])))).toEqual(['K001']);
  });

  it('break a row taller than a page between its lines', () => {
    const body = [
      {
        origin: 'o',
        cells: [
          { block: lines('a', 14), tag: { type: 'TD' as const } },
          { block: lines('b', 2), tag: { type: 'TD' as const } },
        ],
      },
    ];
    const document = laidOut(tree([table('t', [['H', 'I']], 1, { columns: [50, 50], body })]));
    expect(
      texts(document)
        .flat()
        .filter((text) => text.startsWith('a.')),
    ).toHaveLength(14);
    expect(texts(document)[1]?.slice(0, 2)).toEqual(['H', 'I']);
    expect(document.structure.filter((node) => node.tag.type === 'TR')).toHaveLength(2);
  });

  it('report rows under one span that are taller than a page', () => {
    const base = table('t', numbered(12));
    const body = base.body.map((row, i) => {
      const [first, second] = row.cells;
      const spanning = first === null || first === undefined ? null : { ...first, rowSpan: 12 };
      return { ...row, cells: [i === 0 ? spanning : null, second ?? null] };
    });
    expect(codes(layout(tree([{ ...base, body }])))).toContain('K002');
  });

  it('survive rows of other lengths than the columns, and no rows at all', () => {
    const base = table('t', numbered(2));
    const [first, second] = base.body;
    if (first === undefined || second === undefined) throw new Error('no rows');
    const long = { ...first, cells: [...first.cells, ...first.cells] };
    const wide = first.cells.map((cell) => (cell === null ? null : { ...cell, colSpan: 9 }));
    const body = [long, { ...second, cells: second.cells.slice(0, 1) }, { ...first, cells: wide.slice(0, 1) }];
    const document = laidOut(tree([{ ...base, body }, { ...base, body: [] }, lines('b', 1)]));
    expect(texts(document)[0]).toEqual(['r1', 'v1', 'r2', 'r1', 'b.1']);
  });

  it('survive a cell narrower than a character', () => {
    const result = layout(tree([table('t', [['abc', 'b']], 0, { columns: [2, 50] })]));
    expect(result.ok && texts(result.value)[0]).toEqual(['a', 'b', 'c', 'b']);
  });

  it('make a tree of sections, rows and cells', () => {
    const caption = lines('c', 1, { tag: { type: 'Caption' } });
    const document = laidOut(
      tree([
        table(
          't',
          [
            ['H', 'I'],
            ['1', '2'],
          ],
          1,
          { caption },
        ),
      ]),
    );
    const path = (id: number | undefined): string =>
      id === undefined ? '' : `${path(document.structure[id]?.parent)}/${document.structure[id]?.tag.type}`;
    expect(document.structure.map((node) => path(node.id))).toEqual([
      '/Table',
      '/Table/Caption',
      '/Table/THead',
      '/Table/THead/TR',
      '/Table/THead/TR/TH',
      '/Table/THead/TR/TH',
      '/Table/TBody',
      '/Table/TBody/TR',
      '/Table/TBody/TR/TD',
      '/Table/TBody/TR/TD',
    ]);
  });
});

describe('what stands under a table', () => {
  const foot = (name: string, count = 1): Partial<TableBlock> => ({ foot: lines(name, count, { before: 5 }) });

  it('stands under its last row, after it in the tree and not in it', () => {
    const document = laidOut(
      tree([stack([table('t', numbered(2), 0, foot('f'))], { tag: { type: 'Div' } }), lines('b', 1)]),
    );
    expect(texts(document)[0]?.slice(-2)).toEqual(['f.1', 'b.1']);
    expect(linesOn(document.pages[0]).map((line) => line.y)).toEqual([28, 28, 38, 38, 53, 63]);
    const types = document.structure.map((node) => [node.tag.type, document.structure[node.parent ?? -1]?.tag.type]);
    expect(types.at(-2)).toEqual(['P', 'Div']);
  });

  it('stands under its rows on each page, and is read out once, at its end', () => {
    const document = laidOut(tree([table('t', [['H', 'I'], ...numbered(18)], 1, foot('f', 2))]));
    expect(document.pages.length).toBe(3);
    for (const [index, page] of document.pages.entries()) {
      const [first, second] = linesOn(page).slice(-2);
      expect([first?.line.text, second?.line.text]).toEqual(['f.1', 'f.2']);
      expect('node' in (first?.role ?? {})).toBe(index === 2);
      const rows = linesOn(page).slice(0, -2);
      expect((first?.y ?? 0) - (rows.at(-1)?.y ?? 0)).toBe(15);
      expect(second?.y).toBeLessThan(MASTER.flow.bottom);
    }
    expect(texts(document).flatMap((page) => page.slice(2, -2))).toHaveLength(36);
  });

  it('brings the notes that it cites to each of these pages', () => {
    const cited = { foot: lines('f', 1, {}, { 1: 'n' }) };
    const document = laidOut(tree([table('t', [['H', 'I'], ...numbered(12)], 1, cited)], { notes: notes({ n: 1 }) }));
    expect(texts(document).map((page) => page.slice(-2))).toEqual(document.pages.map(() => ['f.1', 'note-n.1']));
    expect(document.pages.length).toBeGreaterThan(1);
  });

  it('ends though it is as high as a page', () => {
    const result = layout(tree([table('t', [['H', 'I'], ...numbered(4)], 1, foot('f', 11))]));
    expect(result.diagnostics.map((one) => one.code)).toContain('K002');
  });
});
