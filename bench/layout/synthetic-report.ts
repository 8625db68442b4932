import type { Block, BlockTree, PageMaster, TableBlock, TextBlock } from '../../src/compose/block.ts';
import type { Paragraph } from '../../src/compose/paragraph.ts';

/** What the flow of the report is like. */
export const FORMS = {
  flat: 'one flow, never a forced break',
  chapters: 'a stack for each chapter, new page',
  pairs: 'two languages side by side',
  columns: 'all in two columns',
  table: 'one table',
  floats: 'a float on every page',
} as const;
export type Form = keyof typeof FORMS;

type Texts = Readonly<Record<'zh' | 'en', readonly Paragraph[]>>;

/** A4 with a text block of 165 mm, pt. */
const WIDTH = 467.7;
const COLUMN = { width: 227.8, second: 239.8 } as const;
const MASTER: PageMaster = {
  id: 'text',
  width: 595.28,
  height: 841.89,
  flow: { x: 64, width: WIDTH, top: 64, bottom: 777 },
  notes: { x: 64, width: WIDTH, columns: 1, columnGap: 0 },
  recto: [],
  verso: [],
};

/** Blocks that fill about a page of each form; a document is a number of such rounds. */
const BLOCKS_A_PAGE: Readonly<Record<Form, number>> = {
  flat: 8.9,
  chapters: 8.9,
  pairs: 5.25,
  columns: 16,
  table: 5.25,
  floats: 11.8,
};
const PAGES_A_CHAPTER = 25;

/** A report of about so many pages that repeats a few paragraphs, with headings, notes and tables between them. */
export function syntheticReport(form: Form, pages: number, texts: Texts): BlockTree {
  const count = Math.round(pages * BLOCKS_A_PAGE[form]);
  const notes: BlockTree['notes'] = new Map(
    Array.from({ length: Math.ceil(count / 40) }, (_, i) => {
      const id = `n${i}`;
      return [id, { id, block: textOf(texts.en, i, { id, tag: { type: 'Note', id } }) }] as const;
    }),
  );
  return {
    lang: 'en',
    title: 'bench',
    masters: new Map([[MASTER.id, MASTER]]),
    children: flowOf(form, count, texts),
    notes,
    noteArea: { ruleWidth: 60, rule: { paint: 'ink', width: 0.5 }, before: 9, after: 4, gap: 0 },
    info: { title: 'bench', author: '', subject: '', keywords: '', created: '2025-01-01T00:00:00Z' },
    widows: 2,
    orphans: 2,
  };
}

function flowOf(form: Form, count: number, texts: Texts): readonly Block[] {
  switch (form) {
    case 'flat':
      return mixedBlocks(0, count, texts);
    case 'chapters': {
      const size = Math.round(PAGES_A_CHAPTER * BLOCKS_A_PAGE.chapters);
      return Array.from({ length: Math.ceil(count / size) }, (_, i) => ({
        kind: 'stack',
        origin: 'bench',
        tag: { type: 'Sect' },
        children: [
          { kind: 'page', origin: 'bench', master: MASTER.id },
          ...mixedBlocks(i * size, Math.min(size, count - i * size), texts),
        ],
      }));
    }
    case 'pairs':
      return Array.from({ length: count }, (_, i) => ({
        kind: 'row',
        origin: 'bench',
        level: true,
        after: 9,
        cells: [
          { x: 0, width: COLUMN.width, block: textOf(texts.zh, i, {}) },
          { x: COLUMN.second, width: COLUMN.width, block: textOf(texts.en, i, {}) },
        ],
      }));
    case 'columns':
      return [
        {
          kind: 'columns',
          origin: 'bench',
          balance: true,
          columns: [
            { x: 0, width: COLUMN.width },
            { x: COLUMN.second, width: COLUMN.width },
          ],
          children: Array.from({ length: count }, (_, i) => textOf(texts.zh, i, { after: 9 })),
        },
      ];
    case 'table':
      return [tableOf(count, texts)];
    case 'floats':
      return Array.from({ length: count }, (_, i) =>
        i % 9 === 4
          ? { kind: 'float', origin: 'bench', block: { kind: 'space', origin: 'bench', height: 150 } }
          : textOf(texts.zh, i, { after: 9 }),
      );
  }
}

/** Chinese and English paragraphs; every twentieth block is a heading, every fortieth cites a note, every fiftieth is a table. */
function mixedBlocks(from: number, count: number, texts: Texts): readonly Block[] {
  return Array.from({ length: count }, (_, offset): Block => {
    const i = from + offset;
    if (i % 50 === 49) return tableOf(6, texts);
    if (i % 20 === 0) return textOf(texts.en, i, { keep: { withNext: true }, tag: { type: 'H2' }, after: 6 });
    const block = textOf(i % 2 === 0 ? texts.zh : texts.en, i, { after: 9, id: `b${i}` });
    return i % 40 === 21 ? citing(block, `n${Math.floor(i / 40)}`) : block;
  });
}

function textOf(paragraphs: readonly Paragraph[], index: number, extra: Partial<TextBlock>): TextBlock {
  const paragraph = paragraphs[index % paragraphs.length];
  if (paragraph === undefined) throw new Error('the corpus is empty');
  return { kind: 'text', origin: 'bench', tag: { type: 'P' }, paragraph, ...extra };
}

const marked = new Map<string, Paragraph>();

function citing(block: TextBlock, note: string): TextBlock {
  const key = `${block.paragraph.items.length} ${note}`;
  const { items } = block.paragraph;
  const last = items.at(-1);
  if (last?.kind !== 'text') return block;
  const made = marked.get(key) ?? { ...block.paragraph, items: [...items, { ...last, text: '*', note }] };
  marked.set(key, made);
  return { ...block, paragraph: made };
}

function tableOf(rows: number, texts: Texts): TableBlock {
  return {
    kind: 'table',
    origin: 'bench',
    tag: { type: 'Table' },
    columns: [WIDTH / 2, WIDTH / 2],
    head: [],
    body: Array.from({ length: rows }, (_, i) => ({
      origin: 'bench',
      cells: [
        { block: textOf(texts.zh, i, {}), tag: { type: 'TD' } },
        { block: textOf(texts.en, i, {}), tag: { type: 'TD' } },
      ],
    })),
  };
}
