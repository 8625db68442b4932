import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PagePainter, PictureAnswer } from '../pipeline/index.ts';

/** Threads that make page pictures, and how to end them. */
export interface PictureThreads {
  readonly paint: PagePainter;
  readonly end: () => Promise<void>;
}

/** The bundled entry of such a thread; there is none when the sources run unbundled. */
const WORKER = fileURLToPath(new URL('./picture-worker.mjs', import.meta.url));
/** A ledger shows the pages of two editions. On two cores they share one while the other reads. */
const COUNT = 2;

type Settle = { readonly done: (answer: PictureAnswer['pictures']) => void; readonly fail: (cause: unknown) => void };

/**
 * Starts threads that draw pages while this one reads them; files go to them by turns. Undefined on a machine with one core.
 */
export function startPictureThreads(): PictureThreads | undefined {
  if (availableParallelism() < 2 || !existsSync(WORKER)) return undefined;
  const waiting = new Map<number, Settle>();
  const workers = Array.from({ length: COUNT }, () => {
    const worker = new Worker(WORKER);
    worker.on('message', ({ id, pictures }: PictureAnswer) => {
      waiting.get(id)?.done(pictures);
      waiting.delete(id);
    });
    worker.on('error', (cause) => {
      for (const { fail } of waiting.values()) fail(cause);
    });
    return worker;
  });
  let asked = 0;
  return {
    paint: (bytes) => {
      const id = asked;
      asked += 1;
      return new Promise((done, fail) => {
        waiting.set(id, { done, fail });
        workers[id % COUNT]?.postMessage({ id, bytes });
      });
    },
    end: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
