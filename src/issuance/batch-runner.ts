import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { SigningPool } from '../labels/signing-pool.ts';
import { SigningService } from '../labels/signing.service.ts';
import {
  type BatchWork,
  Minting,
  type StorePiece,
  type UnfinishedBatch,
  unfinishedBatches,
  Withdrawal,
} from './batch-work.ts';
import { failBatch } from './batch-failure.ts';
import { ChunkOvertaken, isSerialCollision } from './mint-chunk.ts';
import { Patience } from './patience.ts';
import { WakeableSleep } from './wakeable-sleep.ts';

/** How often work that another server left behind is looked for, in milliseconds. */
const LOOK_EVERY = 2_000;

/**
 * Does the background work of all batches, a piece of each in turn. A batch's own row is the job: it says how far the
 * work is, and every piece moves it on in the piece's own transaction. So whoever dies when, nothing is lost or doubled.
 */
@Injectable()
export class BatchRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(BatchRunner.name);
  private readonly sleep = new WakeableSleep();
  private readonly patience = new Patience();
  /** In order of turns. */
  private works: BatchWork[] = [];
  /** Works with pieces that are not stored yet. */
  private readonly storing: BatchWork[] = [];
  private readonly troubled = new WeakSet<BatchWork>();
  private lookAt = 0;
  private failedLooks = 0;
  private isStopping = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly signing: SigningService,
    private readonly pool: SigningPool,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** Batches were made or cancelled, or are to be tried again. */
  wake(...batchIds: readonly string[]): void {
    for (const batchId of batchIds) this.patience.forget(batchId);
    this.lookAt = 0;
    this.sleep.wake();
  }

  /** Finishes the piece that is being stored. One that is only prepared is dropped: nobody knows of it yet. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.sleep.wake();
    await this.running;
    await this.pool.close();
  }

  /**
   * While one piece is stored the next one waits and the one after is signed: so neither the disk nor the processors ever
   * wait for each other, and there are never more than three pieces in memory.
   */
  private async run(): Promise<void> {
    let storedBefore: Promise<void> = Promise.resolve();
    let stored = storedBefore;
    while (!this.isStopping) {
      await this.look();
      const work = this.nextInTurn();
      const piece = work && (await this.prepare(work));
      await storedBefore;
      if (work && piece) {
        storedBefore = stored;
        stored = this.storeAfter(stored, work, piece);
      } else if (this.works.length === 0) {
        await stored;
        await this.sleep.for(LOOK_EVERY);
      }
    }
    await stored;
  }

  private async look(): Promise<void> {
    if (performance.now() < this.lookAt) return;
    this.lookAt = performance.now() + LOOK_EVERY;
    const inHand = [...this.works, ...this.storing].map(({ batchId }) => batchId);
    try {
      const found = await unfinishedBatches(this.database, inHand);
      this.failedLooks = 0;
      this.works.push(...found.filter(({ id }) => this.patience.isOver(id)).map((batch) => this.workOf(batch)));
    } catch (error) {
      this.failedLooks++;
      this.logger.warn(`Cannot look for batches: ${String(error)}`);
      await this.sleep.for(Patience.wait(this.failedLooks));
    }
  }

  private workOf(batch: UnfinishedBatch): BatchWork {
    return batch.status === 'cancelled'
      ? new Withdrawal(batch, this.database, this.clock)
      : new Minting(batch, this.database, { signing: this.signing, pool: this.pool }, this.clock);
  }

  private nextInTurn(): BatchWork | undefined {
    const work = this.works.shift();
    if (work) this.works.push(work);
    return work;
  }

  private async prepare(work: BatchWork): Promise<StorePiece | undefined> {
    try {
      const piece = await work.prepare();
      if (piece === undefined) this.drop(work);
      return piece;
    } catch (error) {
      await this.settle(work, error);
      return undefined;
    }
  }

  private async storeAfter(before: Promise<void>, work: BatchWork, piece: StorePiece): Promise<void> {
    this.storing.push(work);
    await before;
    try {
      // After a stop nothing new is begun; after trouble with an earlier piece this one does not fit any more.
      if (this.isStopping || this.troubled.has(work)) return;
      await piece();
      this.patience.forget(work.batchId);
    } catch (error) {
      await this.settle(work, error);
    } finally {
      this.storing.splice(this.storing.indexOf(work), 1);
    }
  }

  /** Gives a troubled work up. Its batch is found again by its row, with what was stored of it, unless it is failed. */
  private async settle(work: BatchWork, error: unknown): Promise<void> {
    const { batchId } = work;
    this.drop(work);
    this.troubled.add(work);
    const isWorthTryingAtOnce = isSerialCollision(error) || (error instanceof ChunkOvertaken && error.by === 'key');
    if (isWorthTryingAtOnce) return this.wake(batchId);
    if (error instanceof ChunkOvertaken) return this.patience.leaveToOthers(batchId);
    this.logger.warn(`Batch ${batchId} is in trouble: ${error instanceof Error ? error.stack : String(error)}`);
    if (!this.patience.isExhausted(batchId, error)) return;
    await failBatch(this.database, batchId, error, this.clock.now()).catch((cause: unknown) => {
      this.logger.warn(`Batch ${batchId} could not be marked as failed: ${String(cause)}`);
    });
  }

  private drop(work: BatchWork): void {
    this.works = this.works.filter((each) => each !== work);
  }
}
