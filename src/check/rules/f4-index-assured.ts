import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** F4: an index calls assured what has figures of which at least one had limited or reasonable assurance. */
export function indexAssured({ report }: CheckFacts): readonly Diagnostic[] {
  return [...report.indices.values()].flatMap((index) =>
    index.entries.flatMap((entry): readonly Diagnostic[] => {
      if (!entry.assured || entry.metrics.length === 0) return [];
      const levels = entry.metrics.flatMap((id) => report.metrics.get(id)?.assurance?.level ?? []);
      if (levels.some((level) => level === 'limited' || level === 'reasonable')) return [];
      const span = report.origins.spanOf(`${entry.origin}/assured`);
      return [
        diagnose('F4', `${entry.disclosure} is called assured, and none of its figures is`, {
          ...(span === undefined ? {} : { span }),
          item: entry.disclosure,
          expected: 'limited or reasonable assurance of one of its metrics',
          found: entry.metrics.join(', '),
          hints: ['give the metric its `assurance:`, or take `assured:` out of the entry'],
        }),
      ];
    }),
  );
}
