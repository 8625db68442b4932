import { describe, expect, it } from 'vitest';
import type { Block, BlockTree, PageMaster, PlacedBlock } from '../../../src/compose/block.ts';
import type { PlacedDocument } from '../../../src/pdf/placed.ts';
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
  run,
  stack,
  texts,
  tree,
} from './build.ts';

const WIDE = pageMaster('wide', 300, 100, 10);

function masters(...list: readonly PageMaster[]): Pick<BlockTree, 'masters'> {
  return { masters: new Map(list.map((master) => [master.id, master])) };
}

const page = (master: string, label?: string): Block => ({
  kind: 'page',
  origin: 'o',
  master,
  ...(label === undefined ? {} : { label }),
});

const placed = (text: string, y: number, extra: Partial<PlacedBlock> = {}): PlacedBlock => ({
  kind: 'placed',
  origin: 'o',
  x: 5,
  y,
  width: 100,
  block: { kind: 'text', origin: 'o', paragraph: paragraph([run(text)]) },
  ...extra,
});

describe('masters', () => {
  it('change size and flow area at a page block', () => {
    const document = laidOut(tree([page('text'), lines('a', 1), page('wide'), lines('b', 1)], masters(MASTER, WIDE)));
    expect(document.pages.map((each) => [each.master, each.width, each.height])).toEqual([
      ['text', 140, 150],
      ['wide', 300, 100],
    ]);
    expect(linesOn(document.pages[1])[0]).toMatchObject({ x: 10, y: 18, measure: 280 });
  });

  it('take hold inside a section, and leave no empty page', () => {
    const section = stack([page('wide'), lines('b', 1)], { tag: { type: 'Sect' } });
    const document = laidOut(tree([stack([page('text'), lines('a', 10)]), section], masters(MASTER, WIDE)));
    expect(document.pages.map((each) => each.master)).toEqual(['text', 'wide']);
  });

  it('print a page with nothing in its flow', () => {
    const document = laidOut(tree([page('wide'), page('text'), lines('a', 1)], masters(MASTER, WIDE)));
    expect(document.pages.map((each) => each.master)).toEqual(['wide', 'text']);
  });

  it('draw the ground first, furniture by parity, and all of it as artifact', () => {
    const ground = { width: 140, height: 150, ops: [] };
    const master = { ...MASTER, ground, recto: [placed('right', 5)], verso: [placed('left', 140)] };
    const document = laidOut(tree([lines('a', 10), lines('b', 2)], masters(master)));
    expect(document.pages.map((each) => each.items[0]?.role)).toEqual([
      { artifact: 'Background' },
      { artifact: 'Background' },
    ]);
    expect(document.pages.map((each) => linesOn(each)[0]?.line.text)).toEqual(['right', 'left']);
    expect(document.pages.map((each) => linesOn(each)[0]?.role)).toEqual([
      { artifact: 'Pagination', subtype: 'Header' },
      { artifact: 'Pagination', subtype: 'Footer' },
    ]);
  });

  it('print the label of their own page in furniture', () => {
    const folio = placed('', 140, { block: { kind: 'text', origin: 'o', paragraph: paragraph([pageOf('@self')]) } });
    const master = { ...MASTER, recto: [folio], verso: [folio] };
    const document = laidOut(
      tree([page('text', 'iv'), lines('a', 12), page('text', '1'), lines('b', 1)], masters(master)),
    );
    expect(document.pages.map((each) => each.label)).toEqual(['iv', 'v', '1']);
    expect(texts(document).map((each) => each[0])).toEqual(['iv', 'v', '1']);
  });
});

