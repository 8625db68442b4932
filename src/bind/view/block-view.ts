import type { Block, BlockOf, LangText, ListItem } from '../../content/types.ts';
import type { Lang } from '../../core/index.ts';
import { composedText, renderText } from '../rich-text.ts';
import { indexView } from './index-view.ts';
import { metricTableView } from './metric-table-view.ts';
import type { NoteList } from './note-list.ts';
import { onSheets } from './sheet-view.ts';
import { tagWords } from './status-words.ts';
import { accentEntries, goalColumns, topicRows } from './strategy-view.ts';
import { contentView, labelView, optionalView, type TextView, textView } from './text-view.ts';
import { tileView } from './tile-view.ts';
import { sourceRef, sourcesOf } from './value-notes.ts';
import type { ViewContext } from './view-context.ts';

/** Where blocks stand: the text pages of a chapter, parallel columns, a page of full width, the page about the report. */
export type Place = 'text' | 'parallel' | 'wide' | 'about';

/** A block as its partial sees it. The names that partials may use are listed in `view-names.ts`. */
export type BlockView = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

/** What the blocks of one chapter share. */
export interface SectionFrame {
  readonly place: Place;
  readonly accent: string;
  readonly number: string;
  readonly title: TextView | null;
  /** Whether an opener stands before the chapter: then its petal stands beside the first section. */
  readonly opener: boolean;
  /** Where tables, tiles and indices leave their lettered notes. */
  readonly notes: NoteList;
}

const TILES_IN_ROW = 3;

/** Turns the blocks of a chapter or part into views: half charts are paired, notes left out (they print where they are cited). */
export function blockViews(context: ViewContext, blocks: readonly Block[], frame: SectionFrame): readonly BlockView[] {
  const views: BlockView[] = [];
  let section = 0;
  let half: BlockView | undefined;
  for (const block of blocks) {
    if (block.type === 'note') continue;
    if (block.type === 'heading' && block.level === 2 && frame.number) section += 1;
    const view = blockView(context, block, frame, section);
    if (!view) continue;
    const pairs = block.type === 'chart' && block.size === 'half' && !context.bilingual;
    if (pairs && half) {
      views.splice(views.indexOf(half), 1, { type: 'chart_pair', id: half.id, charts: [half, view] });
      half = undefined;
      continue;
    }
    half = pairs ? view : block.type === 'side_note' ? half : undefined;
    views.push(view);
  }
  return onSheets(views, new Set(blocks.filter(isLandscape).map((block) => block.id)));
}

function isLandscape(block: Block): boolean {
  return (block.type === 'metric_table' || block.type === 'table') && block.landscape;
}

function blockView(context: ViewContext, block: Block, frame: SectionFrame, section: number): BlockView | null {
  const base = { id: block.id, origin: block.origin, bilingual: context.bilingual, type: block.type };
  switch (block.type) {
    case 'heading':
      return { ...base, ...headingView(context, block, frame, section) };
    case 'paragraph':
      return {
        ...base,
        text: contentView(context, block.text),
        role: frame.place === 'about' && block.role === 'body' ? 'body' : block.role,
        pairClass: frame.place === 'parallel' && block.role === 'body' ? 'numbered' : '',
      };
    case 'list':
      return { ...base, lists: context.langs.map((lang) => listLevel(context, block.items, block.ordered, lang)) };
    case 'callout':
      return {
        ...base,
        kind: block.kind,
        aside: frame.place === 'about',
        text: contentView(context, block.text),
        titleByLang: titles(context, block.title),
      };
    case 'side_note':
      return {
        ...base,
        bilingual: frame.place !== 'text',
        beside: block.beside,
        text: contentView(context, block.text),
        titleByLang: titles(context, block.title),
      };
    case 'kpi_grid': {
      const tiles = block.tiles.map((tile, index) =>
        tileView(context, tile, frame.notes, index < TILES_IN_ROW && frame.place === 'wide'),
      );
      const rows = tiles.flatMap((_, index) =>
        index % TILES_IN_ROW === 0 ? [tiles.slice(index, index + TILES_IN_ROW)] : [],
      );
      return { ...base, rows, gridClass: frame.place };
    }
    case 'kpi':
      return {
        ...base,
        tile: tileView(context, block.tile, frame.notes, false),
        aside: frame.place === 'text',
      };
    case 'chart':
      return { ...base, ...chartView(context, block, frame) };
    case 'metric_table':
      return {
        ...base,
        ...metricTableView(context, block, frame.place === 'text' && !block.landscape, frame.notes),
      };
    case 'table':
      return { ...base, ...tableView(context, block) };
    case 'figure': {
      const asset = context.report.assets.get(block.asset);
      return {
        ...base,
        asset: block.asset,
        alt: labelView(context, asset?.alt ?? { zh: '', en: '' }, block.origin),
        decorative: asset?.decorative ? 'true' : '',
        caption: contentView(context, block.caption),
        creditByLang: asset?.credit
          ? Object.fromEntries(context.langs.map((lang) => [lang, asset.credit?.[lang] ?? '']))
          : {},
      };
    }
    case 'materiality':
    case 'sdg_map':
    case 'strategy_figure':
      return { ...base, ...bandView(context, block) };
    case 'index': {
      const index = indexView(context, block.framework, frame.notes);
      return index ? { ...base, title: index.title, index } : null;
    }
    case 'break':
      return { ...base, kind: block.kind };
    case 'note':
      return null;
  }
}

