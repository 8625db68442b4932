import { type Diagnostic, diagnose, type OriginId } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** F1: every disclosure in force of every framework that the report uses has one entry in an index. */
export function indexCoverage({ report }: CheckFacts): readonly Diagnostic[] {
  const place = (origin: OriginId) => {
    const span = report.origins.spanOf(origin);
    return span === undefined ? {} : { span };
  };
  return [...report.frameworks.values()].flatMap((framework): readonly Diagnostic[] => {
    const index = report.indices.get(framework.id);
    if (index === undefined) {
      return [
        diagnose('F1', `the framework \`${framework.id}\` has no index`, {
          ...place(`${report.origin}/frameworks`),
          hints: [`add a file below content/index/ with \`framework: ${framework.id}\``],
        }),
      ];
    }
    const seen = new Map<string, OriginId>();
    const repeated = index.entries.flatMap((entry): readonly Diagnostic[] => {
      const first = seen.get(entry.disclosure);
      seen.set(entry.disclosure, first ?? entry.origin);
      if (first === undefined) return [];
      const firstSpan = report.origins.spanOf(`${first}/disclosure`);
      return [
        diagnose('F1', `${entry.disclosure} has a second entry`, {
          ...place(`${entry.origin}/disclosure`),
          related: firstSpan === undefined ? [] : [{ span: firstSpan, note: 'the first entry' }],
          hints: ['put all places into one entry'],
        }),
      ];
    });
    const indexOrigin = index.entries[0]?.origin.replace(/\/entries\/.*$/, '/framework') ?? report.origin;
    const missing = framework.disclosures
      .filter((disclosure) => disclosure.inForce && !seen.has(disclosure.id))
      .map((disclosure) =>
        diagnose('F1', `${disclosure.id} (${disclosure.title.en}) has no entry in the index`, {
          ...place(indexOrigin),
          item: disclosure.id,
          hints: ['add an entry with `where:`, or with an `omission:` and its reason'],
        }),
      );
    return [...repeated, ...missing];
  });
}
