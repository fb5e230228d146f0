import { parentPort } from 'node:worker_threads';
import { signaturesOf, type SigningJob } from './signing-job.ts';

/** What a worker answers: the signatures, or why there are none. */
export type Signed = { readonly signatures: Uint8Array<ArrayBuffer> } | { readonly fault: unknown };

parentPort?.on('message', (job: SigningJob) => {
  try {
    const signatures = signaturesOf(job);
    const answer: Signed = { signatures };
    parentPort?.postMessage(answer, [signatures.buffer]);
  } catch (fault) {
    const answer: Signed = { fault };
    parentPort?.postMessage(answer, []);
  }
});
