import type {
  Block,
  BlockTree,
  PageMaster,
  RowBlock,
  StackBlock,
  TableBlock,
  TextBlock,
} from '../../../src/compose/block.ts';
import type { InlineItem, Paragraph, RunStyle } from '../../../src/compose/paragraph.ts';
import type { Diagnostic, Outcome } from '../../../src/core/index.ts';
import type { FontBook } from '../../../src/fonts/types.ts';
import { layoutDocument, type Typeset } from '../../../src/pdf/engine/index.ts';
import type { PlacedDocument, PlacedLine, PlacedPage } from '../../../src/pdf/placed.ts';
import { DEFAULT_POLICY } from '../../../src/typeset/index.ts';
import type { Line } from '../../../src/typeset/types.ts';

/** Pitch of every line and width of every character of the fake typesetter, pt. */
export const LEADING = 10;
export const ADVANCE = 5;
export const BASELINE = 8;

const STYLE: RunStyle = {
  font: { family: 'sans', weight: 400 },
  size: 10,
  tracking: 0,
  paint: 'ink',
  figures: 'proportional',
  rise: 0,
};

/** Breaks after a fixed number of characters, at newlines, and nowhere else. Each character and each newline is a place. */
export const fakeTypeset: Typeset = {
  typesetParagraph: (paragraph, measure, context, wishes) => {
    const room = Math.max(1, Math.floor((measure + 0.001) / ADVANCE));
    const lines: Line[] = [];
    let text = '';
    let notes: string[] = [];
    let place = 0;
    const { from = 0 } = wishes ?? {};
    const flush = (): void => {
      const width = text.length * ADVANCE;
      if (place > from)
        lines.push({ items: [], natural: width, width, ratio: 0, end: 'soft', notes, text, next: place });
      text = '';
      notes = [];
    };
    for (const item of paragraph.items) {
      if (item.kind === 'newline') {
        place += 1;
        flush();
      } else if (item.kind === 'page' || item.kind === 'text') {
        const content = item.kind === 'page' ? (context.pageLabel(item.target) ?? '??') : item.text;
        for (const character of content) {
          if (text.length >= room) flush();
          if (place >= from) text += character;
          place += 1;
        }
        if (item.kind === 'text' && item.note !== undefined && place > from) notes.push(item.note);
      }
    }
    if (text !== '') flush();
    return { lines, leading: paragraph.leading, baseline: BASELINE, diagnostics: [] };
  },
  measureParagraph: (paragraph) => {
    const words = paragraph.items.flatMap((item) => (item.kind === 'text' ? item.text.split(' ') : []));
    const all = paragraph.items.map((item) => (item.kind === 'text' ? item.text : '')).join('');
    const longest = Math.max(0, ...words.map((word) => word.length));
    return { min: longest * ADVANCE, max: all.length * ADVANCE };
  },
};

export function paragraph(items: readonly InlineItem[], leading = LEADING): Paragraph {
  return {
    items,
    lang: 'en',
    align: 'start',
    leading,
    indent: 0,
    hang: 0,
    hyphenate: false,
    balance: false,
    origin: 'o',
  };
}

export function run(text: string, note?: string): InlineItem {
  return { kind: 'text', text, lang: 'en', style: STYLE, origin: 'o', ...(note === undefined ? {} : { note }) };
}

export function pageOf(target: string): InlineItem {
  return { kind: 'page', target, lang: 'en', style: STYLE, origin: 'o' };
}

/** A paragraph of so many lines; each line reads `name.n`. `notes` maps line numbers (from 1) to note ids. */
export function lines(
  name: string,
  count: number,
  extra: Partial<TextBlock> = {},
  notes: Readonly<Record<number, string | readonly string[]>> = {},
): TextBlock {
  const items: InlineItem[] = [];
  for (let i = 1; i <= count; i += 1) {
    if (i > 1) items.push({ kind: 'newline' });
    const marks = [notes[i] ?? []].flat();
    items.push(run(`${name}.${i}`, marks[0]));
    for (const mark of marks.slice(1)) items.push(run('*', mark));
  }
  return {
    kind: 'text',
    id: name,
    origin: `origin:${name}`,
    tag: { type: 'P' },
    paragraph: paragraph(items),
    ...extra,
  };
}

export function stack(children: readonly Block[], extra: Partial<StackBlock> = {}): StackBlock {
  return { kind: 'stack', origin: 'o', children, ...extra };
}

