import type { Label, Tile, ValueStatus } from '../../content/types.ts';
import type { Lang, OriginId } from '../../core/index.ts';
import { escapeMarkup } from '../escape.ts';
import { composedText, quantityText, renderText } from '../rich-text.ts';
import { accentOrder } from './accent-order.ts';
import { type ChangeView, changeView } from './change-view.ts';
import type { NoteList } from './note-list.ts';
import { statusTag } from './status-words.ts';
import { labelView, type TextView, textView } from './text-view.ts';
import { notedValue, sourceRef, sourcesOf, valueNoteMarkup } from './value-notes.ts';
import type { ViewContext } from './view-context.ts';

/** A KPI tile. */
export interface TileView {
  readonly class: string;
  readonly accent: string;
  readonly origin: OriginId;
  readonly metric: string;
  readonly period: string;
  readonly status: ValueStatus;
  readonly label: TextView;
  readonly tag: ReturnType<typeof statusTag>;
  readonly valueClass: string;
  readonly mark: string;
  readonly figure: string;
  readonly unit: string;
  readonly lead: Lang;
  /** The value in the second language's scale (bilingual edition). */
  readonly second: { readonly lang: Lang; readonly text: string } | null;
  readonly note: string | null;
  readonly letter: string;
  readonly change: ChangeView | null;
  readonly target: TextView | null;
  /** What the mini chart says, in the leading language and in the edition's second; empty for a tile without one. */
  readonly trend: string;
  readonly trendSecond: string;
  readonly foot: TextView;
}

/** Statuses that a tile explains at the foot of its page; what else there is to say of a value stands in the tables. */
const MARKED: ReadonlySet<ValueStatus> = new Set(['disputed', 'derived']);

/**
 * @param hero whether the value is set in the large size (the first row of a dashboard)
 * @param notes where a disputed, derived or restated value leaves its note
 */
export function tileView(context: ViewContext, tile: Tile, notes: NoteList, hero: boolean): TileView {
  const { book, report, lead } = context;
  const period = tile.period ?? report.period;
  const metric = book.metric(tile.metric);
  const cell = book.cell(tile.metric, period, lead);
  const status = cell.status;
  const noted = notedValue(tile.metric, period, cell, undefined);
  const note =
    MARKED.has(status) || cell.restated
      ? notes.add((lang) => valueNoteMarkup(context, [noted], lang), tile.origin)
      : null;
  const shows = new Set(tile.show);
  const change = shows.has('change')
    ? changeView(context, tile.metric, period, 'change')
    : shows.has('diff')
      ? changeView(context, tile.metric, period, 'diff')
      : null;
  const label = metric?.short ?? metric?.label ?? { zh: '', en: '' };
  const [, second] = context.langs;
  return {
    class: [status, hero ? 'hero' : '', context.bilingual ? 'tile-bilingual' : ''].filter(Boolean).join(' '),
    accent: accentOrder(report, metric?.accent),
    origin: tile.origin,
    metric: tile.metric,
    period,
    status,
    label: labelView(context, label, tile.origin),
    tag: statusTag(context, status),
    valueClass: [status, hero ? 'hero' : ''].filter(Boolean).join(' '),
    mark: cell.text.startsWith('◇') ? '◇' : cell.text.startsWith('≈') ? '≈' : '',
    figure: bareFigure(cell.text),
    unit: cell.quantity.value === null ? '' : book.unitLabel(tile.metric, lead),
    lead,
    second: context.bilingual ? secondScale(context, tile.metric, period) : null,
    note: note?.id ?? null,
    letter: note?.label ?? '',
    change,
    target: shows.has('target') ? targetLine(context, tile) : null,
    trend: shows.has('trend') ? trendAlt(context, tile.metric, period, label, lead) : '',
    trendSecond:
      second !== undefined && shows.has('trend') ? trendAlt(context, tile.metric, period, label, second) : '',
    foot: footView(context, tile, period, shows.has('trend')),
  };
}

function bareFigure(text: string): string {
  return text.replace(/^[◇≈]\s*/, '');
}

