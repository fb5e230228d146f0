import { parentPort } from 'node:worker_threads';
import { qrMatrix } from '../../labels/qr.ts';

/** Draws every code and lets go of it. */
parentPort?.on('message', (codes: readonly string[]) => {
  let modules = 0;
  for (const code of codes) modules += qrMatrix(code, 'M').size;
  parentPort?.postMessage(modules, []);
});