describe('breaks', () => {
  const to = (where: 'page' | 'recto'): Block => ({ kind: 'break', origin: 'o', to: where });

  it('start a new page, once', () => {
    expect(texts(laidOut(tree([lines('a', 1), to('page'), to('page'), lines('b', 1)])))).toEqual([['a.1'], ['b.1']]);
  });

  it('start a right-hand page, with a blank one before it where needed', () => {
    const document = laidOut(tree([lines('a', 1), to('recto'), lines('b', 1)]));
    expect(texts(document)).toEqual([['a.1'], [], ['b.1']]);
    const even = laidOut(tree([lines('a', 12), to('recto'), lines('b', 1)]));
    expect(even.pages).toHaveLength(3);
  });

  it('are reported where they cannot take effect', () => {
    const cell = { x: 0, width: 50, block: stack([lines('a', 1), to('page'), lines('b', 1)]) };
    const result = layout(tree([{ kind: 'row', origin: 'o', cells: [cell] }]));
    expect(codes(result)).toEqual(['K003']);
    expect(result.ok && texts(result.value)).toEqual([['a.1', 'b.1']]);
  });

  it('keep their space after a forced break and drop it after a natural one', () => {
    const gap: Block = { kind: 'space', origin: 'o', height: 20 };
    const forced = laidOut(tree([lines('a', 1), to('page'), gap, lines('b', 1)]));
    expect(linesOn(forced.pages[1])[0]?.y).toBe(MASTER.flow.top + 28);
    const natural = laidOut(tree([lines('a', 10), gap, lines('b', 1)]));
    expect(linesOn(natural.pages[1])[0]?.y).toBe(MASTER.flow.top + 8);
  });
});

describe('placed blocks', () => {
  it('stand at their place and take no room', () => {
    const document = laidOut(tree([placed('p', 130), lines('a', 1)]));
    expect(linesOn(document.pages[0]).map((line) => [line.line.text, line.x, line.y])).toEqual([
      ['p', 5, 138],
      ['a.1', 20, 28],
    ]);
  });

  it('report content taller than the place', () => {
    const block = lines('a', 3);
    expect(codes(layout(tree([placed('p', 10, { height: 20, block })])))).toEqual(['K001']);
  });

  it('report text outside the page', () => {
    expect(codes(layout(tree([placed('p', 145)])))).toEqual(['K001']);
  });
});

describe('margin notes', () => {
  const margin = (text: string, count: number, extra: object = {}): Block => ({
    kind: 'margin',
    origin: 'o',
    x: 2,
    width: 16,
    block: lines(text, count, { tag: { type: 'P' } }),
    tag: { type: 'Aside' },
    ...extra,
  });
  const find = (document: ReturnType<typeof laidOut>, text: string): { page: number; y: number } => {
    const at = document.pages.findIndex((each) => linesOn(each).some((line) => line.line.text === text));
    return { page: at, y: linesOn(document.pages[at]).find((line) => line.line.text === text)?.y ?? 0 };
  };

  it('align with the block before them and take no room', () => {
    const document = laidOut(tree([lines('a', 2), lines('b', 2), margin('m', 1), lines('c', 1)]));
    expect(find(document, 'm.1')).toEqual(find(document, 'b.1'));
    expect(find(document, 'c.1').y).toBe(MASTER.flow.top + 48);
  });

  it('align with the block they name, before or after them', () => {
    const document = laidOut(tree([margin('m', 1, { beside: 'b' }), lines('a', 2), lines('b', 2)]));
    expect(find(document, 'm.1')).toEqual(find(document, 'b.1'));
  });

  it('stay on the page of their block when it moves or breaks', () => {
    const moved = laidOut(tree([lines('x', 9), lines('a', 2), margin('m', 1)]));
    expect(find(moved, 'm.1').page).toBe(1);
    const broken = laidOut(tree([lines('x', 6), lines('a', 8), margin('m', 1)]));
    expect(find(broken, 'm.1')).toEqual(find(broken, 'a.1'));
  });

  it('push each other down, and up from the foot', () => {
    const document = laidOut(
      tree([
        lines('a', 1),
        margin('m', 3),
        lines('b', 1),
        margin('n', 2),
        lines('c', 8),
        margin('o', 1),
        lines('d', 1),
      ]),
    );
    expect(find(document, 'n.1').y).toBe(find(document, 'm.3').y + 10);
    const foot = laidOut(tree([lines('a', 8), lines('b', 2), margin('m', 4)]));
    expect(find(foot, 'm.4').y).toBe(MASTER.flow.bottom - 2);
  });

  it('after a page change belong to the first block of the new page', () => {
    const document = laidOut(tree([lines('a', 1), page('text'), margin('m', 1), lines('b', 1)]));
    expect(find(document, 'm.1')).toEqual(find(document, 'b.1'));
  });

  it('are reported when they stand beside nothing', () => {
    expect(codes(layout(tree([margin('m', 1)])))).toEqual(['K001']);
  });

  it('are reported when higher than the page', () => {
    expect(codes(layout(tree([lines('a', 1), margin('m', 9), margin('n', 4)])))).toEqual(['K001']);
  });

  it('follow their block in the structure', () => {
    const document = laidOut(tree([lines('a', 1), margin('m', 1), lines('b', 1)]));
    expect(document.structure.map((node) => node.tag.type)).toEqual(['P', 'Aside', 'P', 'P']);
  });
});

