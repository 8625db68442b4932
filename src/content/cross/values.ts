import { type Diagnostic, diagnose, type OriginId } from '../../core/index.ts';
import type { Report } from '../types.ts';

/** D1 when a metric gives no value for a period in which one is to be printed. A value that is not known is given as null. */
export function missingValue(report: Report, metric: string, period: string, origin: OriginId): readonly Diagnostic[] {
  const found = report.metrics.get(metric);
  if (found === undefined || !report.periods.some((p) => p.id === period)) return [];
  if (found.values.some((value) => value.period === period)) return [];
  const span = report.origins.spanOf(origin);
  const metricSpan = report.origins.spanOf(`${found.origin}/id`);
  return [
    diagnose('D1', `the metric \`${metric}\` has no value for ${period}`, {
      ...(span === undefined ? {} : { span }),
      related: metricSpan === undefined ? [] : [{ span: metricSpan, note: 'the metric' }],
      hints: ['add the value, or give `value: null` and `status: not_disclosed`'],
    }),
  ];
}
