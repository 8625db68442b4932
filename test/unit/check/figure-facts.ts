import type { CheckFacts, Rule } from '../../../src/check/index.ts';
import type { Diagnostic } from '../../../src/core/index.ts';
import { resolveMetrics } from '../../../src/metrics/index.ts';
import { buildReport, type ReportSketch } from '../metrics/report-builder.ts';

/** The facts of a report of figures whose units are sound. */
export function factsOf(sketch: ReportSketch, mode: CheckFacts['mode'] = 'draft'): CheckFacts {
  const report = buildReport(sketch);
  const resolved = resolveMetrics(report);
  if (!resolved.ok) throw new Error(resolved.diagnostics.map(({ message }) => message).join('; '));
  return { report, book: resolved.value, mode, asOf: report.published, assetFiles: [] };
}

/** What one rule finds. */
export function found(rule: Rule, sketch: ReportSketch): readonly Diagnostic[] {
  return rule(factsOf(sketch));
}

/** What one rule finds, as `code severity item`. */
export function briefly(rule: Rule, sketch: ReportSketch): readonly string[] {
  return found(rule, sketch).map(({ code, severity, item }) => [code, severity, item].filter(Boolean).join(' '));
}
