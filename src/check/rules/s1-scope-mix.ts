import type { Block, Metric, Report } from '../../content/index.ts';
import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** Chart kinds that put amounts together to a whole. */
const ADDING: ReadonlySet<string> = new Set(['stacked_bar', 'doughnut']);

/**
 * S1: what is added up is of one scope. Looks at the parts of a whole, which may be added too, and at charts that put
 * amounts together. Sums and shares in text are judged where they are resolved.
 */
export function scopeMix({ report }: CheckFacts): readonly Diagnostic[] {
  return [
    ...[...report.metrics.values()].flatMap((metric) => mixedParts(report, metric)),
    ...[...report.blocks.values()].flatMap((block) => mixedChart(report, block)),
  ];
}

function mixedParts(report: Report, metric: Metric): readonly Diagnostic[] {
  return metric.parts.flatMap((parts) =>
    parts.items.flatMap((id): readonly Diagnostic[] => {
      const part = report.metrics.get(id);
      if (part === undefined) return [];
      const why =
        part.scope.key !== metric.scope.key
          ? `${id} is of the scope ${part.scope.key}, its whole ${metric.id} of ${metric.scope.key}`
          : part.additive
            ? undefined
            : `${id} is not additive and is no part of ${metric.id}`;
      if (why === undefined) return [];
      const span = report.origins.spanOf(parts.origin);
      const hints = ['leave it out of the parts, or correct its scope or `additive:`'];
      return [diagnose('S1', why, { ...(span === undefined ? {} : { span }), item: metric.id, hints })];
    }),
  );
}

function mixedChart(report: Report, block: Block): readonly Diagnostic[] {
  if (block.type !== 'chart' || !ADDING.has(block.chart)) return [];
  const metrics = block.series.flatMap(({ metric }) => report.metrics.get(metric) ?? []);
  const [first] = metrics;
  const other = metrics.find((metric) => metric.scope.key !== first?.scope.key);
  if (first === undefined || other === undefined) return [];
  const span = report.origins.spanOf(`${block.origin}/series`);
  const message = `the chart adds ${first.id} and ${other.id}, which are of the scopes ${first.scope.key} and ${other.scope.key}`;
  const hints = ['use a chart that sets them side by side'];
  return [diagnose('S1', message, { ...(span === undefined ? {} : { span }), block: block.id, item: block.id, hints })];
}
