import { parentPort, workerData } from 'node:worker_threads';
import { type BuiltShare, buildShare } from './build-project.ts';
import type { BuildPlan } from './plan.ts';

/** Entry of the second thread of a build: makes its share and hands it back. */
const { folder, plan } = workerData as { readonly folder: string; readonly plan: BuildPlan };
const { editions, diagnostics, rasters } = await buildShare(folder, plan, () => undefined, false);
const share: BuiltShare = { editions, diagnostics, rasters };
parentPort?.postMessage(share);
