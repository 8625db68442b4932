import type { Diagnostic } from '../../core/index.ts';
import type { Metric, Report, SeriesBreak, Target } from '../types.ts';
import type { KnownIds } from './known-ids.ts';

/** Ids that the report's registers name: metrics, targets, topics, indices, chapters. Emits D1.
 * Units are held against each other by the metrics stage, which knows their dimensions. */
export function checkRegisters(report: Report, ids: KnownIds): readonly Diagnostic[] {
  return [
    ...ids.check('period', report.period, `${report.origin}/period`),
    ...ids.check('period', report.prior, `${report.origin}/prior`),
    ...checkBreaks(report.breaks, `${report.origin}/breaks`, ids),
    ...[...report.chapters.values()].flatMap((chapter) =>
      chapter.accent === undefined ? [] : ids.check('accent', chapter.accent, `${chapter.origin}/accent`),
    ),
    ...[...report.metrics.values()].flatMap((metric) => checkMetric(metric, ids)),
    ...[...report.targets.values()].flatMap((target) => checkTarget(target, ids)),
    ...checkTopics(report, ids),
    ...checkIndices(report, ids),
  ];
}

function checkMetric(metric: Metric, ids: KnownIds): readonly Diagnostic[] {
  const at = metric.origin;
  const unit = (id: string | undefined, origin: string) => (id === undefined ? [] : ids.check('unit', id, origin));
  const sources = (list: readonly string[], origin: string) =>
    list.flatMap((id, i) => ids.check('source', id, `${origin}/source/${i}`));
  return [
    ...unit(metric.unit, `${at}/unit`),
    ...(metric.accent === undefined ? [] : ids.check('accent', metric.accent, `${at}/accent`)),
    ...metric.frameworks.flatMap((id, i) => ids.check('disclosure', id, `${at}/frameworks/${i}`)),
    ...metric.values.flatMap((value) => [
      ...ids.check('period', value.period, `${value.origin}/period`),
      ...unit(value.in, `${value.origin}/in`),
      ...sources(value.source, value.origin),
      ...value.statedChanges.flatMap((stated) => [
        ...ids.check('period', stated.from, `${stated.origin}/from`),
        ...unit(stated.in, `${stated.origin}/in`),
        ...sources(stated.source, stated.origin),
      ]),
      ...value.alternatives.flatMap((other, i) => [
        ...unit(other.in, `${value.origin}/alternatives/${i}/in`),
        ...sources(other.source, `${value.origin}/alternatives/${i}`),
      ]),
    ]),
    ...metric.parts.flatMap((parts) => [
      ...(parts.period === undefined ? [] : ids.check('period', parts.period, `${parts.origin}/period`)),
      ...parts.items.flatMap((id, i) => ids.check('metric', id, `${parts.origin}/items/${i}`)),
    ]),
    ...metric.restatements.flatMap((restated) => [
      ...ids.check('period', restated.period, `${restated.origin}/period`),
      ...unit(restated.in, `${restated.origin}/in`),
      ...sources(restated.source, restated.origin),
    ]),
    ...checkBreaks(metric.breaks, `${at}/breaks`, ids),
  ];
}

function checkBreaks(breaks: readonly SeriesBreak[], origin: string, ids: KnownIds): readonly Diagnostic[] {
  return breaks.flatMap((gap, i) =>
    gap.between.flatMap((period, k) => ids.check('period', period, `${origin}/${i}/between/${k}`)),
  );
}

function checkTarget(target: Target, ids: KnownIds): readonly Diagnostic[] {
  const at = target.origin;
  return [
    ...(target.metric === undefined ? [] : ids.check('metric', target.metric, `${at}/metric`)),
    ...(target.base === undefined ? [] : ids.check('period', target.base.period, `${at}/base/period`)),
    ...(target.base?.in === undefined ? [] : ids.check('unit', target.base.in, `${at}/base/in`)),
    ...(target.goal.in === undefined ? [] : ids.check('unit', target.goal.in, `${at}/goal/in`)),
    ...(/^\d{4}$/.test(target.goal.by) ? [] : ids.check('period', target.goal.by, `${at}/goal/by`)),
    ...target.source.flatMap((id, i) => ids.check('source', id, `${at}/source/${i}`)),
  ];
}

function checkTopics(report: Report, ids: KnownIds): readonly Diagnostic[] {
  return (report.materiality?.topics ?? []).flatMap((topic) => [
    ...topic.chapters.flatMap((id, i) => ids.check('chapter', id, `${topic.origin}/chapters/${i}`)),
    ...(topic.accent === undefined ? [] : ids.check('accent', topic.accent, `${topic.origin}/accent`)),
  ]);
}

function checkIndices(report: Report, ids: KnownIds): readonly Diagnostic[] {
  return [...report.indices.values()].flatMap((index) => [
    ...ids.check('framework', index.framework, `${index.origin}/framework`),
    ...index.entries.flatMap((entry) => [
      ...ids.check('disclosure', entry.disclosure, `${entry.origin}/disclosure`),
      ...entry.where.flatMap((id, i) => ids.check('place', id, `${entry.origin}/where/${i}`)),
      ...entry.metrics.flatMap((id, i) => ids.check('metric', id, `${entry.origin}/metrics/${i}`)),
    ]),
  ]);
}
