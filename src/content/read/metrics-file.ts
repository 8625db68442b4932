import type { PathKey } from '../../source/index.ts';
import type { RawMetric, RawValue } from '../schema/metrics.ts';
import type { Metric, MetricValue } from '../types.ts';
import type { FileReader } from './file-reader.ts';
import { readSeriesBreaks } from './report-file.ts';

/** The metrics of one file. */
export function readMetrics(read: FileReader, raw: readonly RawMetric[]): readonly Metric[] {
  return raw.map((metric, i) => readMetric(read, metric, ['metrics', i]));
}

function readMetric(read: FileReader, raw: RawMetric, path: readonly PathKey[]): Metric {
  const rule = ({ unit, dp }: { unit: string; dp?: number | undefined }) => ({ unit, dp });
  return {
    id: raw.id,
    label: read.label(raw.label, ...path, 'label'),
    short: read.maybeLabel(raw.short, ...path, 'short'),
    nature: raw.nature,
    polarity: raw.polarity,
    unit: raw.unit,
    display: { zh: rule(raw.display.zh), en: rule(raw.display.en) },
    scope: { key: raw.scope.key, ...read.label(raw.scope, ...path, 'scope') },
    additive: raw.additive,
    accent: raw.accent,
    values: raw.values.map((value, i) => readValue(read, value, [...path, 'values', i])),
    parts: (raw.parts ?? []).map((parts, i) => ({
      complete: parts.complete,
      period: parts.period,
      items: parts.items,
      origin: read.origin(...path, 'parts', i),
    })),
    restatements: (raw.restatements ?? []).map((restated, i) => ({
      period: restated.period,
      old: restated.old,
      in: restated.in,
      reason: read.text(restated.reason, ...path, 'restatements', i, 'reason'),
      source: restated.source,
      origin: read.origin(...path, 'restatements', i),
    })),
    breaks: readSeriesBreaks(read, raw.breaks ?? [], [...path, 'breaks']),
    assurance: raw.assurance === undefined ? undefined : { level: raw.assurance.level, by: raw.assurance.by },
    frameworks: raw.frameworks ?? [],
    origin: read.origin(...path),
  };
}

function readValue(read: FileReader, raw: RawValue, path: readonly PathKey[]): MetricValue {
  const { derived } = raw;
  return {
    period: raw.period,
    value: raw.value,
    in: raw.in,
    status: raw.status,
    source: raw.source,
    statedChanges: (raw.stated_change ?? []).map((stated, i) => ({
      from: stated.from,
      value: stated.value,
      in: stated.in,
      source: stated.source ?? [],
      origin: read.origin(...path, 'stated_change', i),
    })),
    derived:
      typeof derived === 'string'
        ? read.sameText(derived, ...path, 'derived')
        : read.maybeText(derived, ...path, 'derived'),
    alternatives: raw.alternatives ?? [],
    note: read.maybeText(raw.note, ...path, 'note'),
    origin: read.origin(...path),
  };
}
