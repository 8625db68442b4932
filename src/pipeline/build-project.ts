import { rasterCharts } from '../charts/index.ts';
import { EDITIONS, sortDiagnostics } from '../core/index.ts';
import { type BuildInput, type BuildResult, buildReport, distinctDiagnostics } from './build-report.ts';
import { type FinishedEdition, finishEdition } from './finished-edition.ts';
import type { OpenProject } from './open-project.ts';
import { placeDiagnostics } from './place-diagnostics.ts';
import type { BuildPlan, Progress } from './plan.ts';
import { type BuiltShare, portableReport, type SecondThread } from './second-thread.ts';
import type { OutputFile } from './write-output.ts';

/** A build with the raster copies that its plan asks for. */
export interface ProjectBuild extends Omit<BuildResult, 'editions'> {
  /** Only whole ones; empty when anything is at fault. */
  readonly editions: readonly FinishedEdition[];
  readonly rasters: readonly OutputFile[];
}

/**
 * Builds a project. Where there is a second thread, it takes the bilingual edition and the raster copies, as soon as
 * the content is read; the result does not depend on how the work was shared.
 * @param thread started for the same project and variant
 */
export async function buildProject(
  project: OpenProject,
  plan: BuildPlan,
  progress: Progress,
  thread?: SecondThread,
): Promise<ProjectBuild> {
  const [own, other] = thread === undefined ? [ownPlan(plan), undefined] : shareOut(plan);
  let asked: Promise<BuiltShare> | undefined;
  const mine = await buildShare({
    ...project,
    plan: own,
    progress,
    loaded: (report) => {
      if (other === undefined) return;
      asked = thread?.take({ plan: other, report: portableReport(report) });
      // A share that nobody waits for any more must not end the process.
      asked?.catch(() => undefined);
    },
  });
  if (mine.prepared === undefined || asked === undefined) return mine;
  const theirs = await asked;
  const placed = placeDiagnostics(theirs.diagnostics, mine.prepared.report.origins);
  const diagnostics = sortDiagnostics(distinctDiagnostics([...mine.diagnostics, ...placed]));
  const failed = diagnostics.some((one) => one.severity === 'error');
  const made = [...mine.editions, ...theirs.editions];
  const editions = EDITIONS.flatMap((edition) => made.filter((built) => built.edition === edition));
  const rasters = [...mine.rasters, ...theirs.rasters];
  return { prepared: mine.prepared, diagnostics, editions: failed ? [] : editions, rasters: failed ? [] : rasters };
}

/** One thread's share, to the last byte. */
export async function buildShare(input: BuildInput): Promise<ProjectBuild> {
  const result = await buildReport(input);
  const sound = result.prepared && !result.diagnostics.some((one) => one.severity === 'error');
  const rasters = input.plan.rasters && result.prepared && sound ? await rasterCharts(result.prepared) : [];
  return { ...result, editions: result.editions.map(finishEdition), rasters };
}

function ownPlan(plan: BuildPlan): BuildPlan {
  return { ...plan, rasters: plan.rasters && plan.variant === 'screen' };
}

function shareOut(plan: BuildPlan): readonly [BuildPlan, BuildPlan | undefined] {
  const own = ownPlan(plan);
  const other: BuildPlan = { ...own, editions: plan.editions.slice(2) };
  const first: BuildPlan = { ...own, editions: plan.editions.slice(0, 2), rasters: false };
  return other.editions.length === 0 && !other.rasters ? [own, undefined] : [first, other];
}