function secondScale(context: ViewContext, metric: string, period: string): { lang: Lang; text: string } | null {
  const zh = context.book.cell(metric, period, 'zh');
  const en = context.book.cell(metric, period, 'en');
  if (en.quantity.value === null) return null;
  const unit = context.book.unitLabel(metric, 'en');
  const sameFigure = zh.text === en.text;
  if (sameFigure && (unit === '' || unit === context.book.unitLabel(metric, 'zh'))) return null;
  if (sameFigure) return { lang: 'en', text: unit };
  return { lang: 'en', text: `${bareFigure(en.text)}${unit ? `\u00a0${unit}` : ''}` };
}

function targetLine(context: ViewContext, tile: Tile): TextView | null {
  const { book, report, words } = context;
  const target = [...report.targets.values()].find((one) => one.metric === tile.metric);
  if (!target) return null;
  return textView(
    context,
    (lang) => {
      const by = escapeMarkup(book.period(target.goal.by)?.label[lang] ?? target.goal.by);
      const figure = book.goalFigure(target, 'value', lang, { place: 'prose' });
      if (figure) return composedText(words.phrase('tile_target', lang, { value: quantityText(figure).html, by }));
      const { text } = target.goal;
      const value = text ? renderText(text[lang], context).html : escapeMarkup(target.label[lang]);
      return composedText(words.phrase('tile_target_text', lang, { value, by }));
    },
    () => target.origin,
  );
}

function footView(context: ViewContext, tile: Tile, period: string, trend: boolean): TextView {
  const { book, report, words } = context;
  const metric = book.metric(tile.metric);
  const shown = trend ? trendPeriods(context, period) : [period];
  const values = (metric?.values ?? []).filter((value) => shown.includes(value.period));
  const derived = values.filter((value) => value.status === 'derived').map((value) => value.period);
  const sources = sourcesOf(
    report,
    values.filter((value) => value.period === period),
  );
  return textView(
    context,
    (lang) => {
      const gap = lang === 'zh' ? '、' : ', ';
      const remark = tile.caption
        ? renderText(tile.caption[lang], context).html
        : escapeMarkup(metric?.scope[lang] ?? '');
      const facts = [remark];
      if (derived.length > 0) {
        const years = derived.map((id) => escapeMarkup(book.period(id)?.label[lang] ?? id)).join(gap);
        facts.push(words.phrase('tile_derived', lang, { periods: years, mark: '<mark kind="derived">◇</mark>' }));
      }
      if (sources.length > 0) {
        const keys = sources.map((id) => sourceRef(context, id)).join(gap);
        facts.push(words.phrase('tile_source', lang, { sources: keys }));
      }
      return composedText(facts.filter(Boolean).join(lang === 'zh' ? '；' : ' · '));
    },
    () => tile.origin,
  );
}

/** A mini chart in words: the label, then each period with its value as printed. */
function trendAlt(context: ViewContext, metric: string, period: string, label: Label, lang: Lang): string {
  const { book, words } = context;
  const series = book.series(metric, trendPeriods(context, period), lang);
  const unit = book.unitLabel(metric, lang);
  const values = series.points.map(({ period: at, cell }) => {
    const printed = cell.quantity.value === null ? words.text('not_disclosed', lang) : cell.text;
    const tag = cell.status === 'disputed' || cell.status === 'sample' ? words.text(cell.status, lang) : '';
    return [at.label[lang], printed, tag].filter(Boolean).join(' ');
  });
  const name = label[lang];
  const head = unit === '' ? name : lang === 'zh' ? `${name}（${unit}）` : `${name} (${unit})`;
  return `${head}${lang === 'zh' ? '：' : ': '}${values.join(lang === 'zh' ? '；' : '; ')}`;
}

/** The last three periods of the same kind up to one, as the trend of a tile shows them. */
export function trendPeriods(context: ViewContext, period: string): readonly string[] {
  const kind = context.book.period(period)?.kind;
  const same = context.report.periods.filter((one) => one.kind === kind).map((one) => one.id);
  const end = same.indexOf(period);
  return end < 0 ? [period] : same.slice(Math.max(0, end - 2), end + 1);
}
