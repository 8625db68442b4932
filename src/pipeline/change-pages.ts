import type { EditionPlaces, PlaceBox } from '../call/index.ts';
import type { Block, Report } from '../content/index.ts';
import type { Edition, OriginId } from '../core/index.ts';
import type { DataChange } from '../provenance/index.ts';

/** The pages of one edition, by their printed numbers. */
export interface EditionPages {
  readonly edition: Edition;
  readonly pages: readonly string[];
}

/** The pages on which what changed stands, as the last build placed it: of a table the row, of a grid the tile. */
export function changePages(
  { item, blocks }: Pick<DataChange, 'item' | 'blocks'>,
  report: Report,
  editions: readonly EditionPlaces[],
): readonly EditionPages[] {
  const metric = item.split('@')[0] ?? '';
  const origins = blocks.flatMap((id) => originsOf(id, metric, report));
  return editions.flatMap(({ edition, labels, boxes }) => {
    const sheets = new Set(boxes.filter((box) => isIn(box, origins)).map(({ page }) => page));
    const pages = [...sheets].sort((a, b) => a - b).map((page) => labels[page] ?? String(page + 1));
    return pages.length === 0 ? [] : [{ edition, pages }];
  });
}

function isIn({ origin }: PlaceBox, origins: readonly OriginId[]): boolean {
  return origins.some((one) => origin === one || origin.startsWith(`${one}/`));
}

function originsOf(id: string, metric: string, report: Report): readonly OriginId[] {
  const block = report.blocks.get(id);
  if (block !== undefined) {
    const within = partsOf(block, metric);
    return within.length === 0 ? [block.origin] : within;
  }
  // A chapter’s own texts: its blocks are told apart.
  const chapter = report.chapters.get(id);
  return chapter === undefined ? [] : ['title', 'lede'].map((key) => `${chapter.origin}/${key}`);
}

function partsOf(block: Block, metric: string): readonly OriginId[] {
  if (block.type === 'metric_table') {
    return block.groups.flatMap(({ rows }) => rows.filter((row) => row.metric === metric).map(({ origin }) => origin));
  }
  return block.type === 'kpi_grid'
    ? block.tiles.filter((one) => one.metric === metric).map(({ origin }) => origin)
    : [];
}
