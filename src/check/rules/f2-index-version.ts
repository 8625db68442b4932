import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** F2: an index lists what the version of the framework in force for the period asks for, and nothing of another framework. */
export function indexVersion({ report }: CheckFacts): readonly Diagnostic[] {
  return [...report.indices.values()].flatMap((index) => {
    const framework = report.frameworks.get(index.framework);
    if (framework === undefined) return [];
    return index.entries.flatMap((entry): readonly Diagnostic[] => {
      const disclosure = framework.disclosures.find((d) => d.id === entry.disclosure);
      if (disclosure?.inForce) return [];
      const span = report.origins.spanOf(`${entry.origin}/disclosure`);
      return [
        diagnose(
          'F2',
          disclosure === undefined
            ? `${entry.disclosure} does not belong to ${framework.id}`
            : `${entry.disclosure} is not in force for the period that begins ${startOf(report.period, report.periods)}`,
          {
            ...(span === undefined ? {} : { span }),
            hints: [
              disclosure === undefined
                ? 'move the entry to the index of its framework'
                : `remove the entry, or correct the dates of ${report.period}`,
            ],
          },
        ),
      ];
    });
  });
}

function startOf(id: string, periods: CheckFacts['report']['periods']): string {
  return periods.find((period) => period.id === id)?.start ?? id;
}
