import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/**
 * S2: a target is not measured across a break of its series: between a base that is given and the latest value.
 * Changes in text are judged where they are resolved; a change column has a dash there, and a chart a gap.
 */
export function seriesBreak({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  const limit = report.periods.find(({ id }) => id === report.period)?.end ?? '';
  return [...report.targets.values()].flatMap((target): readonly Diagnostic[] => {
    const { base, metric: id } = target;
    const metric = report.metrics.get(id ?? '');
    if (base === undefined || base.value === null || metric === undefined) return [];
    const latest = metric.values
      .flatMap(({ period, value }) => {
        const end = book.period(period)?.end ?? '';
        return value === null || end > limit ? [] : [{ period, end }];
      })
      .sort((a, b) => (a.end < b.end ? 1 : -1))[0];
    const broken = latest === undefined ? undefined : book.breakBetween(metric.id, base.period, latest.period);
    if (latest === undefined || broken === undefined) return [];
    const span = report.origins.spanOf(`${target.origin}/base`);
    const [before, after] = broken.between;
    const message = `the base of ${target.id} in ${base.period} and the value of ${latest.period} lie on two sides of the break between ${before} and ${after}`;
    return [
      diagnose('S2', message, {
        ...(span === undefined ? {} : { span }),
        item: target.id,
        hints: [`restate the base on the boundary of ${latest.period}, or leave its value out`],
      }),
    ];
  });
}
