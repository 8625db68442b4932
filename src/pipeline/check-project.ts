import { loadTemplates } from '../bind/index.ts';
import { validateCharts } from '../charts/index.ts';
import { runChecks } from '../check/index.ts';
import { loadReport, type Report } from '../content/index.ts';
import { type Diagnostic, sortDiagnostics, type Workspace } from '../core/index.ts';
import { type FontFiles, openFonts } from '../fonts/index.ts';
import { resolveMetrics } from '../metrics/index.ts';
import { loadTheme } from '../theme/index.ts';
import type { BuildPlan } from './plan.ts';

/** A project and what it is judged by. */
export interface CheckInput {
  readonly workspace: Workspace;
  /** The package's own templates and theme, which a project's theme may extend. */
  readonly shipped: Workspace;
  /** Without fonts, their files are not looked at. */
  readonly fonts: FontFiles | undefined;
  readonly plan: Pick<BuildPlan, 'mode' | 'asOf'>;
}

/**
 * Reads a project and checks it, without setting a page: content, figures, charts, templates, theme, fonts.
 * @returns all diagnostics in the order of the files; none of them is thrown
 */
export async function checkProject(input: CheckInput): Promise<readonly Diagnostic[]> {
  const { workspace, shipped, fonts } = input;
  const loaded = await loadReport(workspace);
  const templates = await loadTemplates(workspace);
  const theme = await loadTheme(workspace, 'screen', shipped);
  const faces = theme.ok && fonts !== undefined ? (await openFonts(fonts, theme.value)).diagnostics : [];
  return sortDiagnostics([
    ...loaded.diagnostics,
    ...templates.diagnostics,
    ...theme.diagnostics,
    ...faces,
    ...(loaded.ok ? await checkLoaded(loaded.value, input) : []),
  ]);
}

async function checkLoaded(report: Report, { workspace, plan }: CheckInput): Promise<readonly Diagnostic[]> {
  const metrics = resolveMetrics(report);
  const facts = {
    report,
    mode: plan.mode,
    asOf: plan.asOf ?? report.published,
    assetFiles: await workspace.list('content/assets'),
    ...(metrics.ok ? { book: metrics.value } : {}),
  };
  const charts = metrics.ok ? validateCharts(report, metrics.value) : [];
  return runChecks(facts, [...metrics.diagnostics, ...charts]);
}
