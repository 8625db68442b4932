import { deflateSync } from 'node:zlib';
import type { StructureTag } from '../../src/compose/block.ts';
import type { Drawing, Lang } from '../../src/core/index.ts';
import type { ItemRole, PlacedDocument, PlacedItem } from '../../src/pdf/placed.ts';
import type { Attachment } from '../../src/pdf/writer/index.ts';
import {
  documentOf,
  lineOf,
  PAGE,
  type Stretch,
  setRuns,
  structureBuilder,
  THEME,
  testFonts,
  written,
} from '../unit/pdf-writer/placed.ts';

/** A small document with one of everything that rules speak of: two pages, all kinds of elements, links, notes, a picture. */
async function patientDocument(print: boolean): Promise<PlacedDocument> {
  const fonts = await testFonts();
  const s = structureBuilder();
  const first: PlacedItem[] = [];
  const second: PlacedItem[] = [];
  let y = 60;
  const put = (
    page: PlacedItem[],
    parts: readonly Stretch[] | string,
    role: ItemRole | number,
    lang: Lang = 'zh',
  ): void => {
    y += 16;
    const stretches = typeof parts === 'string' ? [{ text: parts }] : parts;
    page.push(
      lineOf(setRuns(fonts, stretches, lang), { x: 60, y, role: typeof role === 'number' ? { node: role } : role }),
    );
  };
  const node = (parent: number | undefined, tag: StructureTag, block?: string): number => s.node(parent, tag, block);

  const sect = node(undefined, { type: 'Sect', title: '能源' });
  put(first, '能源与排放', node(sect, { type: 'H1' }, 'top'));
  const toc = node(sect, { type: 'TOC' });
  for (const [text, target] of [
    ['用电量', 'use'],
    ['排放', 'out'],
  ] as const) {
    const entry = node(node(toc, { type: 'TOCI' }), { type: 'P' });
    put(first, [{ text, tag: { type: 'Reference', key: text, target } }], entry);
  }
  put(first, '用电量', node(sect, { type: 'H2' }, 'use'));
  const paragraph = node(sect, { type: 'P' });
  put(
    first,
    [
      { text: '全年用电量下降' },
      { text: '1', note: 'n1', size: 6, rise: 3 },
      { text: '，见' },
      { text: '来源', tag: { type: 'Link', key: 'l', href: 'https://example.org/' } },
      { text: ' and see the figures below, with their sources', lang: 'en' },
    ],
    paragraph,
  );
  const note = node(sect, { type: 'Note', id: 'n1' });
  put(first, [{ text: '1', tag: { type: 'Lbl', key: 'label' } }, { text: '含租赁场所。' }], node(note, { type: 'P' }));
  const list = node(sect, { type: 'L', listNumbering: 'Disc' });
  for (const words of ['照明', '制冷']) {
    const item = node(list, { type: 'LI' });
    put(first, '•', node(item, { type: 'Lbl' }));
    put(first, words, node(item, { type: 'LBody' }));
  }
  const table = node(sect, { type: 'Table' });
  put(first, '用电量，吉瓦时', node(table, { type: 'Caption' }));
  const head = node(node(table, { type: 'THead' }), { type: 'TR' });
  put(first, '项目', node(head, { type: 'TH', scope: 'Column', id: 'h.a' }));
  put(first, '2023年', node(head, { type: 'TH', scope: 'Column', id: 'h.b' }));
  const body = node(table, { type: 'TBody' });
  for (const [place, value] of [
    ['岸上', '12'],
    ['船上', '34'],
  ] as const) {
    const row = node(body, { type: 'TR' });
    put(first, place, node(row, { type: 'TH', scope: 'Row', id: `h.${value}` }));
    put(first, value, node(row, { type: 'TD' }));
  }
  first.push(furniture(PAGE.width), lineOf(setRuns(fonts, [{ text: '1' }], 'zh'), { x: 290, y: 810, role: FOOTER }));

  y = 60;
  put(second, '排放', node(sect, { type: 'H2' }, 'out'));
  const aside = node(sect, { type: 'Aside', lang: 'en' });
  put(second, [{ text: 'Measured, not estimated.', lang: 'en' }], node(aside, { type: 'P' }), 'en');
  const figure = node(sect, { type: 'Figure', alt: '两年的排放：12与34吨' });
  second.push({ kind: 'drawing', x: 60, y: 140, drawing: chart(), role: { node: figure }, origin: 'test' });
  if (!print) {
    const photo = node(sect, { type: 'Figure', alt: '渡轮' });
    second.push({
      kind: 'image',
      x: 60,
      y: 300,
      width: 72,
      height: 36,
      asset: 'ferry',
      role: { node: photo },
      origin: 'test',
    });
  } else {
    second.push({
      kind: 'image',
      x: 60,
      y: 300,
      width: 0.48,
      height: 0.24,
      asset: 'ferry',
      role: FOOTER,
      origin: 'test',
    });
  }
  second.push(furniture(PAGE.width), lineOf(setRuns(fonts, [{ text: '2' }], 'zh'), { x: 290, y: 810, role: FOOTER }));
  const outline = [
    { level: 1, title: '能源与排放', lang: 'zh' as const, block: 'top', page: 0, y: 76 },
    { level: 2, title: '排放', lang: 'zh' as const, block: 'out', page: 1, y: 76 },
  ];
  return documentOf({ pages: [first, second], structure: s.nodes, outline });
}

const FOOTER: ItemRole = { artifact: 'Pagination', subtype: 'Footer' };

/** A band across the head of the page and its bleed. */
function furniture(width: number): PlacedItem {
  const { bleed } = THEME.page;
  const drawing: Drawing = {
    width,
    height: 20,
    ops: [{ op: 'path', segments: box(-bleed, -bleed, width + bleed, 20), fill: 'deep' }],
  };
  return { kind: 'drawing', x: 0, y: 0, drawing, role: { artifact: 'Background' }, origin: 'test' };
}

function box(left: number, top: number, right: number, bottom: number) {
  return [['M', left, top], ['L', right, top], ['L', right, bottom], ['L', left, bottom], ['Z']] as const;
}

function chart(): Drawing {
  const font = { family: 'sans', weight: 400 } as const;
  return {
    width: 120,
    height: 60,
    ops: [
      { op: 'path', segments: box(10, 10, 30, 60), fill: 'deep' },
      { op: 'path', segments: box(40, 30, 60, 60), fill: 'mark' },
      { op: 'text', text: '34', x: 10, y: 8, size: 10, font, paint: 'ink', lang: 'zh', align: 'start' },
    ],
  };
}

const chunk = (kind: string, data: Buffer): Buffer => {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(kind, 4, 'latin1');
  data.copy(out, 8);
  return out;
};

/** Two pixels, red and blue. */
function picture(): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(2, 0);
  head.writeUInt32BE(1, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0, 0, 0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const DATA: Attachment = {
  name: 'data.csv',
  bytes: Buffer.from('year,use\n2023,46\n'),
  mime: 'text/csv',
  description: '报告中的数据',
  relationship: 'Data',
};

/** The screen edition of the small document, with data attached. */
export async function goodScreenFile(): Promise<Uint8Array> {
  const document = await patientDocument(false);
  const assets = new Map([['ferry', { bytes: picture() }]]);
  return (await written(document, { assets, attachments: [DATA] })).bytes;
}

/** The print edition of the small document. */
export async function goodPrintFile(): Promise<Uint8Array> {
  const document = await patientDocument(true);
  const assets = new Map([['ferry', { bytes: picture() }]]);
  return (await written(document, { assets, variant: 'print' })).bytes;
}