describe('columns', () => {
  const columns = (children: readonly Block[], balance = false): Block => ({
    kind: 'columns',
    origin: 'o',
    columns: [
      { x: 0, width: 45 },
      { x: 55, width: 45 },
    ],
    children,
    balance,
    rule: { paint: 'hair', width: 0.5 },
  });
  const xs = (document: ReturnType<typeof laidOut>, at: number): number[] =>
    linesOn(document.pages[at]).map((line) => line.x);

  it('fill one after the other, then the next page', () => {
    const items = Array.from({ length: 24 }, (_, i) => lines(`i${i + 1}`, 1));
    const document = laidOut(tree([columns(items)]));
    expect(xs(document, 0)).toEqual([...Array(10).fill(20), ...Array(10).fill(75)]);
    expect(xs(document, 1)).toEqual([20, 20, 20, 20]);
    expect(texts(document).flat()).toEqual(items.map((_, i) => `i${i + 1}.1`));
  });

  it('end level on their last page when balanced', () => {
    const items = Array.from({ length: 8 }, (_, i) => lines(`i${i + 1}`, 1));
    const document = laidOut(tree([columns(items, true), lines('after', 1)]));
    expect(xs(document, 0)).toEqual([20, 20, 20, 20, 75, 75, 75, 75, 20]);
    expect(linesOn(document.pages[0]).at(-1)?.y).toBe(MASTER.flow.top + 48);
  });

  it('keep a group head with its rows', () => {
    const items = [
      ...Array.from({ length: 9 }, (_, i) => lines(`i${i}`, 1)),
      lines('g', 1, { keep: { withNext: true } }),
    ];
    const document = laidOut(tree([columns([...items, lines('j', 2), lines('k', 2)])]));
    const head = linesOn(document.pages[0]).find((line) => line.line.text === 'g.1');
    expect([head?.x, head?.y]).toEqual([75, 28]);
  });

  it('break where asked', () => {
    const document = laidOut(
      tree([columns([lines('a', 1), { kind: 'break', origin: 'o', to: 'column' }, lines('b', 1)])]),
    );
    expect(xs(document, 0)).toEqual([20, 75]);
  });

  it('make room for the notes of both columns', () => {
    const items = Array.from({ length: 20 }, (_, i) => lines(`i${i + 1}`, 1, {}, i === 15 ? { 1: 'n' } : {}));
    const document = laidOut(tree([columns(items)], { notes: notes({ n: 1 }) }));
    const first = texts(document)[0] ?? [];
    expect(first).toContain('i16.1');
    expect(first.at(-1)).toBe('note-n.1');
    const bottom = Math.max(
      ...linesOn(document.pages[0])
        .filter((line) => line.line.text.startsWith('i'))
        .map((line) => line.y),
    );
    expect(bottom).toBeLessThanOrEqual(MASTER.flow.bottom - 20);
  });

  it('split a table by its rows', () => {
    const rows = Array.from(
      { length: 14 },
      (_, i): Block => ({
        kind: 'row',
        origin: 'o',
        cells: [
          { x: 0, width: 25, block: lines(`c${i}`, 1) },
          { x: 25, width: 20, block: lines('t', 1) },
        ],
      }),
    );
    const document = laidOut(tree([columns(rows, true)]));
    expect(linesOn(document.pages[0]).filter((line) => line.line.text.startsWith('c') && line.x === 75)).toHaveLength(
      7,
    );
  });
});

