import { printedText } from '../call/index.ts';
import type { Label, LangText, Metric, MetricValue, Report, SeriesBreak, Target } from '../content/types.ts';
import type { Lang } from '../core/index.ts';
import type { MetricBook } from '../metrics/types.ts';
import {
  DATA_SCHEMA,
  type DataBreak,
  type DataMetric,
  type DataTarget,
  type DataText,
  type DataValue,
  type ReportData,
} from './data-types.ts';
import { citingTexts } from './sentences.ts';
import { valueBlocks } from './value-blocks.ts';

/** Collects the data of a report. The same content always gives the same data, in the same order. */
export function reportData(report: Report, book: MetricBook): ReportData {
  const sentences = citingTexts(report).map(({ in: owner, cites, zh, en }) => ({ in: owner, cites, zh, en }));
  const around = { report, book, blocks: valueBlocks(report, sentences) };
  const { id, title, subject, period, prior, published } = report;
  return {
    schema: DATA_SCHEMA,
    report: { id, title: plain(title, around), subject: plain(subject, around), period, prior, published },
    periods: report.periods.map((one) => ({
      id: one.id,
      kind: one.kind,
      start: one.start,
      end: one.end,
      label: named(one.label),
    })),
    breaks: report.breaks.map(breakData),
    sources: [...report.sources.values()].map((source) => ({
      id: source.id,
      key: `S${source.order}`,
      kind: source.kind,
      title: named(source.title),
      where: source.where,
      date: source.date ?? null,
    })),
    metrics: [...report.metrics.values()].map((metric) => metricData(metric, around)),
    targets: [...report.targets.values()].map((target) => targetData(target, around)),
    sentences,
  };
}

/** Writes the data as text, ending with a line feed. */
export function dataJson(data: ReportData): string {
  return `${JSON.stringify(data, null, 1)}\n`;
}

interface Around {
  readonly report: Report;
  readonly book: MetricBook;
  readonly blocks: ReadonlyMap<string, readonly string[]>;
}

function metricData(metric: Metric, around: Around): DataMetric {
  const { level, by } = metric.assurance ?? { level: 'none' as const, by: undefined };
  const order = new Map(around.report.periods.map(({ id }, index) => [id, index]));
  const values = [...metric.values].sort((a, b) => (order.get(a.period) ?? 0) - (order.get(b.period) ?? 0));
  return {
    id: metric.id,
    label: named(metric.label),
    nature: metric.nature,
    polarity: metric.polarity,
    unit: metric.unit,
    scope: { ...named(metric.scope), key: metric.scope.key },
    additive: metric.additive,
    assurance: { level, by: by ?? null },
    frameworks: metric.frameworks,
    breaks: metric.breaks.map(breakData),
    values: values.map((value) => valueData(metric, value, around)),
  };
}

function valueData(metric: Metric, value: MetricValue, around: Around): DataValue {
  const { book, blocks } = around;
  const printed = (lang: Lang): string => book.value(metric.id, value.period, lang, { place: 'prose' }).text;
  const restated = metric.restatements.find(({ period }) => period === value.period);
  const { derived, note, statedChanges, alternatives } = value;
  return {
    period: value.period,
    value: book.canonical(metric.id, value.period),
    given: { value: value.value, unit: value.in ?? metric.unit },
    printed: { zh: printed('zh'), en: printed('en') },
    status: value.status,
    sources: value.source,
    derived: derived === undefined ? null : plain(derived, around),
    stated_changes: statedChanges.map((one) => ({
      value: one.value,
      unit: one.in,
      sources: one.source,
      from: one.from,
    })),
    alternatives: alternatives.map((one) => ({ value: one.value, unit: one.in, sources: one.source })),
    restated:
      restated === undefined
        ? null
        : {
            old: restated.old,
            unit: restated.in ?? metric.unit,
            reason: plain(restated.reason, around),
            sources: restated.source,
          },
    note: note === undefined ? null : plain(note, around),
    blocks: blocks.get(`${metric.id}@${value.period}`) ?? [],
  };
}

function targetData({ id, metric, label, base, goal, status, source }: Target, around: Around): DataTarget {
  const unit = metric === undefined ? undefined : around.report.metrics.get(metric)?.unit;
  return {
    id,
    metric: metric ?? null,
    label: named(label),
    base: base === undefined ? null : { period: base.period, value: base.value, unit: base.in ?? unit ?? '' },
    goal: {
      value: goal.value ?? null,
      change: goal.change ?? null,
      unit: goal.in ?? (goal.value === undefined ? null : (unit ?? null)),
      text: goal.text === undefined ? null : plain(goal.text, around),
      by: goal.by,
    },
    status,
    sources: source,
  };
}

function breakData({ between, reason }: SeriesBreak): DataBreak {
  return { between: [...between], reason: named(reason) };
}

function named({ zh, en }: Label): DataText {
  return { zh, en };
}

/** Without marks, with its figures printed; the page of a reference is the layout’s, and stays open. */
function plain(text: LangText, { report, book }: Around): DataText {
  const context = { report, book, labelOf: () => '–' };
  return { zh: printedText(text.zh, context).text, en: printedText(text.en, context).text };
}
