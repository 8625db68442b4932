import type { BlockOf, ValueStatus } from '../../content/types.ts';
import type { OriginId } from '../../core/index.ts';
import type { ChangeFigure } from '../../metrics/types.ts';
import { accentOrder } from './accent-order.ts';
import type { NoteList } from './note-list.ts';
import { statusTag } from './status-words.ts';
import { contentView, labelView, optionalView, type TextView, textView } from './text-view.ts';
import { type NotedValue, needsNote, notedValue, valueNoteMarkup } from './value-notes.ts';
import type { ViewContext } from './view-context.ts';

interface CellLine {
  readonly lang: string;
  readonly figure: string;
  readonly mark: string;
  readonly old: string;
}

interface CellView {
  readonly metric: string;
  readonly period: string;
  readonly status: ValueStatus;
  readonly cellClass: string;
  readonly figureClass: string;
  readonly all: readonly CellLine[];
  readonly restated: string;
}

interface RowChange {
  readonly class: string;
  readonly icon: string;
  readonly all: TextView['all'];
}

interface RowView {
  readonly id: string;
  readonly origin: OriginId;
  readonly rowClass: string;
  readonly indent: string;
  readonly label: TextView;
  readonly tag: ReturnType<typeof statusTag>;
  readonly unit: TextView;
  readonly cells: readonly CellView[];
  readonly change: RowChange;
  readonly notes: readonly { readonly id: string; readonly letter: string }[];
}

/** A table of metrics by period. */
export interface MetricTableView {
  readonly tableClass: string;
  readonly narrow: boolean;
  readonly accent: string;
  readonly title: TextView;
  readonly periods: readonly {
    readonly label: TextView;
    readonly colClass: string;
    readonly headClass: string;
    /** Said under a period whose kind differs from the report's: （自然年）. */
    readonly basis: TextView | null;
  }[];
  readonly change: boolean;
  readonly columnCount: string;
  readonly groups: readonly { readonly title: TextView; readonly accent: string; readonly rows: readonly RowView[] }[];
  readonly hasUndisclosed: boolean;
  readonly note: TextView | null;
}

/**
 * @param narrow whether units stand under the names, for columns that are too narrow for one of their own
 * @param notes where values leave their notes
 */