/** Two blocks side by side. */
export function row(left: Block, right: Block, extra: Partial<RowBlock> = {}): RowBlock {
  const cells = [
    { x: 0, width: 45, block: left },
    { x: 55, width: 45, block: right },
  ];
  return { kind: 'row', origin: 'o', cells, ...extra };
}

/** A table of one-line cells; `rows` of texts, the first `head` of them repeated. */
export function table(
  name: string,
  rows: readonly (readonly string[])[],
  head = 0,
  extra: Partial<TableBlock> = {},
): TableBlock {
  const row = (texts: readonly string[], type: 'TH' | 'TD'): TableBlock['body'][number] => ({
    origin: 'o',
    cells: texts.map((text) => ({
      block: { kind: 'text', origin: 'o', paragraph: paragraph([run(text)]) },
      tag: { type },
    })),
  });
  return {
    kind: 'table',
    id: name,
    origin: `origin:${name}`,
    tag: { type: 'Table' },
    columns: (rows[0] ?? []).map(() => 50),
    head: rows.slice(0, head).map((texts) => row(texts, 'TH')),
    body: rows.slice(head).map((texts) => row(texts, 'TD')),
    ...extra,
  };
}

/** A page of `width` by `height` pt whose flow, and notes, stand `margin` from each side, the foot `foot`. */
export function pageMaster(id: string, width: number, height: number, margin: number, foot = margin): PageMaster {
  const across = { x: margin, width: width - 2 * margin };
  return {
    id,
    width,
    height,
    flow: { ...across, top: margin, bottom: height - foot },
    notes: { ...across, columns: 1, columnGap: 0 },
    recto: [],
    verso: [],
  };
}

/** A page of ten lines: flow from 20 to 120, 100 wide. */
export const MASTER = pageMaster('text', 140, 150, 20, 30);

export function tree(children: readonly Block[], extra: Partial<BlockTree> = {}): BlockTree {
  return {
    lang: 'en',
    title: 't',
    masters: new Map([[MASTER.id, MASTER]]),
    children,
    notes: new Map(),
    noteArea: { ruleWidth: 30, rule: { paint: 'ink', width: 1 }, before: 5, after: 4, gap: 0 },
    info: { title: 't', author: '', subject: '', keywords: '', created: '2024-01-01T00:00:00Z' },
    widows: 2,
    orphans: 2,
    ...extra,
  };
}

/** Notes of so many lines each, to be cited by id. */
export function notes(sizes: Readonly<Record<string, number>>): BlockTree['notes'] {
  return new Map(
    Object.entries(sizes).map(([id, count]) => [
      id,
      { id, block: lines(`note-${id}`, count, { id, tag: { type: 'Note', id } }) },
    ]),
  );
}

const CONTEXT: Parameters<typeof layoutDocument>[0]['context'] = {
  fonts: { faces: new Map() } as unknown as FontBook,
  keep: [],
  hyphenation: new Map(),
  policy: DEFAULT_POLICY,
};

export function layout(document: BlockTree): Outcome<PlacedDocument> {
  return layoutDocument({ tree: document, typeset: fakeTypeset, context: CONTEXT });
}

/** The document, or a failed test that shows the diagnostics. */
export function laidOut(document: BlockTree): PlacedDocument {
  return withTypeset(fakeTypeset, document);
}

/** The same with another typesetter. */
export function withTypeset(typeset: Typeset, document: BlockTree): PlacedDocument {
  const result = layoutDocument({ tree: document, typeset, context: CONTEXT });
  if (!result.ok) throw new Error(result.diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  return result.value;
}

/** What another typesetter's document reports. */
export function withFaults(typeset: Typeset, document: BlockTree): readonly Diagnostic[] {
  return layoutDocument({ tree: document, typeset, context: CONTEXT }).diagnostics;
}

export function linesOn(page: PlacedPage | undefined): readonly PlacedLine[] {
  return (page?.items ?? []).filter((item) => item.kind === 'line');
}

/** Texts of the lines on each page, in paint order. */
export function texts(document: PlacedDocument): readonly (readonly string[])[] {
  return document.pages.map((page) => linesOn(page).map((line) => line.line.text));
}

/** Codes of what was reported, in order. */
export function codes(result: Outcome<PlacedDocument>): readonly string[] {
  return result.diagnostics.map((diagnostic) => diagnostic.code);
}
