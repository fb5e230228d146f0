import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { paint, type PaintJob } from './paint-job.ts';
import type { Painted } from './paint-worker.ts';

const SCRIPT = new URL('./paint-worker.js', import.meta.url);
/** One job in hand and one waiting, so that no worker idles while its answer travels. */
const JOBS_A_WORKER = 2;

type Pages = readonly Uint8Array<ArrayBuffer>[];

interface Order {
  readonly job: PaintJob;
  readonly done: (pages: Pages) => void;
  readonly failed: (fault: unknown) => void;
}

interface Painter {
  readonly worker: Worker;
  readonly orders: Order[];
}

/**
 * Draws codes on all cores. One pool serves any number of sheets at a time, first come, first served. Workers start when they
 * are first needed and do not keep the process alive. Where there is no compiled worker script (the TypeScript sources under
 * jest) the work is done in this thread.
 */
export class PaintPool {
  private readonly painters: Painter[] = [];
  private readonly queue: Order[] = [];
  private isClosed = false;

  constructor(
    private readonly workers = availableParallelism(),
    private readonly script: URL | null = existsSync(SCRIPT) ? SCRIPT : null,
  ) {}

  /** How many jobs to have under way so that every core is busy. */
  get appetite(): number {
    return this.script ? this.workers * JOBS_A_WORKER + 1 : 1;
  }

  async run(job: PaintJob): Promise<Pages> {
    if (this.isClosed) throw new Error('the paint pool is closed');
    const { script } = this;
    if (!script) {
      // Gives way to requests between two pages.
      await setImmediate();
      return paint(job);
    }
    return new Promise((done, failed) => {
      this.queue.push({ job, done, failed });
      this.handOut(script);
    });
  }

  /** Ends the workers. Jobs under way fail. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const { failed } of this.queue.splice(0)) failed(new Error('the paint pool was closed'));
    await Promise.all(this.painters.map(({ worker }) => worker.terminate()));
  }

  private handOut(script: URL): void {
    while (this.queue.length > 0) {
      const painter = this.leastBusy(script);
      if (!painter) return;
      const order = this.queue.shift()!;
      if (painter.orders.push(order) === 1) painter.worker.ref();
      painter.worker.postMessage(order.job, []);
    }
  }

  private leastBusy(script: URL): Painter | undefined {
    const [painter] = this.painters.toSorted((a, b) => a.orders.length - b.orders.length);
    if (painter?.orders.length === 0) return painter;
    if (this.painters.length < this.workers) return this.hire(script);
    return painter && painter.orders.length < JOBS_A_WORKER ? painter : undefined;
  }

  private hire(script: URL): Painter {
    const painter: Painter = { worker: new Worker(script), orders: [] };
    this.painters.push(painter);
    painter.worker.on('message', (painted: Painted) => {
      const order = painter.orders.shift();
      if ('pages' in painted) order?.done(painted.pages);
      else order?.failed(painted.fault);
      if (painter.orders.length === 0) painter.worker.unref();
      this.handOut(script);
    });
    painter.worker.on('error', (fault) => this.dismiss(painter, fault));
    painter.worker.on('exit', () => this.dismiss(painter, new Error('a paint worker ended')));
    return painter;
  }

  private dismiss(painter: Painter, fault: unknown): void {
    const at = this.painters.indexOf(painter);
    if (at >= 0) this.painters.splice(at, 1);
    for (const { failed } of painter.orders.splice(0)) failed(fault);
    if (this.script && !this.isClosed) this.handOut(this.script);
  }
}

/** Runs jobs at most `ahead` at a time and gives their results in the order of the jobs. */
export async function* inOrder<Job, Result>(
  jobs: AsyncIterable<Job>,
  run: (job: Job) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for await (const job of jobs) {
    const result = run(job);
    // Awaited in its turn below; until then a failure must not look unhandled.
    result.catch(() => undefined);
    underWay.push(result);
    if (underWay.length >= ahead) yield await underWay.shift()!;
  }
  while (underWay.length > 0) yield await underWay.shift()!;
}
