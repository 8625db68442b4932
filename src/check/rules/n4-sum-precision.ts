import type { MetricValue, Report } from '../../content/index.ts';
import { type Diagnostic, decimalPlaces, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { type Split, splitSum } from '../parts-total.ts';
import { rangeOf } from '../stated-change.ts';

/** N4: a total that was added up from its parts is no finer than the coarsest of them: 9.884 and 10.1 give 20.0. */
export function sumPrecision({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [...report.metrics.values()].flatMap((metric) =>
    metric.values.flatMap((whole): readonly Diagnostic[] => {
      const parts = metric.parts.find(
        ({ complete, period }) => complete && (period === undefined || period === whole.period),
      );
      if (whole.value === null || parts === undefined) return [];
      const text = whole.value;
      const width = (value: string, unit: string | undefined) => {
        const range = rangeOf(book, metric.id, value, unit);
        return range?.high.minus(range.low);
      };
      let own: ReturnType<typeof width>;
      const coarser = parts.items.find((id) => {
        const part = report.metrics.get(id)?.values.find(({ period }) => period === whole.period);
        // Given to the same place in the same unit, a part is as fine as its whole.
        if (part?.value != null && part.in === whole.in && decimalPlaces(part.value) === decimalPlaces(text))
          return false;
        own ??= width(text, whole.in);
        const grain = part === undefined || part.value === null ? undefined : width(part.value, part.in);
        return grain !== undefined && own !== undefined && grain.gt(own);
      });
      if (coarser === undefined || !isAdded(report, book, { metric, parts, period: whole.period }, whole)) return [];
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

/** A total that was derived, or one that is its parts to the last digit, where a total of its own would seldom be. */
function isAdded(report: Report, book: MetricBook, split: Split, whole: MetricValue): boolean {
  if (whole.status === 'derived') return true;
  const sum = splitSum(report, book, split)?.sum;
  const own = book.canonical(split.metric.id, whole.period);
  // What the parts leave open lies evenly about what they say.
  return sum !== undefined && own !== null && sum.low.plus(sum.high).div(2).eq(own);
}
