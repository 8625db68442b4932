import { loadTemplates } from '../bind/index.ts';
import { createChartBook } from '../charts/index.ts';
import { runChecks } from '../check/index.ts';
import { loadReport, type Report } from '../content/index.ts';
import {
  type Diagnostic,
  type Edition,
  failed,
  good,
  type Outcome,
  sortDiagnostics,
  type Workspace,
} from '../core/index.ts';
import { type FontFiles, openFonts } from '../fonts/index.ts';
import { resolveMetrics } from '../metrics/index.ts';
import { loadTheme, type Theme } from '../theme/index.ts';
import { type BuiltEdition, buildEdition, type PreparedReport } from './edition-build.ts';
import { readGoals } from './goals.ts';
import { imageFacts } from './image-facts.ts';
import { onlyChapter } from './only-chapter.ts';
import { placeDiagnostics } from './place-diagnostics.ts';
import type { BuildPlan, Progress } from './plan.ts';
import { printCondition } from './print-condition.ts';

/** The project, the package's own files for what the project lacks, and the fonts. */
export interface BuildInput {
  readonly workspace: Workspace;
  /** The package's own templates and theme, which a project's theme may extend. */
  readonly shipped: Workspace;
  readonly fonts: FontFiles;
  readonly plan: BuildPlan;
  readonly progress: Progress;
  /** False where another thread checks the same project: the figures are resolved, the rules not asked. */
  readonly checks?: boolean;
}

export interface BuildResult {
  readonly prepared: PreparedReport | undefined;
  /** Only whole editions; empty when anything is at fault. */
  readonly editions: readonly BuiltEdition[];
  /** Sorted, with their places. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes every edition of the plan, in memory. Nothing is written here. */
export async function buildReport(input: BuildInput): Promise<BuildResult> {
  const prepared = await prepareReport(input);
  const told: Diagnostic[] = [...prepared.diagnostics];
  const origins = prepared.ok ? prepared.value.report.origins : undefined;
  const finish = (editions: readonly BuiltEdition[]): BuildResult => {
    const diagnostics = sortDiagnostics(distinctDiagnostics(placeDiagnostics(told, origins)));
    const sound = !diagnostics.some((one) => one.severity === 'error');
    return { prepared: prepared.ok ? prepared.value : undefined, editions: sound ? editions : [], diagnostics };
  };
  if (!prepared.ok) return finish([]);
  const editions: BuiltEdition[] = [];
  for (const edition of input.plan.editions) {
    const built = buildEdition(prepared.value, edition, input.plan, input.progress);
    told.push(...built.diagnostics);
    if (built.ok) editions.push(built.value);
    await breathe();
  }
  return finish(editions);
}

/** Everything before the first page: content, figures, checks, theme, fonts, templates and charts. Tells all that is wrong at once. */
export async function prepareReport(
  input: Omit<BuildInput, 'progress'> & { readonly progress: Progress },
): Promise<Outcome<PreparedReport>> {
  const { workspace, plan, progress } = input;
  const told: Diagnostic[] = [];
  progress('content');
  const [loaded, templates, goals] = await Promise.all([
    loadReport(workspace, input.shipped),
    loadTemplates(workspace),
    readGoals(workspace),
  ]);
  told.push(...loaded.diagnostics, ...templates.diagnostics, ...goals.diagnostics);
  progress('theme');
  const theme = await loadTheme(workspace, plan.variant, input.shipped);
  told.push(...theme.diagnostics);
  progress('fonts');
  const fonts = theme.ok ? await openFonts(input.fonts, theme.value, workspace) : failed<never>([]);
  told.push(...fonts.diagnostics);
  if (!loaded.ok) return failed(told);
  const checked = await checkLoaded(loaded.value, theme.ok ? theme.value : undefined, input);
  told.push(...checked.diagnostics);
  if (!checked.ok || !templates.ok || !goals.ok || !theme.ok || !fonts.ok) return failed(told);
  const report = plan.only === undefined ? loaded.value : onlyChapter(loaded.value, plan.only);
  progress('charts');
  const charts = createChartBook({
    report,
    book: checked.value,
    theme: theme.value,
    fonts: fonts.value,
    goals: goals.value,
  });
  told.push(...charts.diagnostics);
  const parts = {
    report,
    book: checked.value,
    theme: theme.value,
    fonts: fonts.value,
    templates: templates.value,
    charts,
  };
  const condition = plan.variant === 'print' ? await printCondition(workspace, theme.value) : good(undefined);
  told.push(...condition.diagnostics);
  const known = condition.ok ? condition.value : undefined;
  const prepared = { ...parts, goals: goals.value, images: imageFacts(report), printCondition: known };
  return told.some((one) => one.severity === 'error') ? failed(told) : good(prepared, told);
}

async function checkLoaded(
  report: Report,
  theme: Theme | undefined,
  { workspace, plan, progress, checks }: Pick<BuildInput, 'workspace' | 'plan' | 'progress' | 'checks'>,
): Promise<Outcome<PreparedReport['book']>> {
  progress('metrics');
  const metrics = resolveMetrics(report);
  if (checks === false) return metrics;
  progress('check');
  const facts = {
    report,
    mode: plan.mode,
    asOf: plan.asOf ?? report.published,
    assetFiles: await workspace.list('content/assets'),
    ...(metrics.ok ? { book: metrics.value } : {}),
    ...(theme === undefined ? {} : { theme }),
    ...(plan.against === undefined ? {} : { against: plan.against }),
  };
  const told = runChecks(facts, metrics.diagnostics);
  return metrics.ok ? good(metrics.value, told) : failed(told);
}

/** The two languages of one edition, or two editions, may meet the same fault: it is told once. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((one) => {
    const place = one.span ? `${one.span.file}:${one.span.start.offset}` : (one.origin ?? '');
    const key = [one.code, place, one.message].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Lets an interrupt in between two editions. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export type { BuiltEdition, Edition, PreparedReport };

/** Everything that can be told of a project without setting a page, sorted, with places. */
export async function checkReport(
  input: Omit<BuildInput, 'plan' | 'progress'> & Pick<BuildPlan, 'mode' | 'asOf' | 'against'>,
): Promise<readonly Diagnostic[]> {
  const { mode, asOf, against } = input;
  const only = undefined;
  const plan = { editions: [], variant: 'screen' as const, mode, only, asOf, rasters: false };
  const told = await buildReport({
    ...input,
    plan: against === undefined ? plan : { ...plan, against },
    progress: () => undefined,
  });
  return told.diagnostics;
}
