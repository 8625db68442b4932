import type { Block, Inline, LangText, ListItem, Report } from '../content/types.ts';
import { sectionsOf } from './sections.ts';

/** Footnotes in the order of their first mark, numbered anew in each chapter or part. */
export interface NoteLabels {
  label(note: string): string;
  /** Notes of a chapter or part in the order of their marks. */
  of(section: string): readonly string[];
}

/** Walks the report in reading order and numbers the notes it meets. */
export function numberNotes(report: Report): NoteLabels {
  const labels = new Map<string, string>();
  const bySection = new Map<string, readonly string[]>();
  for (const section of sectionsOf(report)) {
    const order: string[] = [];
    const visit = (text: LangText | undefined): void => {
      if (text) for (const note of notesIn(text.zh.inlines)) meet(note);
    };
    const meet = (note: string): void => {
      if (labels.has(note)) return;
      labels.set(note, String(order.length + 1));
      order.push(note);
      const block = report.blocks.get(note);
      if (block?.type === 'note') visit(block.text);
    };
    for (const block of section.blocks) if (block.type !== 'note') blockTexts(block).forEach(visit);
    bySection.set(section.id, order);
  }
  return { label: (note) => labels.get(note) ?? '', of: (section) => bySection.get(section) ?? [] };
}

function notesIn(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'ref') return inline.ref.target.kind === 'note' ? [inline.ref.target.note] : [];
    return inline.kind === 'chars' ? [] : notesIn(inline.children);
  });
}

/** The texts of a block in reading order. */
function blockTexts(block: Block): readonly (LangText | undefined)[] {
  const items = (list: readonly ListItem[]): readonly LangText[] =>
    list.flatMap((item) => [item.text, ...items(item.items)]);
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.text];
    case 'callout':
    case 'side_note':
      return [block.title, block.text];
    case 'list':
      return items(block.items);
    case 'kpi_grid':
      return block.tiles.map((tile) => tile.caption);
    case 'kpi':
      return [block.tile.caption];
    case 'chart':
      return [block.title, block.measure, ...block.marks.map((mark) => mark.text)];
    case 'metric_table':
      return [block.title, ...block.groups.map((group) => group.title), block.note];
    case 'table':
      return [block.title, ...block.columns.map((column) => column.title), ...block.rows.flat(), block.note];
    case 'figure':
      return [block.caption];
    case 'materiality':
    case 'sdg_map':
    case 'strategy_figure':
      return [block.title, block.note];
    case 'index':
    case 'break':
      return [];
  }
}
