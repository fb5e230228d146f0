import { parentPort, workerData } from 'node:worker_threads';
import QRCode from 'qrcode';
import { qrMatrix } from '../../labels/qr.ts';

/** `package`: qrcode as it comes, with its own search for segments and mask. `own`: as labels are drawn. */
export type QrDrawing = 'package' | 'own';

const SIZE_OF: Readonly<Record<QrDrawing, (code: string) => number>> = {
  package: (code) => QRCode.create(code, { errorCorrectionLevel: 'M' }).modules.size,
  own: (code) => qrMatrix(code, 'M').size,
};

/** Draws every code and lets go of it. */
const sizeOf = SIZE_OF[workerData as QrDrawing];
parentPort?.on('message', (codes: readonly string[]) => {
  let modules = 0;
  for (const code of codes) modules += sizeOf(code);
  parentPort?.postMessage(modules, []);
});