describe('the last page before a break', () => {
  const pages = (last: number): readonly number[] => {
    const long = [1, 2, 3, 4, 5].map((part) => lines(`a${part}`, 20));
    return texts(onTall([...long, lines('b', last)])).map((page) => page.length);
  };
  const onTall = (children: readonly Block[]): PlacedDocument => {
    const tall = { ...MASTER, height: 1000, flow: { ...MASTER.flow, bottom: 20 + 500 } };
    return laidOut(tree(children, { masters: new Map([[MASTER.id, tall]]) }));
  };

  it('is not left with a few lines where the page before can spare some', () => {
    expect(pages(2)).toEqual([50, 40, 12]);
    expect(pages(8)).toEqual([50, 45, 13]);
    expect(pages(13)).toEqual([50, 50, 13]);
  });

  it('begins with a heading rather than in a text', () => {
    const outline = { level: 1, title: 'h', lang: 'en' } as const;
    const heading = lines('h', 1, { outline, keep: { withNext: true } });
    const placed = texts(onTall([lines('a', 36), heading, lines('b', 20)]));
    expect(placed.map((page) => page[0])).toEqual(['a.1', 'h.1']);
    expect(placed.map((page) => page.length)).toEqual([36, 21]);
  });

  it('takes a float from the page before together with the text behind it, so that no figure stands there alone', () => {
    const figure = { kind: 'drawing', origin: 'o', drawing: { width: 50, height: 110, ops: [] } } as const;
    const float: Block = { kind: 'float', origin: 'o', block: { ...figure, id: 'f' } };
    const document = onTall([lines('a', 38), float, lines('b', 3, { keep: { together: true } })]);
    expect(document.placements.get('f')?.boxes[0]?.page).toBe(1);
    expect(texts(document).map((page) => page.length)).toEqual([38, 3]);
  });

  it('stays short where what stands before it cannot be parted', () => {
    const whole = lines('a', 48, { keep: { together: true } });
    expect(texts(onTall([whole, lines('b', 4)])).map((page) => page.length)).toEqual([48, 4]);
  });
});

