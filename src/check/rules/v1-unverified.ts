import type { ValueStatus } from '../../content/index.ts';
import { type Diagnostic, diagnose, type OriginId } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

const WORDS: Partial<Readonly<Record<ValueStatus, string>>> = {
  disputed: 'disputed',
  estimate: 'an estimate',
  sample: 'a sample',
};

/** V1: values, targets and topics that are disputed, estimated or samples. A release needs a waiver for each. */
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
      metric.values.flatMap((value) => at(`${metric.id}@${value.period}`, value.status, value.origin)),
    ),
    ...[...report.targets.values()].flatMap((target) => at(target.id, target.status, target.origin)),
    ...(report.materiality?.topics ?? []).flatMap((topic) => at(topic.id, topic.status, topic.origin)),
  ];
}
