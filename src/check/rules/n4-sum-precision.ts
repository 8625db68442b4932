import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';
import { rangeOf } from '../stated-change.ts';

/** N4: a total that was added up from its parts is no finer than the coarsest of them: 9.884 and 10.1 give 20.0. */
export function sumPrecision({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [...report.metrics.values()].flatMap((metric) =>
    metric.values.flatMap((whole): readonly Diagnostic[] => {
      const parts = metric.parts.find(
        ({ complete, period }) => complete && (period === undefined || period === whole.period),
      );
      if (whole.status !== 'derived' || whole.value === null || parts === undefined) return [];
      const width = (value: string, unit: string | undefined) => {
        const range = rangeOf(book, metric.id, value, unit);
        return range?.high.minus(range.low);
      };
      const own = width(whole.value, whole.in);
      const coarser = parts.items.find((id) => {
        const part = report.metrics.get(id)?.values.find(({ period }) => period === whole.period);
        const grain = part === undefined || part.value === null ? undefined : width(part.value, part.in);
        return grain !== undefined && own !== undefined && grain.gt(own);
      });
      if (coarser === undefined) return [];
      const span = report.origins.spanOf(`${whole.origin}/value`);
      return [
        diagnose('N4', `${whole.value} is finer than ${coarser}, one of the parts that it was added up from`, {
          ...(span === undefined ? {} : { span }),
          item: `${metric.id}@${whole.period}`,
          hints: ['round the total to the coarsest place of its parts'],
        }),
      ];
    }),
  );
}
