import type { ContentIndex, Report } from '../../content/index.ts';
import { type Diagnostic, diagnose, type Edit, type OriginId } from '../../core/index.ts';
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
    const missing = framework.disclosures
      .filter((disclosure) => disclosure.inForce && !seen.has(disclosure.id))
      .map((disclosure) => {
        const fix = entryFix(report, index, disclosure.id);
        return diagnose('F1', `${disclosure.id} (${disclosure.title.en}) has no entry in the index`, {
          ...place(`${index.origin}/framework`),
          item: disclosure.id,
          hints: ['add an entry with `where:`, or with an `omission:` and its reason'],
          ...(fix === undefined ? {} : { fix: [fix] }),
        });
      });
    return [...repeated, ...missing];
  });
}

/** An entry for a disclosure that blocks say they answer, at the end of the index. */
function entryFix(report: Report, index: ContentIndex, id: string): Edit | undefined {
  const where = [...report.blocks.values()]
    .filter(({ frameworks }) => frameworks.includes(id))
    .map((block) => block.id);
  const metrics = [...report.metrics.values()].filter(({ frameworks }) => frameworks.includes(id)).map((one) => one.id);
  const last = index.entries.at(-1);
  const span = last === undefined ? undefined : report.origins.spanOf(last.origin);
  if (where.length === 0 || span === undefined || span.start.column < 3) return undefined;
  const keys = [
    `disclosure: ${id}`,
    `where: [${where.join(', ')}]`,
    ...(metrics.length === 0 ? [] : [`metrics: [${metrics.join(', ')}]`]),
  ];
  // An item stands two columns behind its dash.
  const indent = ' '.repeat(span.start.column - 3);
  return { span: { ...span, start: span.end }, text: `\n${indent}- {${keys.join(', ')}}` };
}
