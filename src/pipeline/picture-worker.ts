import { parentPort } from 'node:worker_threads';
import { renderPages } from '../inspect/index.ts';
import type { PictureAnswer, PictureOrder } from './page-painter.ts';

/** Entry of a thread that makes page pictures: one file after another, each answered when its pages are done. */
parentPort?.on('message', async ({ id, bytes }: PictureOrder) => {
  const answer: PictureAnswer = { id, pictures: await renderPages(bytes) };
  parentPort?.postMessage(answer);
});
