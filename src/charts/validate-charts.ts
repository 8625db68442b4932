import type { Report } from '../content/types.ts';
import type { Diagnostic } from '../core/index.ts';
import type { MetricBook } from '../metrics/types.ts';

export function validateCharts(_report: Report, _book: MetricBook): readonly Diagnostic[] {
  return [];
}
