import type { Metric, MetricValue } from '../../content/index.ts';
import { Decimal, type Diagnostic, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';

interface Bounds {
  readonly low: number;
  readonly high: number | undefined;
  readonly unit: string;
  readonly what: string;
}

/**
 * N10: a value lies where its kind can be: a share from 0 to 100%, a PUE at 1 or above, a count whole and not below zero, a
 * flow not below zero unless it is net.
 */
export function bounds({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [...report.metrics.values()].flatMap((metric) => {
    const limits = boundsOf(metric, book);
    return limits === undefined
      ? []
      : metric.values.flatMap((value) => outside({ report, book }, metric, value, limits));
  });
}

function boundsOf(metric: Metric, book: MetricBook): Bounds | undefined {
  const isShare = book.inUnit(metric.id, '1', 'percent') !== null && metric.unit !== 'percentage_points';
  if (metric.nature === 'ratio' && isShare) return { low: 0, high: 100, unit: 'percent', what: 'a share' };
  if (metric.nature === 'index' && /\bPUE\b/.test(metric.label.en) && !isShare) {
    return { low: 1, high: undefined, unit: metric.unit, what: 'a PUE, all power over that of the computers,' };
  }
  if (
    metric.nature === 'flow' &&
    !NET.test(`${metric.label.zh} ${metric.label.en} ${metric.scope.zh} ${metric.scope.en}`)
  ) {
    return { low: 0, high: undefined, unit: metric.unit, what: 'a flow that is not net' };
  }
  return metric.nature === 'count' ? { low: 0, high: undefined, unit: metric.unit, what: 'a count' } : undefined;
}

function outside(
  { report, book }: { readonly report: CheckFacts['report']; readonly book: MetricBook },
  metric: Metric,
  value: MetricValue,
  { low, high, unit, what }: Bounds,
): readonly Diagnostic[] {
  const canonical = book.canonical(metric.id, value.period);
  const isSound =
    canonical !== null && low === 0 && high === undefined && metric.nature === 'flow' && !canonical.startsWith('-');
  const amount = canonical === null || isSound ? null : book.inUnit(metric.id, canonical, unit);
  if (amount === null) return [];
  const exact = new Decimal(amount);
  if (metric.nature === 'count' && !exact.isInteger() && !AVERAGE.test(`${metric.label.zh} ${metric.label.en}`)) {
    return [broken(report, metric, value, amount)];
  }
  if (exact.gte(low) && (high === undefined || exact.lte(high))) return [];
  const span = report.origins.spanOf(`${value.origin}/value`);
  const range = high === undefined ? `at least ${low}` : `${low} to ${high}`;
  return [
    diagnose('N10', `${metric.id} in ${value.period} is ${amount}; ${what} is ${range}`, {
      ...(span === undefined ? {} : { span }),
      item: `${metric.id}@${value.period}`,
      expected: range,
      found: amount,
      hints: ['check the value and its unit'],
    }),
  ];
}

/** What is set off against something else may go below zero, and an average need not be whole. */
const NET = /净|\bnet\b|balance|change/i;
const AVERAGE = /平均|人均|折算|当量|average|mean|per |equivalent|FTE/i;

function broken(report: CheckFacts['report'], metric: Metric, value: MetricValue, amount: string): Diagnostic {
  const span = report.origins.spanOf(`${value.origin}/value`);
  return diagnose('N10', `${metric.id} in ${value.period} is ${amount}; a count is a whole number`, {
    ...(span === undefined ? {} : { span }),
    item: `${metric.id}@${value.period}`,
    expected: 'a whole number',
    found: amount,
    hints: ['check the value and its unit; an average has nature `level`'],
  });
}
