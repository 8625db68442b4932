import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';
import { overlap, ownRange } from '../range.ts';
import { changeRange, rangeOf, rangeText } from '../stated-change.ts';

/** N1 for targets: a goal that is given as a value and as a change says the same with both, from the base that it has. */
export function targetChange({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [...report.targets.values()].flatMap((target): readonly Diagnostic[] => {
    const { base, goal, metric } = target;
    if (goal.value === undefined || goal.change === undefined || metric === undefined) return [];
    if (base === undefined || base.value === null) return [];
    const units = book.goalUnits(target);
    const relative = units.change === 'percent';
    const [to, from] = [rangeOf(book, metric, goal.value, units.value), rangeOf(book, metric, base.value, base.in)];
    const stated = relative ? ownRange(goal.change) : rangeOf(book, metric, goal.change, units.change);
    if (to === undefined || from === undefined || stated === undefined || (relative && from.low.lte(0))) return [];
    const made = changeRange(to, from, units.change);
    if (overlap(made, stated)) return [];
    const span = report.origins.spanOf(`${target.origin}/goal/change`);
    const message = `the goal of ${target.id} is ${goal.value}, which is no change of ${goal.change} from ${base.value}`;
    return [
      diagnose('N1', message, {
        ...(span === undefined ? {} : { span }),
        item: target.id,
        expected: relative
          ? `${made.low.toFixed(1)} to ${made.high.toFixed(1)} percent`
          : rangeText(book, metric, made, goal.change, units.change),
        found: goal.change,
        hints: ['give the value or the change, or correct one of them'],
      }),
    ];
  });
}
