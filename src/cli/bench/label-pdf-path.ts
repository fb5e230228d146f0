import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { codesOf, mint } from './demo-staff.ts';
import { type HotPath, perSecond, type Row } from './hot-path.ts';
import type { QrDrawing } from './qr-worker.ts';
import { inTurn, ratiosOf, secondsOf, spreadOf } from './rounds.ts';

const LABELS = 10_000;

interface Limit {
  readonly drawing: QrDrawing;
  readonly what: string;
  readonly wanted?: number;
}

/** What was promised is measured against the package; how far the file is from its codes shows against our own drawing. */
const LIMITS: readonly Limit[] = [
  { drawing: 'package', what: 'package qrcode alone on all cores', wanted: 0.7 },
  { drawing: 'own', what: 'our own QR matrices alone on all cores' },
];

/** From the request for a batch's sheets to the last byte of the PDF, against drawing its QR codes on all cores. */
export const labelPdfPath: HotPath = {
  name: 'label-pdf',
  async prepare({ warehouse }) {
    const batch = await mint(warehouse, LABELS);
    const codes = await codesOf(warehouse, batch);
    return {
      run: async ({ url }) => {
        const operator = warehouse.at(url);
        const download = () => drain(operator.download(`/api/batches/${batch}/labels.pdf`));
        const rows: Row[] = [];
        for (const limit of LIMITS) rows.push(await against(limit, download, codes));
        return rows;
      },
    };
  },
};

async function against(
  { drawing, what, wanted }: Limit,
  download: () => Promise<void>,
  codes: readonly string[],
): Promise<Row> {
  const drawers = new QrDrawers(drawing);
  const rounds = await inTurn(
    async () => LABELS / (await secondsOf(download)),
    async () => LABELS / (await secondsOf(() => drawers.draw(codes))),
  );
  await drawers.close();
  return {
    what: 'label PDF',
    ours: perSecond(spreadOf(rounds.ours).median, 'labels'),
    limit: `${perSecond(spreadOf(rounds.limit).median, 'codes')} ${what}`,
    ratio: ratiosOf(rounds),
    ...(wanted !== undefined && { wanted }),
    note: `${LABELS.toLocaleString('en')} labels, A4 24-up`,
  };
}

/** Takes every byte and keeps none. */
async function drain(download: Promise<Response>): Promise<void> {
  const { body } = await download;
  await body?.pipeTo(new WritableStream());
}

/** A thread a core, each with its equal share. */
class QrDrawers {
  private readonly workers: readonly Worker[];

  constructor(drawing: QrDrawing) {
    const file = new URL('./qr-worker.js', import.meta.url);
    this.workers = Array.from({ length: availableParallelism() }, () => new Worker(file, { workerData: drawing }));
  }

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
