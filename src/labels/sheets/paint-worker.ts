import { parentPort } from 'node:worker_threads';
import { paint, type PaintJob } from './paint-job.ts';

/** What a worker answers: the pages, or why there are none. */
export type Painted = { readonly pages: readonly Uint8Array<ArrayBuffer>[] } | { readonly fault: unknown };

parentPort?.on('message', (job: PaintJob) => {
  try {
    const pages = paint(job);
    const answer: Painted = { pages };
    parentPort?.postMessage(
      answer,
      pages.map(({ buffer }) => buffer),
    );
  } catch (fault) {
    const answer: Painted = { fault };
    parentPort?.postMessage(answer, []);
  }
});
