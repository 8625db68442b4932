import { describe, expect, it } from 'vitest';
import type { StructureTag } from '../../../src/compose/block.ts';
import type { DrawingOp, Lang, Segment } from '../../../src/core/index.ts';
import { preflight, readAloud, type TagFacts } from '../../../src/inspect/index.ts';
import type { ItemRole, PlacedItem } from '../../../src/pdf/placed.ts';
import { writePdf } from '../../../src/pdf/writer/index.ts';
import { findObjects, operatorsOf, pageContents, readObjects } from '../../support/read-pdf.ts';
import {
  documentOf,
  lineOf,
  readBack,
  type Stretch,
  setRuns,
  structureBuilder,
  THEME,
  testFonts,
  written,
} from './placed.ts';

const fonts = await testFonts();

function line(
  stretches: readonly Stretch[] | string,
  y: number,
  role: ItemRole | number,
  lang: Lang = 'zh',
): PlacedItem {
  const parts = typeof stretches === 'string' ? [{ text: stretches }] : stretches;
  return lineOf(setRuns(fonts, parts, lang), { x: 60, y, role: typeof role === 'number' ? { node: role } : role });
}

const TRIANGLE: readonly Segment[] = [['M', 0, 6], ['L', 6, 6], ['L', 3, 0], ['Z']];

function triangle(x: number): DrawingOp {
  const segments = TRIANGLE.map((segment): Segment => {
    if (segment[0] === 'Z' || segment[0] === 'C') return segment;
    return [segment[0], segment[1] + x, segment[2]];
  });
  return { op: 'path', segments, fill: 'mark' };
}

/** `H1(text) P(text Span(text))`: the tree in one line. */
function outlineOf(tags: readonly TagFacts[]): string {
  return tags
    .map(({ type, text, children }) => `${type}(${[text.trim(), outlineOf(children)].filter(Boolean).join(' ')})`)
    .join(' ');
}

async function treeOf(pages: readonly (readonly PlacedItem[])[], nodes: ReturnType<typeof structureBuilder>['nodes']) {
  const facts = await readBack(documentOf({ pages, structure: nodes }));
  return facts.pages.map((page) => outlineOf(page.tags));
}

