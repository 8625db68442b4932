import type { Metric } from '../../content/index.ts';
import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { overlap } from '../range.ts';
import { rangeOf } from '../stated-change.ts';

/**
 * N11: one fact has one value. Two metrics of the same name, scope and unit do not give different values for one period,
 * a restatement changes something, and the base of a target is the value of its metric.
 */
export function duplicateFact(facts: CheckFacts): readonly Diagnostic[] {
  const { book } = facts;
  if (book === undefined) return [];
  return [...twins(facts, book), ...idleRestatements(facts, book), ...otherBases(facts, book)];
}

function twins({ report }: CheckFacts, book: MetricBook): readonly Diagnostic[] {
  const first = new Map<string, Metric>();
  return [...report.metrics.values()].flatMap((metric): readonly Diagnostic[] => {
    const key = [metric.label.zh, metric.label.en, metric.scope.key, metric.unit, metric.nature].join('\n');
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, metric);
      return [];
    }
    return metric.values.flatMap((value): readonly Diagnostic[] => {
      const twin = other.values.find(({ period }) => period === value.period);
      const [one, two] = [book.canonical(metric.id, value.period), book.canonical(other.id, value.period)];
      if (twin === undefined || one === null || two === null || one === two) return [];
      const span = report.origins.spanOf(`${value.origin}/value`);
      const twinSpan = report.origins.spanOf(`${twin.origin}/value`);
      return [
        diagnose('N11', `${metric.id} and ${other.id} are the same fact with different values for ${value.period}`, {
          ...(span === undefined ? {} : { span }),
          item: `${metric.id}@${value.period}`,
          expected: `${two} ${metric.unit}, as ${other.id} has it`,
          found: `${one} ${metric.unit}`,
          related: twinSpan === undefined ? [] : [{ span: twinSpan, note: `${other.id} gives ${two}` }],
          hints: ['keep one metric, or tell their scopes apart'],
        }),
      ];
    });
  });
}

function idleRestatements({ report }: CheckFacts, book: MetricBook): readonly Diagnostic[] {
  return [...report.metrics.values()].flatMap((metric) =>
    metric.restatements.flatMap((restatement): readonly Diagnostic[] => {
      const value = metric.values.find(({ period }) => period === restatement.period);
      const old = restatement.old === null ? undefined : rangeOf(book, metric.id, restatement.old, restatement.in);
      const now =
        value === undefined || value.value === null ? undefined : rangeOf(book, metric.id, value.value, value.in);
      const same = old !== undefined && now !== undefined && old.low.eq(now.low) && old.high.eq(now.high);
      if (value !== undefined && !same) return [];
      const span = report.origins.spanOf(`${restatement.origin}/old`);
      const message =
        value === undefined
          ? `${metric.id} has no value for ${restatement.period} that could be restated`
          : `the restatement of ${metric.id} for ${restatement.period} changes nothing`;
      return [
        diagnose('N11', message, {
          ...(span === undefined ? {} : { span }),
          item: `${metric.id}@${restatement.period}`,
          hints: ['give the old value, or remove the restatement'],
        }),
      ];
    }),
  );
}

function otherBases({ report }: CheckFacts, book: MetricBook): readonly Diagnostic[] {
  return [...report.targets.values()].flatMap((target): readonly Diagnostic[] => {
    const { base, metric: id } = target;
    const value = report.metrics.get(id ?? '')?.values.find(({ period }) => period === base?.period);
    if (base === undefined || base.value === null || id === undefined || value === undefined || value.value === null) {
      return [];
    }
    const [stated, own] = [rangeOf(book, id, base.value, base.in), rangeOf(book, id, value.value, value.in)];
    if (stated === undefined || own === undefined || overlap(stated, own)) return [];
    const span = report.origins.spanOf(`${target.origin}/base/value`);
    const valueSpan = report.origins.spanOf(`${value.origin}/value`);
    return [
      diagnose('N11', `the base of ${target.id} is not the value of ${id} for ${base.period}`, {
        ...(span === undefined ? {} : { span }),
        item: target.id,
        expected: `${value.value} ${value.in ?? ''}`.trim(),
        found: `${base.value} ${base.in ?? ''}`.trim(),
        related: valueSpan === undefined ? [] : [{ span: valueSpan, note: `${id} for ${base.period}` }],
        hints: ['give the base as the metric has it'],
      }),
    ];
  });
}
