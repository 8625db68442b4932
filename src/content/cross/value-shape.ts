import { type Diagnostic, type DiagnosticCode, diagnose, type OriginId } from '../../core/index.ts';
import type { Metric, Report, Target } from '../types.ts';

/**
 * What keys of one value, target, period or entry ask of each other, which a schema of single keys cannot say.
 * Emits C004 (a key that another one requires), C007 (one period twice), C019 (keys that contradict each other).
 */
export function checkValueShapes(report: Report): readonly Diagnostic[] {
  const at: At = (code, message, origin, hint) => {
    const span = report.origins.spanOf(origin);
    return diagnose(code, message, { ...(span === undefined ? {} : { span }), hints: [hint] });
  };
  return [
    ...checkPeriods(report, at),
    ...[...report.metrics.values()].flatMap((metric) => checkMetric(metric, at)),
    ...[...report.targets.values()].flatMap((target) => checkTarget(target, at)),
    ...[...report.indices.values()].flatMap((index) =>
      index.entries.flatMap((entry) =>
        entry.where.length === 0 && entry.omission === undefined
          ? [
              at(
                'F1',
                `${entry.disclosure} has neither a place nor an omission`,
                `${entry.origin}/disclosure`,
                'give `where:` or `omission:`, both for what is disclosed in part',
              ),
            ]
          : [],
      ),
    ),
  ];
}

type At = (code: DiagnosticCode, message: string, origin: OriginId, hint: string) => Diagnostic;

function checkPeriods(report: Report, at: At): readonly Diagnostic[] {
  return report.periods.flatMap((period, i) => {
    const before = report.periods[i - 1];
    return [
      ...(period.start > period.end
        ? [at('C019', `the period ${period.id} ends before it starts`, `${period.origin}/end`, 'exchange the dates')]
        : []),
      ...(before !== undefined && before.start > period.start
        ? [
            at(
              'C019',
              `${period.id} stands after ${before.id}, which starts later`,
              `${period.origin}/start`,
              'put the periods in order of time',
            ),
          ]
        : []),
    ];
  });
}

function checkMetric(metric: Metric, at: At): readonly Diagnostic[] {
  const seen = new Set<string>();
  return metric.values.flatMap((value) => {
    const where = value.origin;
    const found: Diagnostic[] = [];
    if (seen.has(value.period)) {
      found.push(
        at(
          'C007',
          `${metric.id} has two values for ${value.period}`,
          `${where}/period`,
          'keep one; an old value belongs under `restatements:`',
        ),
      );
    }
    seen.add(value.period);
    if (value.value === null && value.status !== 'not_disclosed') {
      found.push(
        at(
          'C019',
          `a value that is null has the status ${value.status}`,
          `${where}/status`,
          'write `status: not_disclosed`',
        ),
      );
    }
    if (value.value !== null && value.status === 'not_disclosed') {
      found.push(
        at(
          'C019',
          'a value that is not disclosed is given',
          `${where}/value`,
          'write `value: null`, or another status',
        ),
      );
    }
    if (value.value !== null && value.in === undefined) {
      found.push(at('C004', 'the value has no unit', `${where}/value`, 'add `in:`'));
    }
    if (value.status === 'derived' && value.derived === undefined) {
      found.push(
        at(
          'C004',
          'the value is called derived, and no formula says from what',
          `${where}/status`,
          'add `derived:` with the formula, such as "10600 + 3800", or give it another status',
        ),
      );
    }
    return found;
  });
}

function checkTarget(target: Target, at: At): readonly Diagnostic[] {
  const { goal, origin } = target;
  const isMeasured = goal.value !== undefined || goal.change !== undefined;
  const found: Diagnostic[] = [];
  if (target.metric !== undefined && !isMeasured) {
    found.push(
      at('C004', 'a goal for a metric has a value or a change', `${origin}/goal`, 'add `value:` or `change:`'),
    );
  }
  if (target.metric === undefined && goal.text === undefined) {
    found.push(
      at(
        'C004',
        'a goal without a metric is a text',
        `${origin}/goal`,
        'add `text: {zh: …, en: …}`, or name the `metric:`',
      ),
    );
  }
  if (isMeasured && goal.in === undefined) {
    found.push(at('C004', 'the goal has no unit', `${origin}/goal`, 'add `in:`'));
  }
  if (target.path === 'linear' && (target.base === undefined || target.base.value === null)) {
    found.push(
      at(
        'C004',
        'a linear path starts from a base',
        `${origin}/path`,
        'add `base:` with its value, or write `path: none`',
      ),
    );
  }
  return found;
}
