import { type Goal, loadTemplates, type TemplateSet } from '../bind/index.ts';
import { validateCharts } from '../charts/index.ts';
import { runChecks } from '../check/index.ts';
import { loadReport, type Report } from '../content/index.ts';
import { type Diagnostic, failed, good, type Outcome, outcome, type Workspace } from '../core/index.ts';
import { checkFonts, type FontBook, type FontFiles, openFonts } from '../fonts/index.ts';
import { type MetricBook, resolveMetrics } from '../metrics/index.ts';
import type { PrintCondition } from '../pdf/index.ts';
import { loadTheme, type Theme } from '../theme/index.ts';
import type { PreparedReport } from './edition-build.ts';
import { readGoals } from './goals.ts';
import { onlyChapter } from './only-chapter.ts';
import type { BuildPlan, Progress } from './plan.ts';

/** The project, the package's own files for what the project lacks, and the fonts. */
export interface PrepareInput {
  readonly workspace: Workspace;
  /** The package's own templates and theme, which a project's theme may extend. */
  readonly shipped: Workspace;
  readonly fonts: FontFiles;
  readonly plan: BuildPlan;
  readonly progress: Progress;
  /** The content as another thread read it: that thread tells what is wrong with it and with its figures. */
  readonly report?: Report;
  /** What was read beforehand by `readTools` with the same project and variant. */
  readonly tools?: ToolsRead;
  /** Told the content as soon as it is read without a fault, so that another thread can begin. */
  readonly loaded?: (report: Report) => void;
}

/** What the pages are made with, whatever the content says; `F` is what came of the fonts. */
interface Tools<F> {
  readonly templates: TemplateSet | undefined;
  readonly goals: readonly Goal[] | undefined;
  readonly theme: Theme | undefined;
  readonly fonts: F | undefined;
}

/** The tools that could be read, and what is wrong with the others. */
export interface ToolsRead<F = FontBook> {
  readonly tools: Tools<F>;
  readonly diagnostics: readonly Diagnostic[];
}

type ToolsInput = Pick<PrepareInput, 'workspace' | 'shipped' | 'fonts' | 'progress'> & {
  readonly plan: Pick<BuildPlan, 'variant'>;
};

/** Reads templates, goals, theme and fonts: all that a build needs beside the content. */
export function readTools(input: ToolsInput): Promise<ToolsRead> {
  return readAll(input, (theme) => openFonts(input.fonts, theme, input.workspace));
}

async function readAll<F>(input: ToolsInput, readFonts: (theme: Theme) => Promise<Outcome<F>>): Promise<ToolsRead<F>> {
  const { workspace, shipped, plan, progress } = input;
  const [templates, goals] = await Promise.all([loadTemplates(workspace), readGoals(workspace)]);
  progress('theme');
  const theme = await loadTheme(workspace, plan.variant, shipped);
  progress('fonts');
  const fonts = theme.ok ? await readFonts(theme.value) : failed<F>([]);
  const outcomes = [templates, goals, theme, fonts];
  const tools = {
    templates: readValue(templates),
    goals: readValue(goals),
    theme: readValue(theme),
    fonts: readValue(fonts),
  };
  return { tools, diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics) };
}

function readValue<T>(read: Outcome<T>): T | undefined {
  return read.ok ? read.value : undefined;
}

/** A report of which all has been told that can be told before the first page. */
export interface Survey<F = FontBook> {
  readonly whole: Report;
  /** The whole, or the one chapter that the plan asks for. */
  readonly report: Report;
  readonly book: MetricBook;
  readonly tools: { readonly [K in keyof Tools<F>]: NonNullable<Tools<F>[K]> };
  readonly printCondition: PrintCondition | undefined;
}

/** What `prepareReport` tells, without opening the fonts or getting ready to draw. */
export function surveyReport(input: PrepareInput): Promise<Outcome<Survey<true>>> {
  const checked = async (): Promise<Outcome<true>> => {
    const { ok, diagnostics } = await checkFonts(input.fonts, input.workspace);
    return ok ? good(true, diagnostics) : failed(diagnostics);
  };
  return survey(input, () => readAll(input, checked));
}

async function survey<F>(input: PrepareInput, readOwn: () => Promise<ToolsRead<F>>): Promise<Outcome<Survey<F>>> {
  const { workspace, plan, progress } = input;
  const told: Diagnostic[] = [];
  progress('content');
  const loaded = input.report === undefined ? await loadReport(workspace, input.shipped) : good(input.report);
  told.push(...loaded.diagnostics);
  if (loaded.ok && loaded.diagnostics.every((one) => one.severity !== 'error')) input.loaded?.(loaded.value);
  const read = await readOwn();
  told.push(...read.diagnostics);
  if (!loaded.ok) return failed(told);
  const { templates, goals, theme, fonts } = read.tools;
  const checked = await checkLoaded(loaded.value, theme, input);
  told.push(...checked.diagnostics);
  if (!checked.ok || !templates || !goals || !theme || !fonts) return failed(told);
  const report = plan.only === undefined ? loaded.value : onlyChapter(loaded.value, plan.only);
  progress('charts');
  told.push(...validateCharts(report, checked.value));
  const condition = plan.variant === 'print' ? await readCondition(workspace, theme) : good(undefined);
  told.push(...condition.diagnostics);
  const printCondition = condition.ok ? condition.value : undefined;
  const tools = { templates, goals, theme, fonts };
  return outcome({ whole: loaded.value, report, book: checked.value, tools, printCondition }, told);
}

/** Everything before the first page: content, figures, checks, theme, fonts, templates and charts. Tells all that is wrong at once. */
export async function prepareReport(input: PrepareInput): Promise<Outcome<PreparedReport>> {
  const { plan } = input;
  const surveyed = await survey(input, async () => input.tools ?? readTools(input));
  if (!surveyed.ok) return surveyed;
  // A check makes nothing, and does without what draws.
  const { pageMaterial } = await import('./page-material.ts');
  return good(pageMaterial(surveyed.value, plan), surveyed.diagnostics);
}

/** Loads what reads profiles only where something is to be printed. */
async function readCondition(workspace: Workspace, theme: Theme): Promise<Outcome<PreparedReport['printCondition']>> {
  const { printCondition } = await import('./print-condition.ts');
  return printCondition(workspace, theme);
}

async function checkLoaded(
  report: Report,
  theme: Theme | undefined,
  input: PrepareInput,
): Promise<Outcome<PreparedReport['book']>> {
  const { workspace, plan, progress } = input;
  progress('metrics');
  const metrics = resolveMetrics(report);
  if (input.report !== undefined) return metrics.ok ? good(metrics.value) : failed([]);
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
