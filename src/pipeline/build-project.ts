import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { rasterCharts } from '../charts/index.ts';
import { EDITIONS, sortDiagnostics } from '../core/index.ts';
import { type BuildResult, buildReport, distinctDiagnostics } from './build-report.ts';
import type { BuiltEdition } from './edition-build.ts';
import { openProject } from './open-project.ts';
import type { BuildPlan, Progress } from './plan.ts';
import type { OutputFile } from './write-output.ts';

/** A build with the raster copies that its plan asks for. */
export interface ProjectBuild extends BuildResult {
  readonly rasters: readonly OutputFile[];
}

/** What one thread made of its share: plain data, so that it can cross to another. */
export interface BuiltShare {
  readonly editions: readonly BuiltEdition[];
  readonly diagnostics: BuildResult['diagnostics'];
  readonly rasters: readonly OutputFile[];
}

/**
 * Builds a project folder on two threads where there are two cores: a second one takes the bilingual edition and the raster
 * copies. The result does not depend on how the work was shared.
 */
export async function buildProject(folder: string, plan: BuildPlan, progress: Progress): Promise<ProjectBuild> {
  const [own, other] = shareOut(plan);
  const worker = other && startWorker(folder, other);
  try {
    const mine = await buildShare(folder, own, progress);
    const sound = mine.prepared !== undefined;
    const theirs = worker && sound ? await worker.share : undefined;
    const diagnostics = sortDiagnostics(distinctDiagnostics([...mine.diagnostics, ...(theirs?.diagnostics ?? [])]));
    const failed = diagnostics.some((one) => one.severity === 'error');
    const made = [...mine.editions, ...(theirs?.editions ?? [])];
    const editions = EDITIONS.flatMap((edition) => made.filter((built) => built.edition === edition));
    const rasters = [...mine.rasters, ...(theirs?.rasters ?? [])];
    return { prepared: mine.prepared, diagnostics, editions: failed ? [] : editions, rasters: failed ? [] : rasters };
  } finally {
    await worker?.end();
  }
}

/**
 * One thread's share, from reading the project to the last byte.
 * @param checks false on the second thread: the first checks the project for both
 */
export async function buildShare(
  folder: string,
  plan: BuildPlan,
  progress: Progress,
  checks = true,
): Promise<ProjectBuild> {
  const result = await buildReport({ ...openProject(folder), plan, progress, checks });
  const sound = result.prepared && !result.diagnostics.some((one) => one.severity === 'error');
  const rasters = plan.rasters && result.prepared && sound ? await rasterCharts(result.prepared) : [];
  return { ...result, rasters };
}

/** The bundled entry of the second thread; there is none when the sources run unbundled. */
const WORKER = fileURLToPath(new URL('./build-worker.mjs', import.meta.url));

function shareOut(plan: BuildPlan): readonly [BuildPlan, BuildPlan | undefined] {
  const screen = plan.variant === 'screen';
  const own: BuildPlan = { ...plan, rasters: plan.rasters && screen };
  if (plan.editions.length < 2 || availableParallelism() < 2 || !existsSync(WORKER)) return [own, undefined];
  const other: BuildPlan = { ...own, editions: plan.editions.slice(2) };
  const first: BuildPlan = { ...own, editions: plan.editions.slice(0, 2), rasters: false };
  return other.editions.length === 0 && !other.rasters ? [own, undefined] : [first, other];
}

interface RunningWorker {
  readonly share: Promise<BuiltShare>;
  readonly end: () => Promise<unknown>;
}

function startWorker(folder: string, plan: BuildPlan): RunningWorker {
  const worker = new Worker(WORKER, { workerData: { folder, plan } });
  const share = new Promise<BuiltShare>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // A share that nobody waits for any more must not end the process.
  share.catch(() => undefined);
  return { share, end: () => worker.terminate() };
}
