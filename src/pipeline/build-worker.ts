import { parentPort, workerData } from 'node:worker_threads';
import { buildShare } from './build-project.ts';
import { openProject } from './open-project.ts';
import { readTools } from './prepare-report.ts';
import { arrivedReport, type BuiltShare, type ShareOrder, type ThreadStart } from './second-thread.ts';

/** Entry of the second thread of a build: reads what it needs beside the content, takes its share, and hands back what it made. */
const { folder, variant } = workerData as ThreadStart;
const project = openProject(folder);
const reading = readTools({ ...project, plan: { variant }, progress: () => undefined });
// A project that cannot be read is told of by the first thread, which then gives no share.
reading.catch(() => undefined);

parentPort?.once('message', async ({ plan, report }: ShareOrder) => {
  const input = { ...project, plan, progress: () => undefined, report: arrivedReport(report), tools: await reading };
  const { editions, diagnostics, rasters } = await buildShare(input);
  const share: BuiltShare = { editions, diagnostics, rasters };
  parentPort?.postMessage(share);
});
