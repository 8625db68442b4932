import type { BlockOf, ChartKind, Label, Metric, Period, Report, Target, ValueStatus } from '../content/types.ts';
import { type Edition, InternalError, type Lang, langsOf, type OriginId } from '../core/index.ts';
import { setFormulas } from '../fonts/index.ts';
import type { MetricBook, Series } from '../metrics/types.ts';
import { breaksAfter } from './comparability.ts';
import { plainText } from './plain-text.ts';

/** The same words in each language of the edition, the leading one first; a text equal in both stands once. */
export type Phrases = readonly { readonly lang: Lang; readonly text: string }[];

/** A value of a series with all that its mark says. */
export interface ModelPoint {
  readonly period: Period;
  /** In the leading language's display unit; null where nothing is disclosed. */
  readonly value: number | null;
  /** The printed figure without mark or unit. */
  readonly figure: Phrases;
  readonly status: ValueStatus;
  /** False before a break of the series: not like for like with the latest values. */
  readonly comparable: boolean;
}

/** A metric over the periods of the chart. */
export interface ModelSeries {
  readonly metric: Metric;
  readonly name: Phrases;
  /** Printed display unit; empty for a pure number. */
  readonly unit: Phrases;
  readonly points: readonly ModelPoint[];
}

/** A goal as the chart shows it. */
export interface ModelTarget {
  readonly target: Target;
  /** In the leading language's display unit; null for a goal in words only. */
  readonly value: number | null;
  /** Year in which the goal's period ends. */
  readonly year: number;
  /** Words under the heading: the goal itself. */
  readonly goal: Phrases;
  /** Label of the goal's period. */
  readonly by: Phrases;
  readonly base: { readonly period: string; readonly value: number } | undefined;
}

/** A chart block of one edition as numbers and printed words, ready to be laid out. */
export interface ChartModel {
  readonly id: string;
  readonly kind: ChartKind;
  readonly size: 'full' | 'main' | 'half';
  readonly langs: readonly Lang[];
  readonly lead: Lang;
  readonly periods: readonly Period[];
  readonly series: readonly ModelSeries[];
  /** Indices of periods after which a break stands. */
  readonly breaks: ReadonlySet<number>;
  /** The period reported on; its bars are deep. */
  readonly current: string;
  readonly accent: number;
  readonly target: ModelTarget | undefined;
  /** Sums of the series by period, as printed; empty where they must not be added. */
  readonly totals: readonly Phrases[];
  readonly marks: readonly { readonly period: string; readonly words: Phrases }[];
  /** Value of the second language's unit in the leading one's, for axes in both; 1 when they are the same. */
  readonly secondScale: number | undefined;
  readonly origin: OriginId;
}

/** What charts are made from. */
export interface ChartSource {
  readonly report: Report;
  readonly book: MetricBook;
}

/** Reads a chart block for an edition. Periods and metrics that nothing defines were refused when the content was loaded. */
export function chartModel(block: BlockOf<'chart'>, edition: Edition, source: ChartSource): ChartModel {
  const { report, book } = source;
  const langs = langsOf(edition);
  const lead = langs[0] as Lang;
  const periods = block.periods.flatMap((id) => book.period(id) ?? []);
  const metrics = block.series.flatMap(({ metric }) => book.metric(metric) ?? []);
  const breaks = breaksAfter(periods, report, metrics);
  const lastBreak = Math.max(-1, ...breaks);
  const series = block.series.map(({ metric, label }): ModelSeries => {
    const byLang = langs.map((lang) => book.series(metric, block.periods, lang));
    const leading = byLang[0];
    if (leading === undefined) throw new InternalError(`no series for ${metric}`);
    return {
      metric: leading.metric,
      name: phrases(langs, (lang) => (label ?? leading.metric.short ?? leading.metric.label)[lang]),
      unit: nonEmpty(phrases(langs, (lang) => byLang[langs.indexOf(lang)]?.unitLabel ?? '')),
      points: leading.points.map((point, index) => ({
        period: point.period,
        value: point.display === null ? null : Number(point.display),
        figure: phrases(langs, (lang) => bareFigure(byLang[langs.indexOf(lang)], index)),
        status: point.cell.status,
        comparable: index > lastBreak,
      })),
    };
  });
  return {
    id: block.id,
    kind: block.chart,
    size: block.size,
    langs,
    lead,
    periods,
    series,
    breaks,
    current: currentPeriod(block.periods, report),
    accent: accentOf(block, report),
    target: targetOf(block.target, langs, source),
    totals: periods.map((period, index) => totalOf(series, { id: period.id, index }, langs, source)),
    marks: block.marks.map(({ period, text }) => ({
      period,
      words: phrases(langs, (lang) => plainText(text[lang], report, book)),
    })),
    secondScale: secondScale(block, langs, book),
    origin: block.origin,
  };
}

