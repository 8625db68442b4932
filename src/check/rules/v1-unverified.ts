import type { MetricValue, ValueStatus } from '../../content/index.ts';
import { type Diagnostic, diagnose, type OriginId } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

const WORDS: Partial<Readonly<Record<ValueStatus, string>>> = {
  disputed: 'disputed',
  estimate: 'an estimate',
  sample: 'a sample',
};

/** V1: values, targets and topics that are disputed, estimated or samples, and values without a source. A release needs a waiver for each. */
export function unverified({ report }: CheckFacts): readonly Diagnostic[] {
  const at = (item: string, status: ValueStatus, origin: OriginId): readonly Diagnostic[] => {
    const word = WORDS[status];
    if (word === undefined) return [];
    const span = report.origins.spanOf(`${origin}/status`);
    return [
      diagnose('V1', `${item} is ${word}`, {
        ...(span === undefined ? {} : { span }),
        item,
        hints: ['settle the value, or record a waiver for it in waivers.yaml before a release'],
      }),
    ];
  };
  return [
    ...[...report.metrics.values()].flatMap((metric) =>
      metric.values.flatMap((value) => [
        ...at(`${metric.id}@${value.period}`, value.status, value.origin),
        ...(value.source.length > 0 || value.value === null || value.status === 'sample'
          ? []
          : [unsourced(report, metric.id, value)]),
      ]),
    ),
    ...[...report.targets.values()].flatMap((target) => at(target.id, target.status, target.origin)),
    ...(report.materiality?.topics ?? []).flatMap((topic) => at(topic.id, topic.status, topic.origin)),
  ];
}

function unsourced({ origins }: CheckFacts['report'], metric: string, { period, origin }: MetricValue): Diagnostic {
  const span = origins.spanOf(`${origin}/value`);
  return diagnose('V1', `${metric}@${period} has no source`, {
    ...(span === undefined ? {} : { span }),
    item: `${metric}@${period}`,
    hints: ['name under `source:` where the value stands, or record a waiver for it in waivers.yaml before a release'],
  });
}
