import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BuiltShare, SecondThread, ShareOrder, ThreadStart } from '../pipeline/index.ts';

/** A second thread that was started, and how to end it. */
export interface StartedThread extends SecondThread {
  readonly end: () => Promise<unknown>;
}

/** The bundled entry of the second thread; there is none when the sources run unbundled. */
const WORKER = fileURLToPath(new URL('./build-worker.mjs', import.meta.url));

/**
 * Starts the second thread of a build, before anything of the build itself is loaded: it loads the same modules at the same
 * time. Undefined on a machine with one core.
 */
export function startBuildThread(start: ThreadStart): StartedThread | undefined {
  if (availableParallelism() < 2 || !existsSync(WORKER)) return undefined;
  const worker = new Worker(WORKER, { workerData: start });
  const share = new Promise<BuiltShare>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // A thread that is given no share may fail unheard: the first thread meets the same fault.
  share.catch(() => undefined);
  return {
    take: (order: ShareOrder) => {
      worker.postMessage(order);
      return share;
    },
    end: () => worker.terminate(),
  };
}
