import { Decimal, type Diagnostic, diagnose } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** N10: a topic's scores lie on the scale of the materiality axes. */
export function scale({ report }: CheckFacts): readonly Diagnostic[] {
  const { materiality } = report;
  if (materiality === undefined) return [];
  const [low, high] = materiality.axes.scale;
  return materiality.topics.flatMap((topic) =>
    (['x', 'y'] as const).flatMap((axis): readonly Diagnostic[] => {
      const score = new Decimal(topic[axis]);
      if (score.gte(low) && score.lte(high)) return [];
      const span = report.origins.spanOf(`${topic.origin}/${axis}`);
      return [
        diagnose('N10', `the score ${topic[axis]} of ${topic.id} is off the scale`, {
          ...(span === undefined ? {} : { span }),
          item: topic.id,
          expected: `${low} to ${high}`,
          found: topic[axis],
          hints: ['correct the score, or the scale of the axes'],
        }),
      ];
    }),
  );
}
