import type { Metric, Report } from '../../content/index.ts';
import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts, EarlierFigure } from '../facts.ts';
import { overlap } from '../range.ts';
import { rangeOf } from '../stated-change.ts';

/**
 * N15: what was published before stands, or is restated with its reason. A value that was given finer or coarser than
 * before is no change; one that has gone is.
 */
export function unstatedRestatement({ report, book, against }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined || against === undefined) return [];
  return against.figures.flatMap((earlier): readonly Diagnostic[] => {
    const metric = report.metrics.get(earlier.metric);
    if (metric === undefined) return [];
    const found = judge(report, book, metric, earlier);
    if (found === undefined) return [];
    const span = report.origins.spanOf(found.at);
    return [
      diagnose('N15', found.message, {
        ...(span === undefined ? {} : { span }),
        item: `${metric.id}@${earlier.period}`,
        expected: `${earlier.value} ${earlier.unit}, as ${against.file} has it`,
        found: found.now,
        hints: [found.hint],
      }),
    ];
  });
}

interface Finding {
  readonly message: string;
  readonly now: string;
  readonly at: string;
  readonly hint: string;
}

function judge(report: Report, book: MetricBook, metric: Metric, earlier: EarlierFigure): Finding | undefined {
  const { period } = earlier;
  const before = rangeOf(book, metric.id, earlier.value, earlier.unit);
  const value = metric.values.find((one) => one.period === period);
  // A period that the report no longer has is one that it no longer prints.
  if (before === undefined || !report.periods.some(({ id }) => id === period)) return undefined;
  if (value === undefined || value.value === null) {
    const at = value === undefined ? `${metric.origin}/values` : `${value.origin}/value`;
    const hint = `give the value again, with a note if it no longer holds`;
    return { message: `${metric.id} for ${period} was published, and is gone`, now: 'no value', at, hint };
  }
  const now = `${value.value} ${value.in ?? metric.unit}`;
  const after = rangeOf(book, metric.id, value.value, value.in);
  if (after === undefined || overlap(before, after)) return undefined;
  const restatement = metric.restatements.find((one) => one.period === period);
  if (restatement === undefined) {
    const message = `${metric.id} for ${period} has changed without a restatement`;
    const hint = 'add the old value and the reason under `restatements:`, or give the value as it was';
    return { message, now, at: `${value.origin}/value`, hint };
  }
  const old = restatement.old === null ? undefined : rangeOf(book, metric.id, restatement.old, restatement.in);
  if (old === undefined || overlap(old, before)) return undefined;
  const message = `the restatement of ${metric.id} for ${period} gives another old value than was published`;
  const was = `${restatement.old ?? ''} ${restatement.in ?? metric.unit}`;
  return { message, now: was, at: `${restatement.origin}/old`, hint: 'give the value that was published before' };
}