describe('floats', () => {
  const float = (name: string, height: number): Block => ({
    kind: 'float',
    origin: 'o',
    block: {
      kind: 'drawing',
      id: name,
      origin: 'o',
      tag: { type: 'Figure', alt: name },
      drawing: { width: 50, height, ops: [] },
    },
  });

  it('stand in place when they fit', () => {
    const document = laidOut(tree([lines('a', 2), float('f', 30), lines('b', 2)]));
    expect(document.placements.get('f')?.boxes[0]).toMatchObject({ page: 0, y: 40 });
  });

  it('wait for the next page while the text goes on, in order', () => {
    const document = laidOut(tree([lines('a', 8), float('f', 40), lines('b', 2), float('g', 5), lines('c', 4)]));
    expect(texts(document)[0]?.slice(8)).toEqual(['b.1', 'b.2']);
    expect(document.placements.get('f')?.boxes[0]).toMatchObject({ page: 1, y: 20 });
    expect(document.placements.get('g')?.boxes[0]).toMatchObject({ page: 1, y: 60 });
    expect(document.structure.map((node) => node.block)).toEqual(['a', 'f', 'b', 'g', 'c']);
  });

  it('leave the text in order when it breaks before them', () => {
    const document = laidOut(
      tree(
        [
          lines('a', 1),
          float('f', 70),
          float('g', 20),
          lines('h', 1, { keep: { withNext: true } }),
          lines('b', 1, {}, { 1: 'n' }),
        ],
        { notes: notes({ n: 1 }) },
      ),
    );
    expect(texts(document).flat()).toEqual(['a.1', 'h.1', 'b.1', 'note-n.1']);
  });

  it('do not shift the text after them by their own space', () => {
    const document = laidOut(
      tree([stack([lines('a', 8, { after: 2 }), float('f', 40)]), lines('b', 1, { before: 3 }), lines('c', 9)]),
    );
    expect(linesOn(document.pages[0]).at(-1)?.y).toBe(MASTER.flow.top + 80 + 2 + 3 + 8);
  });

  it('leave no heading alone at the foot of the page that they go from', () => {
    const heading = lines('h', 1, { keep: { withNext: true } });
    const document = laidOut(tree([lines('a', 9), heading, float('f', 40), lines('b', 4)]));
    expect(texts(document)).toEqual([
      ['a.1', 'a.2', 'a.3', 'a.4', 'a.5', 'a.6', 'a.7', 'a.8', 'a.9'],
      ['h.1', 'b.1', 'b.2', 'b.3', 'b.4'],
    ]);
  });

  it('wait again when the next page has no room for all of them, and text goes on between', () => {
    const document = laidOut(tree([lines('a', 9), float('f', 50), float('g', 40), float('h', 60), lines('b', 12)]));
    const pages = ['f', 'g', 'h'].map((name) => document.placements.get(name)?.boxes[0]?.page);
    expect(pages).toEqual([1, 1, 2]);
    expect(texts(document).flat()).toHaveLength(21);
  });

  it('keep the larger of two spaces, above and below', () => {
    const spaced: Block = { ...float('f', 20), before: 6, after: 9 };
    const document = laidOut(tree([lines('a', 1), spaced, lines('b', 1, { before: 4 })]));
    expect(document.placements.get('f')?.boxes[0]?.y).toBe(MASTER.flow.top + 16);
    expect(linesOn(document.pages[0]).at(-1)?.y).toBe(MASTER.flow.top + 36 + 9 + 8);
  });

  it('keep the larger of their spaces between them, and their own where the next one waits', () => {
    const spaced = (name: string, height: number): Block => ({ ...float(name, height), before: 6, after: 9 });
    const both = laidOut(tree([lines('a', 1), spaced('f', 20), spaced('g', 20), lines('b', 1)]));
    expect(both.placements.get('g')?.boxes[0]?.y).toBe(MASTER.flow.top + 16 + 20 + 9);
    const one = laidOut(tree([spaced('f', 50), spaced('g', 45), lines('b', 12)]));
    expect(one.placements.get('f')?.boxes[0]).toMatchObject({ page: 0, y: MASTER.flow.top });
    expect(one.placements.get('g')?.boxes[0]?.page).toBe(1);
    expect(linesOn(one.pages[0])[0]?.y).toBe(MASTER.flow.top + 50 + 9 + 8);
  });

  const TALL: PageMaster = { ...MASTER, height: 550, flow: { ...MASTER.flow, bottom: 520 } };
  const onTall = (children: readonly Block[]): PlacedDocument =>
    laidOut(tree(children, { masters: new Map([[TALL.id, TALL]]) }));

  it('go to the foot where but a scrap of a paragraph would stand below them', () => {
    const document = onTall([lines('a', 17), float('f', 300), lines('b', 30)]);
    expect(document.placements.get('f')?.boxes[0]).toMatchObject({ page: 0, y: 20 + 200 });
    expect(texts(document)[0]?.slice(17)).toEqual(['b.1', 'b.2', 'b.3']);
    expect(document.structure.map((node) => node.block)).toEqual(['a', 'f', 'b']);
  });

  it('stand in place where more than a scrap stands below them, or a paragraph ends there', () => {
    const long = onTall([lines('a', 7), float('f', 300), lines('b', 30)]);
    expect(long.placements.get('f')?.boxes[0]).toMatchObject({ page: 0, y: 20 + 70 });
    const whole = onTall([lines('a', 17), float('f', 300), lines('b', 3), lines('c', 30)]);
    expect(whole.placements.get('f')?.boxes[0]).toMatchObject({ page: 0, y: 20 + 170 });
  });

  it('never go past a heading to the foot', () => {
    const heading = lines('h', 1, { keep: { withNext: true } });
    const document = onTall([lines('a', 16), float('f', 300), heading, lines('b', 30)]);
    expect(texts(document)[0]?.slice(16)).toEqual(['h.1', 'b.1', 'b.2', 'b.3']);
    expect(document.placements.get('f')?.boxes[0]).toMatchObject({ page: 0, y: 20 + 160 });
  });

  it('wait although they fit where the page would else end early', () => {
    const whole = lines('k', 4, { keep: { together: true } });
    const document = laidOut(tree([lines('a', 3), float('f', 40), whole, lines('b', 12)]));
    expect(document.placements.get('f')?.boxes[0]).toMatchObject({ page: 1, y: MASTER.flow.top });
    expect(texts(document).map((page) => page.length)).toEqual([10, 6, 3]);
  });

  it('do not wait where a heading would come forward, and leave them in its section', () => {
    const outline = { level: 1, title: 'k', lang: 'en' } as const;
    const section = lines('k', 4, { outline, keep: { together: true } });
    const document = laidOut(tree([lines('a', 3), float('f', 40), section, lines('b', 12)]));
    expect(document.placements.get('f')?.boxes[0]).toMatchObject({ page: 0, y: MASTER.flow.top + 30 });
    expect(texts(document).map((page) => page.length)).toEqual([3, 10, 6]);
  });

  it('come before a forced page break', () => {
    const document = laidOut(
      tree([lines('a', 9), float('f', 40), { kind: 'break', origin: 'o', to: 'page' }, lines('b', 2)]),
    );
    expect(document.placements.get('f')?.boxes[0]?.page).toBe(1);
    expect(texts(document)[2]).toEqual(['b.1', 'b.2']);
  });
});

