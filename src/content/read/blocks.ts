import type { PathKey } from '../../source/index.ts';
import type { RawBlock, RawListItem } from '../schema/block.ts';
import type { Block, LangText, ListItem, Tile } from '../types.ts';
import type { FileReader } from './file-reader.ts';

/** The blocks of a chapter or part, as they stand below `path`. */
export function readBlocks(read: FileReader, raw: readonly RawBlock[], path: readonly PathKey[]): readonly Block[] {
  return raw.map((block, index) => readBlock(read, block, [...path, index]));
}

function readBlock(read: FileReader, raw: RawBlock, path: readonly PathKey[]): Block {
  const base = {
    id: raw.id,
    origin: read.origin(...path),
    frameworks: raw.frameworks ?? [],
    terms: raw.terms ?? [],
    sdgs: raw.sdgs ?? [],
    sourceLang: raw.source_lang,
    translatedFrom: raw.translated_from,
  };
  switch (raw.type) {
    case 'heading':
      return { ...base, type: raw.type, level: raw.level as 2 | 3 | 4, text: read.text(raw, ...path) };
    case 'paragraph':
      return { ...base, type: raw.type, role: raw.role ?? 'body', text: read.text(raw, ...path) };
    case 'list':
      return {
        ...base,
        type: raw.type,
        ordered: raw.ordered ?? false,
        items: raw.items.map((item, i) => readItem(read, item, [...path, 'items', i])),
      };
    case 'callout':
      return {
        ...base,
        type: raw.type,
        kind: raw.kind,
        title: read.maybeText(raw.title, ...path, 'title'),
        text: read.text(raw, ...path),
      };
    case 'side_note':
      return {
        ...base,
        type: raw.type,
        beside: raw.beside,
        title: read.maybeText(raw.title, ...path, 'title'),
        text: read.text(raw, ...path),
      };
    case 'note':
      return { ...base, type: raw.type, text: read.text(raw, ...path) };
    case 'kpi_grid':
      return {
        ...base,
        type: raw.type,
        tiles: raw.tiles.map((tile, i) => readTile(read, tile, [...path, 'tiles', i])),
      };
    case 'kpi':
      return { ...base, type: raw.type, tile: readTile(read, raw, path) };
    case 'figure':
      return { ...base, type: raw.type, asset: raw.asset, caption: read.text(raw.caption, ...path, 'caption') };
    case 'materiality':
    case 'sdg_map':
    case 'strategy_figure':
      return {
        ...base,
        type: raw.type,
        title: read.text(raw.title, ...path, 'title'),
        note: read.maybeText(raw.note, ...path, 'note'),
      };
    case 'index':
      return { ...base, type: raw.type, framework: raw.framework };
    case 'break':
      return { ...base, type: raw.type, kind: raw.kind };
    case 'chart':
      return { ...base, ...readChart(read, raw, path) };
    case 'metric_table':
      return { ...base, ...readMetricTable(read, raw, path) };
    case 'table':
      return { ...base, ...readTable(read, raw, path) };
  }
}

type RawOf<K extends RawBlock['type']> = Extract<RawBlock, { type: K }>;

function readItem(read: FileReader, raw: RawListItem, path: readonly PathKey[]): ListItem {
  return {
    text: read.text(raw, ...path),
    items: (raw.items ?? []).map((item, i) => readItem(read, item, [...path, 'items', i])),
  };
}

function readTile(
  read: FileReader,
  raw: Pick<RawOf<'kpi'>, 'metric' | 'period' | 'show' | 'caption'>,
  path: readonly PathKey[],
): Tile {
  return {
    metric: raw.metric,
    period: raw.period,
    show: raw.show,
    caption: read.maybeText(raw.caption, ...path, 'caption'),
    origin: read.origin(...path),
  };
}

function readChart(read: FileReader, raw: RawOf<'chart'>, path: readonly PathKey[]) {
  return {
    type: raw.type,
    chart: raw.chart,
    title: read.text(raw.title, ...path, 'title'),
    measure: read.text(raw.measure, ...path, 'measure'),
    series: raw.series.map((series, i) => ({
      metric: series.metric,
      label: read.maybeLabel(series.label, ...path, 'series', i, 'label'),
      origin: read.origin(...path, 'series', i),
    })),
    periods: raw.periods,
    target: raw.target,
    marks: (raw.marks ?? []).map((mark, i) => ({
      period: mark.period,
      text: read.text(mark.text, ...path, 'marks', i, 'text'),
    })),
    alt: read.text(raw.alt, ...path, 'alt'),
    size: raw.size ?? 'main',
  } as const;
}

function readMetricTable(read: FileReader, raw: RawOf<'metric_table'>, path: readonly PathKey[]) {
  return {
    type: raw.type,
    title: read.text(raw.title, ...path, 'title'),
    groups: raw.groups.map((group, g) => ({
      title: read.text(group.title, ...path, 'groups', g, 'title'),
      rows: group.rows.map((row, r) => ({
        metric: row.metric,
        indent: row.indent ?? 0,
        origin: read.origin(...path, 'groups', g, 'rows', r),
      })),
    })),
    periods: raw.periods,
    change: raw.change ?? false,
    note: read.maybeText(raw.note, ...path, 'note'),
    landscape: raw.orientation === 'landscape',
  } as const;
}

function readTable(read: FileReader, raw: RawOf<'table'>, path: readonly PathKey[]) {
  return {
    type: raw.type,
    title: read.text(raw.title, ...path, 'title'),
    columns: raw.columns.map((column, i) => ({
      title: read.text(column, ...path, 'columns', i),
      align: column.align ?? 'start',
    })),
    rows: raw.rows.map((row, r) => row.map((cell, c) => readCell(read, cell, [...path, 'rows', r, c]))),
    rowHeaders: raw.row_headers ?? 0,
    note: read.maybeText(raw.note, ...path, 'note'),
    landscape: raw.orientation === 'landscape',
  } as const;
}

/** A cell that is one text for both languages holds figures and signs alone. */
function readCell(
  read: FileReader,
  raw: RawOf<'table'>['rows'][number][number],
  path: readonly PathKey[],
): LangText | undefined {
  if (typeof raw !== 'string') return read.text(raw, ...path);
  return raw.trim() === '' ? undefined : read.sameText(raw, ...path);
}
