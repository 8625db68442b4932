import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** V4: a disputed value prints with a note and its alternatives, so it has both. */
export function disputedNote({ report }: CheckFacts): readonly Diagnostic[] {
  return [...report.metrics.values()].flatMap((metric) =>
    metric.values.flatMap((value): readonly Diagnostic[] => {
      const missing = [
        ...(value.note === undefined ? ['note'] : []),
        ...(value.alternatives.length === 0 ? ['alternatives'] : []),
      ];
      if (value.status !== 'disputed' || missing.length === 0) return [];
      const span = report.origins.spanOf(`${value.origin}/status`);
      return [
        diagnose('V4', `the disputed value of ${metric.id} for ${value.period} has no ${missing.join(' and no ')}`, {
          ...(span === undefined ? {} : { span }),
          item: `${metric.id}@${value.period}`,
          hints: missing.map((key) => `add \`${key}:\``),
        }),
      ];
    }),
  );
}