function titles(context: ViewContext, title: BlockOf<'callout'>['title']): Readonly<Record<string, unknown>> {
  if (!title) return {};
  return Object.fromEntries(contentView(context, title).all.map((view) => [view.lang, view]));
}

function headingView(
  context: ViewContext,
  block: BlockOf<'heading'>,
  frame: SectionFrame,
  section: number,
): Readonly<Record<string, unknown>> {
  const isSection = block.level === 2 && frame.number !== '';
  return {
    text: contentView(context, block.text),
    level: String(block.level),
    section: isSection,
    petal: isSection && section === 1 && frame.place === 'text' && frame.opener,
    accent: frame.accent,
    kicker: isSection ? `${frame.number}.${section}` : '',
    kickerTitle: frame.title?.byLang ?? {},
  };
}

interface ListLevelView {
  readonly lang: Lang;
  readonly ordered: boolean;
  readonly items: readonly { readonly html: unknown; readonly origin: string; readonly nested: ListLevelView | null }[];
}

function listLevel(context: ViewContext, items: readonly ListItem[], ordered: boolean, lang: Lang): ListLevelView {
  return {
    lang,
    ordered,
    items: items.map((item) => ({
      html: contentView(context, item.text).both.find((view) => view.lang === lang)?.html,
      origin: item.text[lang].origin,
      nested: item.items.length > 0 ? listLevel(context, item.items, false, lang) : null,
    })),
  };
}

function chartView(
  context: ViewContext,
  block: BlockOf<'chart'>,
  frame: SectionFrame,
): Readonly<Record<string, unknown>> {
  const wide = frame.place !== 'text';
  return {
    title: contentView(context, block.title),
    measure: contentView(context, block.measure),
    alt: contentView(context, block.alt),
    size: wide && block.size === 'main' ? 'full' : block.size,
    source: chartSource(context, block),
  };
}

/** Under each chart: where its values come from, and what the marks on it mean. */
function chartSource(context: ViewContext, block: BlockOf<'chart'>): TextView {
  const { book, report, words } = context;
  const values = block.series.flatMap((series) =>
    (book.metric(series.metric)?.values ?? []).filter((value) => block.periods.includes(value.period)),
  );
  const sources = sourcesOf(report, values);
  const has = (status: string): boolean => values.some((value) => value.status === status);
  return textView(
    context,
    (lang) => {
      const keys = sources.map((id) => sourceRef(context, id)).join(lang === 'zh' ? '、' : ', ');
      const facts = sources.length > 0 ? [words.phrase('chart_source', lang, { sources: keys })] : [];
      if (has('derived')) facts.push(words.phrase('chart_derived', lang, { mark: '<mark kind="derived">◇</mark>' }));
      if (has('estimate')) facts.push(words.phrase('chart_estimate', lang, {}));
      if (has('disputed')) facts.push(words.phrase('chart_disputed', lang, {}));
      if (has('sample')) facts.push(words.phrase('chart_sample', lang, {}));
      if (has('not_disclosed')) facts.push(words.phrase('chart_undisclosed', lang, {}));
      return composedText(facts.join(lang === 'zh' ? '' : ' '));
    },
    () => block.origin,
  );
}

function tableView(context: ViewContext, block: BlockOf<'table'>): Readonly<Record<string, unknown>> {
  return {
    title: contentView(context, block.title),
    columns: block.columns.map((column) => ({ title: contentView(context, column.title), align: column.align })),
    rows: block.rows.map((cells, row) => ({
      origin: `${block.origin}/rows/${row}`,
      cells: cells.map((cell, index) => ({
        text: cell ? contentView(context, cell) : null,
        header: index < block.rowHeaders,
        align: block.columns[index]?.align ?? 'start',
      })),
    })),
    note: optionalView(context, block.note),
  };
}

function bandView(
  context: ViewContext,
  block: BlockOf<'materiality' | 'sdg_map' | 'strategy_figure'>,
): Readonly<Record<string, unknown>> {
  const { report } = context;
  const editorial = report.accents.some((accent) => accent.editorial) ? tagWords(context, 'editorial') : '';
  const shared = { title: contentView(context, block.title), note: optionalView(context, block.note) };
  if (block.type === 'materiality') {
    const topics = report.materiality?.topics ?? [];
    const sample = topics.some((topic) => topic.status === 'sample');
    const method = report.materiality?.method;
    return {
      ...shared,
      method: method ? contentView(context, method) : labelView(context, { zh: '', en: '' }, block.origin),
      sample: sample ? tagWords(context, 'sample') : '',
      topics: topicRows(context),
      ...inWords(context, block.title, (lang) => topics.map((topic) => `${topic.label[lang]} ${topic.x} / ${topic.y}`)),
    };
  }
  return {
    ...shared,
    editorial,
    accents: accentEntries(context),
    goalColumns: goalColumns(context),
    ...inWords(context, block.title, (lang) =>
      report.accents.map((accent) => `${accent.label[lang]} ${accent.sdgs.join(lang === 'zh' ? '、' : ', ')}`),
    ),
  };
}

/** A drawing of the report's own data in words: its title, then each thing that it shows; in the edition's languages. */
function inWords(
  context: ViewContext,
  title: LangText,
  entries: (lang: Lang) => readonly string[],
): { readonly alt: string; readonly altSecond: string } {
  const said = context.langs.map((lang) => {
    const [colon, semicolon] = lang === 'zh' ? ['：', '；'] : [': ', '; '];
    return `${renderText(title[lang], context).plain}${colon}${entries(lang).join(semicolon)}`;
  });
  return { alt: said[0] ?? '', altSecond: said[1] ?? '' };
}
