import type { Report, Target } from '../../content/index.ts';
import { Decimal, type Diagnostic, diagnose, type OriginId } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';

/**
 * N16: a goal lies after the base that it starts from, is not due before the year of the report begins, and is on the side on
 * which its metric is better.
 */
export function targetSense({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [...report.targets.values()].flatMap((target) => [
    ...lateBase(report, target),
    ...wrongWay(report, book, target),
  ]);
}

function told(
  report: Report,
  target: Target,
  origin: OriginId,
  message: string,
  about: Partial<Diagnostic>,
): Diagnostic {
  const span = report.origins.spanOf(origin);
  return diagnose('N16', message, { ...(span === undefined ? {} : { span }), item: target.id, ...about });
}

function lateBase(report: Report, target: Target): readonly Diagnostic[] {
  const period = (id: string) => report.periods.find((one) => one.id === id);
  const base = period(target.base?.period ?? '');
  const deadline = period(target.goal.by)?.end ?? `${target.goal.by}-12-31`;
  if (base === undefined || base.end < deadline) return pastDue(report, target, deadline);
  return [
    told(report, target, `${target.origin}/goal/by`, `${target.id} is due before its base has ended`, {
      expected: `a time after ${base.end}`,
      found: target.goal.by,
      hints: ['correct the deadline or the base'],
    }),
  ];
}

/** A goal that an earlier report had to account for; one that is due in the year of the report is accounted for in it. */
function pastDue(report: Report, target: Target, deadline: string): readonly Diagnostic[] {
  const start = report.periods.find(({ id }) => id === report.period)?.start ?? '';
  if (deadline >= start) return [];
  return [
    told(report, target, `${target.origin}/goal/by`, `${target.id} was due before ${report.period} began`, {
      expected: `a time from ${start} on`,
      found: target.goal.by,
      hints: ['correct the deadline, or take out the goal, which an earlier report has accounted for'],
    }),
  ];
}

function wrongWay(report: Report, book: MetricBook, target: Target): readonly Diagnostic[] {
  const { metric: id, base, goal } = target;
  if (id === undefined || book.metric(id) === undefined) return [];
  const polarity = book.polarity(id);
  if (polarity === 'neutral') return [];
  const change = changeOf(book, id, base, goal);
  if (change === undefined || change.isZero() || change.gt(0) === (polarity === 'higher_is_better')) return [];
  const key = goal.change === undefined ? 'value' : 'change';
  const way = change.gt(0) ? 'up' : 'down';
  return [
    told(report, target, `${target.origin}/goal/${key}`, `${target.id} goes ${way}, where ${id} gets worse`, {
      expected: polarity === 'higher_is_better' ? 'a rise' : 'a fall',
      found: goal.change ?? goal.value ?? '',
      hints: ['check the sign of the change, or the polarity of the metric'],
    }),
  ];
}

function changeOf(
  book: MetricBook,
  id: string,
  base: Target['base'],
  goal: Target['goal'],
): InstanceType<typeof Decimal> | undefined {
  if (goal.change !== undefined) return new Decimal(goal.change);
  if (goal.value === undefined || base === undefined || base.value === null) return undefined;
  const [to, from] = [
    book.interval(id, { value: goal.value, in: goal.in }),
    book.interval(id, { value: base.value, in: base.in }),
  ];
  return to === null || from === null ? undefined : new Decimal(to.low).minus(from.low);
}
