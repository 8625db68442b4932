import { runChecks } from '../check/index.ts';
import { loadReport } from '../content/index.ts';
import { type Diagnostic, sortDiagnostics, type Workspace } from '../core/index.ts';
import { resolveMetrics } from '../metrics/index.ts';
import type { BuildPlan } from './plan.ts';

/**
 * Reads a project and checks it, without setting a page.
 * @param plan  mode, and the date that waivers are judged against
 * @returns     all diagnostics in the order of the files; none of them is thrown
 */
export async function checkProject(
  ws: Workspace,
  plan: Pick<BuildPlan, 'mode' | 'asOf'>,
): Promise<readonly Diagnostic[]> {
  const loaded = await loadReport(ws);
  if (!loaded.ok) return sortDiagnostics(loaded.diagnostics);
  const report = loaded.value;
  const metrics = resolveMetrics(report);
  const facts = {
    report,
    mode: plan.mode,
    asOf: plan.asOf ?? report.published,
    assetFiles: await ws.list('content/assets'),
    ...(metrics.ok ? { book: metrics.value } : {}),
  };
  return sortDiagnostics([...loaded.diagnostics, ...runChecks(facts, metrics.diagnostics)]);
}