export function metricTableView(
  context: ViewContext,
  block: BlockOf<'metric_table'>,
  narrow: boolean,
  notes: NoteList,
): MetricTableView {
  const { book, report } = context;
  const current = block.periods.includes(report.period) ? report.period : block.periods.at(-1);
  const currentKind = book.period(current ?? '')?.kind;
  const columnClass = (period: string): string => {
    if (period === current) return 'current';
    return book.period(period)?.kind === currentKind ? '' : 'other-basis';
  };
  const groups = block.groups.map((group) => ({
    title: contentView(context, group.title),
    accent: accentOrder(report, book.metric(group.rows[0]?.metric ?? '')?.accent),
    rows: group.rows.map((row) => rowView(row.metric, row.indent, row.origin)),
  }));

  function rowView(metricId: string, indent: number, origin: OriginId): RowView {
    const metric = book.metric(metricId);
    const noted: NotedValue[] = [];
    const cells = block.periods.map((period) => cellView(metricId, period, noted));
    const statuses = cells.map((cell) => cell.status);
    const shownStatus =
      statuses.find((status) => status === 'disputed') ?? statuses.find((status) => status === 'sample');
    const withNotes = noted.filter(needsNote);
    const note =
      withNotes.length > 0 ? notes.add((lang) => valueNoteMarkup(context, withNotes, lang), origin) : undefined;
    const total = metric?.parts.some((parts) => parts.complete) ?? false;
    return {
      id: `${block.id}.${metricId}`,
      origin,
      rowClass: [total && indent === 0 ? 'total' : '', shownStatus ?? ''].filter(Boolean).join(' '),
      indent: String(indent),
      label: labelView(context, metric?.label ?? { zh: metricId, en: metricId }, origin),
      tag: shownStatus ? statusTag(context, shownStatus) : null,
      unit: labelView(
        context,
        { zh: book.unitLabel(metricId, 'zh') || '–', en: book.unitLabel(metricId, 'en') || '–' },
        origin,
      ),
      cells,
      change: changeCell(metricId, current ?? report.period, origin),
      notes: note ? [{ id: note.id, letter: note.label }] : [],
    };
  }

  function cellView(metric: string, period: string, noted: NotedValue[]): CellView {
    const lead = book.cell(metric, period, context.lead);
    let mark: string | undefined;
    if (lead.restated) {
      mark = notes.restatementMark(lead.restated.restatement.reason.en.source);
    }
    noted.push(notedValue(metric, period, lead, mark));
    const lines = context.langs.map((lang): CellLine => {
      const cell = book.cell(metric, period, lang);
      const [, prefix = '', figure = cell.text] = /^([◇≈]?)\s*(.*)$/su.exec(cell.text) ?? [];
      return { lang, figure, mark: prefix, old: cell.restated ? (cell.restated.old ?? '–') : '' };
    });
    const same = lines.every((line) => line.figure === lines[0]?.figure && line.old === lines[0]?.old);
    return {
      metric,
      period,
      status: lead.status,
      cellClass: [columnClass(period), lead.status === 'disputed' ? 'disputed-cell' : ''].filter(Boolean).join(' '),
      figureClass: [columnClass(period), lead.status].filter(Boolean).join(' '),
      all: same ? lines.slice(0, 1) : lines,
      restated: mark ?? '',
    };
  }

  function changeCell(metric: string, period: string, origin: OriginId): RowChange {
    const figures = { zh: book.change(metric, period, 'zh'), en: book.change(metric, period, 'en') };
    const lead = figures[context.lead];
    const text = (figure: ChangeFigure): string => (figure.kind === 'none' ? '–' : figure.quantity.text);
    const view = labelView(context, { zh: text(figures.zh), en: text(figures.en) }, origin);
    const all = text(figures.zh) === text(figures.en) ? view.all.slice(0, 1) : view.all;
    if (lead.kind === 'none') return { class: 'none', icon: '', all };
    const sense = lead.quantity.sense;
    const disputed = lead.quantity.status === 'disputed';
    return {
      class: disputed ? 'disputed' : (sense?.judgement ?? 'neutral'),
      icon: disputed || !sense || sense.direction === 'same' ? '' : `${sense.direction}-${sense.judgement}`,
      all,
    };
  }

  const undisclosed = groups.some((group) =>
    group.rows.some((row) => row.cells.some((cell) => cell.status === 'not_disclosed')),
  );
  return {
    tableClass: [context.bilingual ? 'table-bilingual' : '', narrow ? 'table-narrow' : ''].filter(Boolean).join(' '),
    narrow,
    accent: groups[0]?.accent ?? '',
    title: contentView(context, block.title),
    periods: block.periods.map((id) => {
      const period = book.period(id);
      const kind = columnClass(id);
      return {
        label: labelView(context, period?.label ?? { zh: id, en: id }, block.origin),
        colClass: ['col-period', kind].filter(Boolean).join(' '),
        headClass: kind,
        basis: kind === 'other-basis' && period ? basisView(context, period.kind) : null,
      };
    }),
    change: block.change,
    columnCount: String(block.periods.length + (block.change ? 4 : 3) - (narrow ? 1 : 0)),
    groups,
    hasUndisclosed: undisclosed,
    note: optionalView(context, block.note),
  };
}

function basisView(context: ViewContext, kind: 'calendar' | 'fiscal'): TextView {
  return textView(
    context,
    (lang) => {
      const plain = context.words.text(`basis_${kind}`, lang);
      return { html: plain, plain };
    },
    () => context.report.origin,
  );
}
