import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { signaturesOf, type SigningJob } from './signing-job.ts';
import type { Signed } from './signing-worker.ts';

const SCRIPT = new URL('./signing-worker.js', import.meta.url);
/** Units signed in one go where there are no workers: requests wait a few milliseconds at most. */
const STRETCH = 64;

interface Hand {
  readonly worker: Worker;
  /** Answers that are still to come, in the order of the jobs. */
  readonly orders: { readonly done: (signatures: Uint8Array) => void; readonly failed: (fault: unknown) => void }[];
}

/**
 * Signs in bulk on all cores, on threads of its own. libuv's pool would do as well, but each signature would travel there
 * and back by itself, which costs a sixth more, and file system and name look-ups would queue behind thousands of them.
 *
 * Workers start when they are first needed and do not keep the process alive. Where there is no compiled worker script (the
 * TypeScript sources under jest) the work is done on this thread.
 */
export class SigningPool {
  private readonly hands: (Hand | undefined)[];

  constructor(
    workers = availableParallelism(),
    private readonly script: URL | null = existsSync(SCRIPT) ? SCRIPT : null,
  ) {
    this.hands = Array.from({ length: workers }, () => undefined);
  }

  /**
   * @returns 64 bytes a unit, in the order of the job's serials
   * @throws RangeError when GTIN or serial are not of their form
   */
  async run(job: SigningJob): Promise<Buffer> {
    const size = this.script ? Math.ceil(job.serials.length / this.hands.length) : STRETCH;
    const stretches: SigningJob[] = [];
    for (let at = 0; at < job.serials.length; at += size) {
      stretches.push({ ...job, serials: job.serials.slice(at, at + size) });
    }
    return Buffer.concat(await (this.script ? this.signApart(stretches, this.script) : signHere(stretches)));
  }

  /** Ends the workers. Jobs under way fail. */
  async close(): Promise<void> {
    await Promise.all(this.hands.flatMap((hand) => (hand ? [hand.worker.terminate()] : [])));
  }

  private signApart(stretches: readonly SigningJob[], script: URL): Promise<Uint8Array[]> {
    return Promise.all(
      stretches.map((stretch, place) => {
        const { worker, orders } = (this.hands[place] ??= this.hire(script, place));
        return new Promise<Uint8Array>((done, failed) => {
          if (orders.push({ done, failed }) === 1) worker.ref();
          worker.postMessage(stretch);
        });
      }),
    );
  }

  private hire(script: URL, place: number): Hand {
    const hand: Hand = { worker: new Worker(script), orders: [] };
    const dismiss = (fault: unknown): void => {
      if (this.hands[place] === hand) this.hands[place] = undefined;
      for (const { failed } of hand.orders.splice(0)) failed(fault);
    };
    hand.worker.on('message', (signed: Signed) => {
      const order = hand.orders.shift();
      if ('signatures' in signed) order?.done(signed.signatures);
      else order?.failed(signed.fault);
      if (hand.orders.length === 0) hand.worker.unref();
    });
    hand.worker.on('error', dismiss);
    hand.worker.on('exit', () => dismiss(new Error('a signing worker ended')));
    return hand;
  }
}

async function signHere(stretches: readonly SigningJob[]): Promise<Uint8Array[]> {
  const signed: Uint8Array[] = [];
  for (const stretch of stretches) {
    await setImmediate();
    signed.push(signaturesOf(stretch));
  }
  return signed;
}
