import type { BlockOf, Tile } from '../../content/types.ts';
import { createNoteList } from './note-list.ts';
import { statusTag } from './status-words.ts';
import { wordView } from './text-view.ts';
import { tileView } from './tile-view.ts';
import type { ViewContext } from './view-context.ts';

const STATUSES = ['reported', 'derived', 'disputed', 'restated', 'sample', 'not_disclosed'] as const;

/** The key to statuses, each with an example that the report itself holds. */
export function statusKeyView(context: ViewContext): Readonly<Record<string, unknown>> {
  const entries = STATUSES.map((kind) => ({
    kind,
    example: statusExample(context, kind),
    tag: kind === 'disputed' || kind === 'sample' ? statusTag(context, kind) : null,
    name: wordView(context, `status_${kind}`),
    text: { byLang: wordView(context, `status_${kind}_text`).byLang },
  }));
  return {
    statusKey: [
      { side: 'left', entries: entries.slice(0, 3) },
      { side: 'right', entries: entries.slice(3) },
    ],
  };
}

interface StatusExample {
  readonly figure: string;
  /** The struck old value of a restatement, and the mark of its reason; empty for other statuses. */
  readonly old: string;
  readonly restated: string;
}

/** The first value of the report that has the status; nothing where there is none. */
function statusExample(context: ViewContext, kind: (typeof STATUSES)[number]): StatusExample {
  const { report, book, lead } = context;
  const plain = (figure: string): StatusExample => ({ figure, old: '', restated: '' });
  if (kind === 'not_disclosed') return plain('–');
  for (const metric of report.metrics.values()) {
    if (kind === 'restated') {
      const restatement = metric.restatements.find((one) => one.old !== null);
      if (!restatement) continue;
      const cell = book.cell(metric.id, restatement.period, lead);
      return { figure: cell.text, old: cell.restated?.old ?? '', restated: 'R1' };
    }
    const value = metric.values.find((one) => one.status === kind && one.value !== null);
    if (value) return plain(book.cell(metric.id, value.period, lead).text);
  }
  return plain('');
}

const LEFT = ['label', 'value', 'change', 'trend'] as const;
const RIGHT = ['tag', 'letter', 'outline', 'foot'] as const;

/** One tile of the dashboard with its parts named: a disputed one where there is one, since it shows every mark. */
export function anatomyView(context: ViewContext): Readonly<Record<string, unknown>> {
  const { report, book, lead } = context;
  const grids = (report.parts.highlights?.blocks ?? []).filter(
    (block): block is BlockOf<'kpi_grid'> => block.type === 'kpi_grid',
  );
  const tiles = grids.flatMap((grid) => grid.tiles).filter((tile) => tile.show.includes('trend'));
  const disputed = (tile: Tile): boolean =>
    book.cell(tile.metric, tile.period ?? report.period, lead).status === 'disputed';
  const chosen = tiles.find(disputed) ?? tiles[0];
  if (!chosen) return { example: null, anatomy: { left: [], right: [] }, anatomyNotes: [] };
  const notes = createNoteList(context, 'about.anatomy');
  const example = tileView(context, { ...chosen, show: ['value', 'change', 'trend'] }, notes, false);
  const right = RIGHT.filter((name) =>
    name === 'letter' ? example.letter !== '' : name === 'foot' || example.tag !== null,
  );
  const entry = (name: string): Readonly<Record<string, unknown>> => ({
    name,
    title: wordView(context, `anatomy_${name}`),
    text: wordView(context, `anatomy_${name}_text`),
  });
  return { example, anatomy: { left: LEFT.map(entry), right: right.map(entry) }, anatomyNotes: notes.notes };
}
