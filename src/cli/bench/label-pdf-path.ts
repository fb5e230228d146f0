import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { codesOf, mint } from './demo-staff.ts';
import { type HotPath, perSecond } from './hot-path.ts';
import { inTurn, ratiosOf, secondsOf, spreadOf } from './rounds.ts';

const LABELS = 10_000;

/** From the request for a batch's sheets to the last byte of the PDF, against drawing its QR matrices on all cores. */
export const labelPdfPath: HotPath = {
  name: 'label-pdf',
  async prepare({ warehouse }) {
    const batch = await mint(warehouse, LABELS);
    const codes = await codesOf(warehouse, batch);
    return {
      run: async ({ url }) => {
        const operator = warehouse.at(url);
        const drawers = new QrDrawers();
        const rounds = await inTurn(
          async () => LABELS / (await secondsOf(() => drain(operator.download(`/api/batches/${batch}/labels.pdf`)))),
          async () => LABELS / (await secondsOf(() => drawers.draw(codes))),
        );
        await drawers.close();
        return [
          {
            what: 'label PDF',
            ours: perSecond(spreadOf(rounds.ours).median, 'labels'),
            limit: `${perSecond(spreadOf(rounds.limit).median, 'codes')} QR matrices alone on all cores`,
            ratio: ratiosOf(rounds),
            wanted: 0.7,
            note: `${LABELS.toLocaleString('en')} labels, A4 24-up`,
          },
        ];
      },
    };
  },
};

/** Takes every byte and keeps none. */
async function drain(download: Promise<Response>): Promise<void> {
  const { body } = await download;
  await body?.pipeTo(new WritableStream());
}

/** A thread a core, each with its equal share. */
class QrDrawers {
  private readonly workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL('./qr-worker.js', import.meta.url)),
  );

  async draw(codes: readonly string[]): Promise<void> {
    const share = Math.ceil(codes.length / this.workers.length);
    const drawn = this.workers.map(async (worker, place) => {
      worker.postMessage(codes.slice(place * share, (place + 1) * share), []);
      await once(worker, 'message');
    });
    await Promise.all(drawn);
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