/** Texts of each language; equal ones stand once. Formulas get their real subscripts. */
export function phrases(langs: readonly Lang[], textOf: (lang: Lang) => string): Phrases {
  const all = langs.map((lang) => ({ lang, text: setFormulas(textOf(lang)) }));
  const first = all[0];
  return first !== undefined && all.every(({ text }) => text === first.text) ? [first] : all;
}

/** A label of the report in each language. */
export function labelPhrases(langs: readonly Lang[], label: Label): Phrases {
  return phrases(langs, (lang) => label[lang]);
}

function nonEmpty(all: Phrases): Phrases {
  return all.filter(({ text }) => text !== '');
}

/** The figure of a cell without the mark of its status: charts set marks in their own way. */
export function bareFigure(series: Series | undefined, index: number): string {
  return (series?.points[index]?.cell.text ?? '').replace(/^[◇≈]\s*/u, '');
}

function currentPeriod(periods: readonly string[], report: Report): string {
  return periods.includes(report.period) ? report.period : (periods.at(-1) ?? report.period);
}

/** The chapter's accent; outside chapters that of the first metric. */
function accentOf(block: BlockOf<'chart'>, report: Report): number {
  const chapter = [...report.chapters.values()].find(({ blocks }) => blocks.some(({ id }) => id === block.id));
  return accentOrder(chapter?.accent ?? report.metrics.get(block.series[0]?.metric ?? '')?.accent, report);
}

/** Order number of an accent; the first one where none is named. */
export function accentOrder(id: string | undefined, report: Report): number {
  return report.accents.find((accent) => accent.id === id)?.order ?? 1;
}

function targetOf(
  id: string | undefined,
  langs: readonly Lang[],
  { report, book }: ChartSource,
): ModelTarget | undefined {
  const target = id === undefined ? undefined : report.targets.get(id);
  if (target === undefined) return undefined;
  const lead = langs[0] as Lang;
  const goal = book.goal(target);
  const byPeriod = book.period(target.goal.by);
  const year = byPeriod === undefined ? Number(target.goal.by) : yearOf(byPeriod);
  const { text } = target.goal;
  const { base } = target;
  const baseValue =
    base?.value === undefined || base.value === null ? null : baseDisplay(target, base.period, lead, book);
  return {
    target,
    value: goal === null ? null : Number(goal.display(lead)),
    year,
    goal: phrases(langs, (lang) =>
      text === undefined ? goalText(target, lang, book) : plainText(text[lang], report, book),
    ),
    by: phrases(langs, (lang) => byPeriod?.label[lang] ?? (lang === 'zh' ? `${target.goal.by}年` : target.goal.by)),
    base: base === undefined || baseValue === null ? undefined : { period: base.period, value: baseValue },
  };
}

function goalText(target: Target, lang: Lang, book: MetricBook): string {
  return book.resolve(
    {
      head: `target:${target.id}.value`,
      format: { name: undefined },
      start: 0,
      end: 0,
      origin: target.origin,
      target: { kind: 'target', target: target.id, field: 'value' },
    },
    lang,
  ).quantity.text;
}

function baseDisplay(target: Target, period: string, lang: Lang, book: MetricBook): number | null {
  if (target.metric === undefined) return null;
  const display = book.series(target.metric, [period], lang).points[0]?.display;
  return display === undefined || display === null ? null : Number(display);
}

/** Calendar year in which a period ends. */
export function yearOf(period: Period): number {
  return Number(period.end.slice(0, 4));
}

function secondScale(block: BlockOf<'chart'>, langs: readonly Lang[], book: MetricBook): number | undefined {
  const [lead, second] = langs;
  const metric = block.series[0]?.metric;
  if (lead === undefined || second === undefined || metric === undefined) return undefined;
  const [a, b] = [lead, second].map((lang) => book.series(metric, block.periods, lang).points);
  for (const [index, point] of (a ?? []).entries()) {
    const there = b?.[index]?.display;
    if (point.display === null || there === undefined || there === null || Number(point.display) === 0) continue;
    return 10 ** Math.round(Math.log10(Math.abs(Number(there) / Number(point.display))));
  }
  return undefined;
}

/** The sum of the series in a period. A disputed value or one that is not disclosed goes into no sum. */
function totalOf(
  series: readonly ModelSeries[],
  period: { readonly id: string; readonly index: number },
  langs: readonly Lang[],
  { book }: ChartSource,
): Phrases {
  const points = series.flatMap(({ points: all }) => all[period.index] ?? []);
  if (series.length < 2 || points.some(({ value, status }) => value === null || status === 'disputed')) return [];
  const metrics = series.map(({ metric }) => metric.id);
  const sum = (lang: Lang): string =>
    book
      .resolve(
        {
          head: `sum:${metrics.join('+')}@${period.id}`,
          format: { name: 'num' },
          start: 0,
          end: 0,
          origin: series[0]?.metric.origin ?? '',
          target: { kind: 'sum', metrics, period: period.id },
        },
        lang,
      )
      .quantity.parts.filter(({ kind }) => kind === 'figure')
      .map(({ text }) => text)
      .join('');
  return nonEmpty(phrases(langs, sum));
}