describe('the structure tree', () => {
  it('has the nodes of the layout under one Document, with their text', async () => {
    const s = structureBuilder();
    const sect = s.node(undefined, { type: 'Sect' });
    const heading = s.node(sect, { type: 'H1' });
    const paragraph = s.node(sect, { type: 'P' });
    const items = [line('标题', 80, heading), line('第一行', 100, paragraph), line('第二行', 115, paragraph)];
    expect(await treeOf([items], s.nodes)).toEqual(['Document(Sect(H1(标题) P(第一行\n第二行)))']);
  });

  it('keeps reading order where a margin note was painted first', async () => {
    const s = structureBuilder();
    const text = s.node(undefined, { type: 'P' });
    const note = s.node(undefined, { type: 'Aside' });
    const tree = await treeOf([[line('旁注', 80, note), line('正文', 80, text)]], s.nodes);
    expect(tree).toEqual(['Document(P(正文) Div(旁注))']);
  });

  it('puts an element’s own text before the child that follows it', async () => {
    const s = structureBuilder();
    const body = s.node(undefined, { type: 'LBody' });
    const list = s.node(body, { type: 'L' });
    const item = s.node(list, { type: 'LI' });
    const inner = s.node(item, { type: 'LBody' });
    const bytes = (
      await written(
        documentOf({
          pages: [[line('前', 80, body), line('内', 95, inner), line('后', 110, body)]],
          structure: s.nodes,
        }),
      )
    ).bytes;
    const [own] = findObjects(readObjects(bytes), /\/S\/LBody.*\/K\[0 \d+ 0 R 2\]/);
    expect(own).toBeDefined();
  });

  it('leaves out elements without content, but not cells', async () => {
    const s = structureBuilder();
    const table = s.node(undefined, { type: 'Table' });
    const row = s.node(s.node(table, { type: 'TBody' }), { type: 'TR' });
    const head = s.node(row, { type: 'TH', scope: 'Row' });
    s.node(row, { type: 'TD' });
    s.node(undefined, { type: 'Sect' });
    expect(await treeOf([[line('用电', 80, head)]], s.nodes)).toEqual(['Document(Table(TBody(TR(TH(用电) TD()))))']);
  });

  it('keeps a paragraph that goes over the page one element', async () => {
    const s = structureBuilder();
    const paragraph = s.node(undefined, { type: 'P' });
    const pages = [[line('上页', 700, paragraph)], [line('下页', 80, paragraph)]];
    const { bytes } = await written(documentOf({ pages, structure: s.nodes }));
    expect(findObjects(readObjects(bytes), /\/S\/P\//)).toHaveLength(1);
    expect(await treeOf(pages, s.nodes)).toEqual(['Document(P(上页))', 'Document(P(下页))']);
  });

  it('states scope, spans, headers, numbering and identifiers', async () => {
    const s = structureBuilder();
    const table = s.node(undefined, { type: 'Table' });
    const row = s.node(table, { type: 'TR' });
    const tags: readonly StructureTag[] = [
      { type: 'TH', scope: 'Column', colSpan: 2, id: 'h1' },
      { type: 'TD', rowSpan: 3, headers: ['h1'] },
    ];
    const cells = tags.map((tag) => s.node(row, tag));
    const list = s.node(undefined, { type: 'L', listNumbering: 'Decimal' });
    const label = s.node(s.node(list, { type: 'LI' }), { type: 'Lbl' });
    const items = [...cells.map((cell) => line('格', 80, cell)), line('1.', 95, label)];
    const { bytes } = await written(documentOf({ pages: [items], structure: s.nodes }));
    const objects = readObjects(bytes);
    expect(findObjects(objects, /\/S\/TH.*\/O\/Table\/Scope\/Column\/ColSpan 2>>.*\/ID\(h1\)/)).toHaveLength(1);
    expect(findObjects(objects, /\/S\/TD.*\/RowSpan 3\/Headers\[\(h1\)\]/)).toHaveLength(1);
    expect(findObjects(objects, /\/S\/L\/.*\/ListNumbering\/Decimal/)).toHaveLength(1);
    expect(findObjects(objects, /\/Names\[\(h1\)\d+ 0 R\]/)).toHaveLength(1);
  });

  it('says the language of an element only where it changes', async () => {
    const s = structureBuilder();
    const sect = s.node(undefined, { type: 'Sect', lang: 'zh' });
    const english = s.node(sect, { type: 'P', lang: 'en' });
    const { bytes } = await written(documentOf({ pages: [[line('Text', 80, english, 'en')]], structure: s.nodes }));
    const objects = readObjects(bytes);
    expect(findObjects(objects, /\/S\/Sect.*\/Lang/)).toHaveLength(0);
    expect(findObjects(objects, /\/S\/P\/.*\/Lang\(en-GB\)/)).toHaveLength(1);
    expect(pageContents(bytes)[0]).not.toContain('/Lang');
  });

  it('marks a stretch in another language inside its element', async () => {
    const s = structureBuilder();
    const paragraph = s.node(undefined, { type: 'P', lang: 'en' });
    const parts = [
      { text: 'named ', lang: 'en' as const },
      { text: '渡轮', lang: 'zh' as const },
    ];
    const { bytes } = await written(documentOf({ pages: [[line(parts, 80, paragraph)]], structure: s.nodes }));
    expect(operatorsOf(pageContents(bytes)[0] ?? '')).toContain('/Span<</Lang()>>BDC');
    expect(pageContents(bytes)[0]).toContain('/Span<</Lang(zh-Hans)>>BDC');
  });
});

describe('links and notes', () => {
  it('leads to the place of a block and says where that is', async () => {
    const s = structureBuilder();
    const from = s.node(undefined, { type: 'P' });
    const to = s.node(undefined, { type: 'H1' }, 'energy');
    const link = { text: '能源一章', tag: { type: 'Link', key: 'k', target: 'energy' } } as const;
    const facts = await readBack(
      documentOf({
        pages: [[line([{ text: '见' }, link], 80, from)], [line('能源', 80, to)]],
        structure: s.nodes,
        labels: ['i', '7'],
        outline: [{ level: 1, title: '能源', lang: 'zh', block: 'energy', page: 1, y: 70 }],
      }),
    );
    expect(facts.pages[0]?.links).toMatchObject([{ page: 1, contents: '转到第7页：能源' }]);
    expect(outlineOf(facts.pages[0]?.tags ?? [])).toBe('Document(P(见 Link(能源一章)))');
    expect(facts.pages[0]?.tags[0]?.children[0]?.children[0]?.annotations).toBe(1);
  });

  it('makes one area of the runs of a link on one line, and one on each line', async () => {
    const s = structureBuilder();
    const node = s.node(undefined, { type: 'P' });
    const tag = { type: 'Link', key: 'k', href: 'https://example.org/报告' } as const;
    const parts = [
      { text: '年报', tag },
      { text: '2024', tag },
      { text: ' Report', tag },
    ];
    const items = [line(parts, 80, node), line([{ text: '续行', tag }], 95, node)];
    const facts = await readBack(documentOf({ pages: [items], structure: s.nodes }));
    expect(facts.pages[0]?.links).toHaveLength(2);
    expect(facts.pages[0]?.links[0]?.href).toBe('https://example.org/%E6%8A%A5%E5%91%8A');
    const [first] = facts.pages[0]?.links ?? [];
    expect(first?.box[0]).toBeCloseTo(60, 1);
    expect((first?.box[2] ?? 0) - 60).toBeGreaterThan(60);
  });

  it('ties a note to its mark, there and back', async () => {
    const s = structureBuilder();
    const text = s.node(undefined, { type: 'P' });
    const note = s.node(undefined, { type: 'Note', id: 'n1' });
    const label = s.node(note, { type: 'Lbl' });
    const words = s.node(note, { type: 'P' });
    const pages = [
      [line('前页', 80, text), line([{ text: '排放' }, { text: '1', note: 'n1', size: 6, rise: 3 }], 95, text)],
      [line('1', 700, label), line('不含租赁。', 715, words)],
    ];
    const facts = await readBack(documentOf({ pages, structure: s.nodes }));
    expect(outlineOf(facts.pages[0]?.tags ?? [])).toContain('Reference(Link(1))');
    expect(facts.pages[0]?.links).toMatchObject([{ page: 1 }]);
    expect(outlineOf(facts.pages[1]?.tags ?? [])).toBe('Document(Note(Lbl(Link(1)) P(不含租赁。)))');
    expect(facts.pages[1]?.links).toMatchObject([{ page: 0, contents: '返回第1页正文中的注1' }]);
  });

  it('ties each print of a note to the marks on its own page', async () => {
    const s = structureBuilder();
    const text = s.node(undefined, { type: 'P' });
    const notes = ['n1', 'n1-2'].map((id) => s.node(undefined, { type: 'Note', id }, 'n1'));
    const labels = notes.map((note) => s.node(note, { type: 'Lbl' }));
    const pages = labels.map((label, page) => [
      line(
        [{ text: '排放' }, { text: '1', note: 'n1', tag: { type: 'Reference', key: `k${page}`, target: 'n1' } }],
        80,
        text,
      ),
      line('1', 700, label),
    ]);
    const facts = await readBack(documentOf({ pages, structure: s.nodes }));
    expect(facts.pages.map((page) => page.links.map((link) => link.page))).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(facts.pages[1]?.links.map((link) => link.contents)).toEqual(['注1，第2页', '返回第2页正文中的注1']);
  });

  it('says where it goes in the language of the link, by the heading in that language', async () => {
    const s = structureBuilder();
    const from = s.node(undefined, { type: 'P' });
    const english = s.node(undefined, { type: 'P', lang: 'en' });
    const heads = [s.node(undefined, { type: 'H2' }, 'energy'), s.node(undefined, { type: 'H2', lang: 'en' })];
    const link = (key: string) => ({ type: 'Reference', key, target: 'energy' }) as const;
    const pages = [
      [
        line([{ text: '见能源', tag: link('a') }], 80, from),
        line([{ text: 'see energy', tag: link('b') }], 95, english, 'en'),
      ],
      [line('能源', 80, heads[0] ?? 0), line('Energy', 95, heads[1] ?? 0, 'en')],
    ];
    const facts = await readBack(documentOf({ pages, structure: s.nodes }));
    expect(facts.pages[0]?.links.map((one) => one.contents)).toEqual(['转到第2页：能源', 'Go to page 2: Energy']);
    expect(outlineOf(facts.pages[0]?.tags ?? [])).toContain('P(Reference(Link(见能源)))');
  });

  it('says what stands at a place that has no element of its own', async () => {
    const s = structureBuilder();
    const from = s.node(undefined, { type: 'P' });
    const cells = [s.node(undefined, { type: 'TH' }), s.node(undefined, { type: 'TD' })];
    const tag = { type: 'Reference', key: 'a', target: 'row.2' } as const;
    const pages = [
      [line([{ text: '见表', tag }], 80, from)],
      [line('第一行', 200, cells[0] ?? 0), line('取水量，全部码头与船舶合计', 220, cells[1] ?? 0)],
    ];
    const box = { page: 1, x: 50, y: 205, width: 300, height: 20 };
    const placements = new Map([['row.2', { block: 'row.2', boxes: [box] }]]);
    const facts = await readBack(documentOf({ pages, structure: s.nodes, placements }));
    expect(facts.pages[0]?.links[0]?.contents).toBe('转到第2页：取水量，全部码头与船舶合计');
  });

  it('cuts long words at a space, and joins a divided word', async () => {
    const s = structureBuilder();
    const from = s.node(undefined, { type: 'P' });
    const to = s.node(undefined, { type: 'P' }, 'long');
    const tag = { type: 'Reference', key: 'a', target: 'long' } as const;
    const texts = [
      'Ferries that cross the har\u00ad',
      'bour every day of the year, in every weather, and in the',
      'night too',
    ];
    const lines = texts.map((text, i): PlacedItem => {
      const item = lineOf(setRuns(fonts, [{ text }], 'en'), { x: 60, y: 200 + 12 * i, role: { node: to } });
      return { ...item, line: { ...item.line, text } };
    });
    const pages = [[line([{ text: 'see', tag }], 80, from, 'en')], [...lines, line('of each month', 240, to, 'en')]];
    const facts = await readBack(documentOf({ lang: 'en', pages, structure: s.nodes }));
    expect(facts.pages[0]?.links[0]?.contents).toBe(
      'Go to page 2: Ferries that cross the harbour every day of the year, in every weather, and in the night too of…',
    );
  });

  it('reports a link that leads nowhere', () => {
    const s = structureBuilder();
    const node = s.node(undefined, { type: 'P' });
    const item = line([{ text: '见', tag: { type: 'Link', key: 'k', target: 'gone' } }], 80, node);
    const document = documentOf({ pages: [[item]], structure: s.nodes });
    const result = writePdf({ document, fonts, theme: THEME, variant: 'screen', assets: new Map() });
    expect(result.diagnostics.map(({ code, found }) => [code, found])).toEqual([['D1', 'gone']]);
  });
});

describe('artifacts', () => {
  it('hold heads and feet to their edge', async () => {
    const head = line('页眉', 30, { artifact: 'Pagination', subtype: 'Header' });
    const { bytes } = await written(documentOf({ pages: [[head]] }));
    const [content = ''] = pageContents(bytes);
    expect(content).toContain('/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC');
  });

  it('take underlines, dots and borders out of the text they stand at', async () => {
    const s = structureBuilder();
    const node = s.node(undefined, { type: 'P' });
    const stroke = { paint: 'mark', width: 0.5 };
    const box = {
      kind: 'box',
      x: 0,
      width: 40,
      ascent: 9,
      descent: 3,
      box: { stroke, pad: [0, 0, 0, 0], margin: [0, 0] },
    } as const;
    const runs = setRuns(fonts, [{ text: '旧值 0.531', strike: stroke, dots: [5, 15] }], 'zh');
    const item = lineOf([box, ...runs], { x: 60, y: 80, role: { node } });
    const { bytes } = await written(documentOf({ pages: [[item]], structure: s.nodes }));
    const marks: string[] = [];
    const painted: string[] = [];
    for (const operator of operatorsOf(pageContents(bytes)[0] ?? '')) {
      const mark = /^\/(\w+).*B[DM]C$/.exec(operator);
      if (mark !== null) marks.push(mark[1] ?? '');
      if (operator === 'EMC') marks.pop();
      if (/(?:Tj|TJ|^S|^B|^f)$/.test(operator)) painted.push(`${marks.join('>')} ${operator.slice(-2)}`);
    }
    expect(new Set(painted)).toEqual(new Set(['Artifact S', 'Artifact f', 'P Tj']));
  });

  it('makes a picture in the line a figure when it says something, and nothing otherwise', async () => {
    const s = structureBuilder();
    const node = s.node(undefined, { type: 'P' });
    const drawing = {
      width: 6,
      height: 6,
      ops: [{ op: 'path', segments: [['M', 0, 6], ['L', 6, 6], ['L', 3, 0], ['Z']], fill: 'mark' }],
    } as const;
    const items = [
      { kind: 'drawing', x: 0, ascent: 6, drawing, alt: '改善' },
      { kind: 'drawing', x: 10, ascent: 6, drawing },
    ] as const;
    const facts = await readBack(
      documentOf({ pages: [[lineOf(items, { x: 60, y: 80, role: { node } })]], structure: s.nodes }),
    );
    expect(facts.pages[0]?.tags[0]?.children[0]?.children).toMatchObject([{ type: 'Figure', alt: '改善' }]);
  });

  it('tells a picture in the line in both languages, where it stands', async () => {
    const s = structureBuilder();
    const node = s.node(undefined, { type: 'P' });
    const altSecond = { lang: 'en', text: 'disclosed' } as const;
    const drawing = { width: 20, height: 6, ops: [triangle(0)] } as const;
    const text = setRuns(await testFonts(), [{ text: '见' }], 'zh');
    const items = [...text, { kind: 'drawing', x: 40, ascent: 6, drawing, alt: '已披露', altSecond } as const];
    const { bytes } = await written(
      documentOf({ pages: [[lineOf(items, { x: 60, y: 80, role: { node } })]], structure: s.nodes }),
    );
    const read = readAloud(bytes);
    if (!read.ok) throw new Error('the file cannot be read');
    const [heard] = read.value.pages[0]?.spoken ?? [];
    expect(heard?.parts.map(({ role, lang, text: words }) => [role, lang, words])).toEqual([
      ['', 'zh-Hans', '见'],
      ['picture', 'zh-Hans', '已披露'],
      ['picture', 'en-GB', 'disclosed'],
    ]);
    expect(preflight(bytes, ['ua1', 'a3a'])).toMatchObject({ ok: true, value: { findings: [] } });
  });

  it.each([
    ['of several strokes', [triangle(0), triangle(8)]],
    ['that is one stroke', [triangle(0)]],
    ['within one clip', [{ op: 'clip', segments: TRIANGLE }, triangle(0), triangle(8), { op: 'restore' }]],
  ] as const)('tells a drawing %s in both languages, one figure after the other', async (_, ops) => {
    const s = structureBuilder();
    const sect = s.node(undefined, { type: 'Sect' });
    const altSecond = { lang: 'en', text: 'It fell.' } as const;
    const figure = s.node(sect, { type: 'Figure', alt: '下降了。', altSecond, drawsData: true });
    const after = s.node(sect, { type: 'P' });
    const drawing = { width: 40, height: 6, ops };
    const picture = { kind: 'drawing', x: 60, y: 80, drawing, role: { node: figure }, origin: 'test' } as const;
    const { bytes } = await written(documentOf({ pages: [[picture, line('以后', 120, after)]], structure: s.nodes }));
    const read = readAloud(bytes);
    if (!read.ok) throw new Error('the file cannot be read');
    const heard = (read.value.pages[0]?.spoken ?? []).filter(({ parts }) => parts.length > 0);
    expect(heard.map(({ role, lang, parts }) => [role, lang, parts[0]?.text])).toEqual([
      ['figure', 'zh-Hans', '下降了。'],
      ['figure', 'en-GB', 'It fell.'],
      ['', 'zh-Hans', '以后'],
    ]);
    // Both have something to show, and neither shows more than there is.
    expect(heard.slice(0, 2).every(({ box }) => box !== undefined)).toBe(true);
    const painted = operatorsOf(pageContents(bytes)[0] ?? '').filter((operator) => operator === 'f');
    expect(painted.length).toBeGreaterThanOrEqual(ops.filter(({ op }) => op === 'path').length);
    expect(preflight(bytes, ['ua1', 'a3a'])).toMatchObject({ ok: true, value: { findings: [] } });
  });
});
