import { csvText } from '../core/index.ts';
import type { DataMetric, DataValue, ReportData } from './data-types.ts';

const COLUMNS = [
  'metric',
  'label_zh',
  'label_en',
  'nature',
  'scope',
  'scope_zh',
  'scope_en',
  'period',
  'start',
  'end',
  'value',
  'unit',
  'given_value',
  'given_unit',
  'printed_zh',
  'printed_en',
  'status',
  'sources',
  'source_documents',
  'derived_zh',
  'derived_en',
  'restated_from',
  'restated_unit',
  'restated_why_zh',
  'restated_why_en',
  'assurance',
  'assured_by',
  'note_zh',
  'note_en',
] as const;

/**
 * `output/data.csv`: one line a value. Digits are not grouped, the minus sign is ASCII, what is not disclosed is empty.
 */
export function dataCsv(data: ReportData): string {
  const rows = data.metrics.flatMap((metric) => metric.values.map((value) => rowOf(metric, value, data)));
  return csvText([COLUMNS, ...rows]);
}

function rowOf(metric: DataMetric, value: DataValue, { periods, sources }: ReportData): readonly string[] {
  const period = periods.find(({ id }) => id === value.period);
  const documents = value.sources.map((id) => {
    const source = sources.find((one) => one.id === id);
    return source === undefined ? id : `${source.key} ${source.title.en}: ${source.where}`;
  });
  const { restated } = value;
  return [
    metric.id,
    metric.label.zh,
    metric.label.en,
    metric.nature,
    metric.scope.key,
    metric.scope.zh,
    metric.scope.en,
    value.period,
    period?.start ?? '',
    period?.end ?? '',
    value.value ?? '',
    metric.unit,
    value.given.value ?? '',
    value.given.unit,
    value.printed.zh,
    value.printed.en,
    value.status,
    value.sources.join(' '),
    documents.join('; '),
    value.derived?.zh ?? '',
    value.derived?.en ?? '',
    restated?.old ?? '',
    restated?.unit ?? '',
    restated?.reason.zh ?? '',
    restated?.reason.en ?? '',
    metric.assurance.level,
    metric.assurance.by ?? '',
    value.note?.zh ?? '',
    value.note?.en ?? '',
  ];
}