describe('references', () => {
  it('settle on the labels of the pages where blocks stand', () => {
    const contents: Block = { kind: 'text', origin: 'o', paragraph: paragraph([pageOf('b')]) };
    const document = laidOut(tree([contents, lines('a', 9), lines('b', 2)]));
    expect(texts(document)[0]?.[0]).toBe('2');
  });

  it('are given up with both answers when they do not settle', () => {
    const reference: Block = {
      kind: 'text',
      origin: 'o',
      paragraph: paragraph(Array.from({ length: 20 }, () => pageOf('b'))),
    };
    const whole = stack([lines('a', 7)], { keep: { together: true } });
    const result = layout(tree([page('text', 'viii'), reference, whole, lines('b', 1)]));
    expect(codes(result)).toEqual(['K004']);
    expect(result.diagnostics[0]).toMatchObject({ block: 'b', expected: 'ix', found: 'viii' });
  });

  it('list the outline in the order of the tree', () => {
    const mark = (title: string): { outline: { level: number; title: string; lang: 'en' } } => ({
      outline: { level: 1, title, lang: 'en' },
    });
    const document = laidOut(tree([lines('a', 9, mark('A')), stack([lines('b', 2)], mark('B'))]));
    expect(document.outline).toEqual([
      { level: 1, title: 'A', lang: 'en', block: 'a', page: 0, y: 20 },
      { level: 1, title: 'B', lang: 'en', block: undefined, page: 1, y: 20 },
    ]);
  });
});

describe('structure', () => {
  it('nests blocks in tree order and gives each line its element', () => {
    const list = stack(
      [
        {
          kind: 'row',
          origin: 'o',
          tag: { type: 'LI' },
          cells: [
            { x: 0, width: 15, block: lines('m', 1, { tag: { type: 'Lbl' } }) },
            { x: 15, width: 85, block: lines('b', 1, { tag: { type: 'LBody' } }) },
          ],
        },
      ],
      { tag: { type: 'L', listNumbering: 'Disc' } },
    );
    const document = laidOut(tree([stack([lines('h', 1, { tag: { type: 'H1' } }), list], { tag: { type: 'Sect' } })]));
    expect(document.structure.map((node) => [node.id, node.parent, node.tag.type])).toEqual([
      [0, undefined, 'Sect'],
      [1, 0, 'H1'],
      [2, 0, 'L'],
      [3, 2, 'LI'],
      [4, 3, 'Lbl'],
      [5, 3, 'LBody'],
    ]);
    expect(linesOn(document.pages[0]).map((line) => line.role)).toEqual([{ node: 1 }, { node: 4 }, { node: 5 }]);
  });

  it('takes artifacts out', () => {
    const document = laidOut(tree([stack([lines('a', 1)], { tag: 'artifact' }), lines('b', 1)]));
    expect(document.structure.map((node) => node.block)).toEqual(['b']);
    expect(linesOn(document.pages[0])[0]?.role).toEqual({ artifact: 'Layout' });
  });

  it('keeps one element for a paragraph on two pages', () => {
    const document = laidOut(tree([lines('a', 15)]));
    expect(document.structure).toHaveLength(1);
    expect(document.pages.flatMap(linesOn).every((line) => 'node' in line.role && line.role.node === 0)).toBe(true);
  });
});
