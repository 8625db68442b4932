import type { Report } from '../content/index.ts';
import { type Diagnostic, type Edition, sortDiagnostics } from '../core/index.ts';
import type { BuiltEdition, PreparedReport } from './edition-build.ts';
import { placeDiagnostics } from './place-diagnostics.ts';
import type { BuildPlan } from './plan.ts';
import { type PrepareInput, prepareReport, surveyReport } from './prepare-report.ts';

export type BuildInput = PrepareInput;

/** What a build made. */
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
  const finish = (editions: readonly BuiltEdition[]): BuildResult => {
    const diagnostics = finished(told, prepared.ok ? prepared.value.report : undefined);
    const sound = !diagnostics.some((one) => one.severity === 'error');
    return { prepared: prepared.ok ? prepared.value : undefined, editions: sound ? editions : [], diagnostics };
  };
  if (!prepared.ok) return finish([]);
  if (input.plan.editions.length === 0) return finish([]);
  const editions: BuiltEdition[] = [];
  // A check sets no page, and does without what sets pages.
  const { buildEdition } = await import('./edition-build.ts');
  for (const edition of input.plan.editions) {
    const built = buildEdition(prepared.value, edition, input.plan, input.progress);
    told.push(...built.diagnostics);
    if (built.ok) editions.push(built.value);
    await breathe();
  }
  return finish(editions);
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
  const plan = { editions: [], variant: 'screen' as const, mode, only: undefined, asOf, rasters: false };
  const surveyed = await surveyReport({
    ...input,
    plan: against === undefined ? plan : { ...plan, against },
    progress: () => undefined,
  });
  return finished(surveyed.diagnostics, surveyed.ok ? surveyed.value.report : undefined);
}

/** Each told once, with its place, sorted. */
function finished(told: readonly Diagnostic[], report: Report | undefined): readonly Diagnostic[] {
  return sortDiagnostics(distinctDiagnostics(placeDiagnostics(told, report?.origins)));
}
