import { printedText } from '../call/index.ts';
import { type LangText, textReferences } from '../content/index.ts';
import type { Metric, Report, Source, ValueStatus } from '../content/types.ts';
import { Decimal, type Span } from '../core/index.ts';
import type { MetricBook } from '../metrics/types.ts';
import { citedValues } from './cited-values.ts';
import type { AssuranceLevel, DataText } from './data-types.ts';

/** A source document, and the place in it. */
export interface ChainSource {
  readonly id: string;
  readonly key: string;
  readonly kind: Source['kind'];
  readonly title: DataText;
  readonly where: string;
  readonly date: string | undefined;
  readonly span: Span | undefined;
}

/** A decimal in a unit that somebody else states. */
export interface ChainAmount {
  readonly value: string | null;
  readonly unit: string;
  readonly sources: readonly string[];
}

/** A waiver that covers the value. */
export interface ChainWaiver {
  readonly check: string;
  readonly reason: string;
  readonly by: string;
  readonly expires: string;
  /** By the date of publication. */
  readonly holds: boolean;
  readonly span: Span | undefined;
}

/** Everything that stands behind one figure. */
export interface FigureChain {
  readonly metric: string;
  readonly label: DataText;
  readonly scope: DataText & { readonly key: string };
  readonly period: { readonly id: string; readonly label: DataText; readonly start: string; readonly end: string };
  /** In the metric’s unit; null where nothing is disclosed. */
  readonly value: string | null;
  readonly unit: string;
  readonly status: ValueStatus;
  readonly given: { readonly value: string | null; readonly unit: string };
  /** Where the value is written in the content. */
  readonly span: Span | undefined;
  /** How many of the metric’s unit one of the given unit is; undefined where they are the same. */
  readonly factor: string | undefined;
  readonly printed: DataText;
  readonly sources: readonly ChainSource[];
  readonly derived: { readonly formula: DataText; readonly from: readonly FigureChain[] } | undefined;
  readonly statedChanges: readonly (ChainAmount & { readonly from: string })[];
  readonly alternatives: readonly ChainAmount[];
  readonly restated: (ChainAmount & { readonly reason: DataText }) | undefined;
  readonly note: DataText | undefined;
  readonly assurance: { readonly level: AssuranceLevel; readonly by: string | undefined };
  readonly waivers: readonly ChainWaiver[];
  /** Disclosures that the metric answers. */
  readonly disclosures: readonly string[];
}

/**
 * The chain of one figure: source, entry, transformation, assurance, status, waivers.
 * @returns undefined where the metric has no value for the period
 */
export function figureChain(
  report: Report,
  book: MetricBook,
  metricId: string,
  periodId: string,
): FigureChain | undefined {
  return chainOf(metricId, periodId, { report, book, above: [] });
}

interface Around {
  readonly report: Report;
  readonly book: MetricBook;
  /** The figures that this one is told for, so that a circle ends. */
  readonly above: readonly string[];
}

function chainOf(metricId: string, periodId: string, around: Around): FigureChain | undefined {
  const { report, book } = around;
  const metric = report.metrics.get(metricId);
  const value = metric?.values.find(({ period }) => period === periodId);
  const period = report.periods.find(({ id }) => id === periodId);
  if (metric === undefined || value === undefined || period === undefined) return undefined;
  const item = `${metricId}@${periodId}`;
  const given = { value: value.value, unit: value.in ?? metric.unit };
  const printed = (lang: 'zh' | 'en'): string => book.value(metricId, periodId, lang, { place: 'prose' }).text;
  const restated = metric.restatements.find((one) => one.period === periodId);
  return {
    metric: metricId,
    label: { zh: metric.label.zh, en: metric.label.en },
    scope: { key: metric.scope.key, zh: metric.scope.zh, en: metric.scope.en },
    period: {
      id: periodId,
      label: { zh: period.label.zh, en: period.label.en },
      start: period.start,
      end: period.end,
    },
    value: book.canonical(metricId, periodId),
    unit: metric.unit,
    status: value.status,
    given,
    span: report.origins.spanOf(`${value.origin}/value`),
    factor: factorOf(given.unit, metric.unit, book),
    printed: { zh: printed('zh'), en: printed('en') },
    sources: value.source.flatMap((id) => chainSource(id, report)),
    derived:
      value.derived === undefined ? undefined : formulaOf(value.derived, { ...around, above: [...around.above, item] }),
    statedChanges: value.statedChanges.map((one) => ({
      value: one.value,
      unit: one.in,
      sources: one.source,
      from: one.from,
    })),
    alternatives: value.alternatives.map((one) => ({ value: one.value, unit: one.in, sources: one.source })),
    restated:
      restated === undefined
        ? undefined
        : {
            value: restated.old,
            unit: restated.in ?? metric.unit,
            sources: restated.source,
            reason: plain(restated.reason, around),
          },
    note: value.note === undefined ? undefined : plain(value.note, around),
    assurance: { level: metric.assurance?.level ?? 'none', by: metric.assurance?.by },
    waivers: waiversOf(item, report),
    disclosures: disclosuresOf(metric, report),
  };
}

function factorOf(from: string, to: string, book: MetricBook): string | undefined {
  const [given, own] = [book.unit(from), book.unit(to)];
  if (from === to || given === undefined || own === undefined) return undefined;
  return new Decimal(given.factor).div(own.factor).toFixed();
}

/** A source by its id; none where the id is nobody’s. */
export function chainSource(id: string, report: Report): readonly ChainSource[] {
  const source = report.sources.get(id);
  if (source === undefined) return [];
  const { kind, title, where, date, order, origin } = source;
  const span = report.origins.spanOf(`${origin}/where`);
  return [{ id, key: `S${order}`, kind, title: { zh: title.zh, en: title.en }, where, date, span }];
}

function formulaOf(text: LangText, around: Around): FigureChain['derived'] {
  const items = new Set(textReferences(text.zh).flatMap(({ head }) => citedValues(head, around.report)));
  const from = [...items].flatMap((item): readonly FigureChain[] => {
    const [metric = '', period = ''] = item.split('@');
    const chain = around.above.includes(item) ? undefined : chainOf(metric, period, around);
    return chain === undefined ? [] : [chain];
  });
  return { formula: plain(text, around), from };
}

function waiversOf(item: string, { waivers, published, origins }: Report): readonly ChainWaiver[] {
  return waivers
    .filter((one) => one.item === item)
    .map(({ check, reason, by, expires, origin }) => {
      const span = origins.spanOf(origin);
      return { check, reason, by, expires, holds: expires >= published, span };
    });
}

/** Those that the metric names, and those whose index entry names it. */
function disclosuresOf(metric: Metric, { indices }: Report): readonly string[] {
  const entries = [...indices.values()].flatMap((index) => index.entries);
  const named = entries.filter(({ metrics }) => metrics.includes(metric.id)).map(({ disclosure }) => disclosure);
  return [...new Set([...metric.frameworks, ...named])];
}

function plain(text: LangText, { report, book }: Around): DataText {
  const context = { report, book, labelOf: () => '–' };
  return { zh: printedText(text.zh, context).text, en: printedText(text.en, context).text };
}
