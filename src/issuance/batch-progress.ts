import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import { Database } from '../database/database.ts';
import { type BatchProgress, isSettled } from './batch.ts';
import { progressOf } from './batches.query.ts';
import { WakeableSleep } from './wakeable-sleep.ts';

/** Often enough for a bar that moves, rarely enough to cost nothing. In milliseconds. */
const LOOK_EVERY = 400;

interface Watcher {
  readonly batchId: string;
  readonly subscriber: Subscriber<BatchProgress>;
  last: string;
}

/**
 * Tells any number of listeners how their batches come on. One query asks for all of them, however many listen, and none
 * is asked when nobody does. The database is asked and not the runner, which may be that of another server.
 */
@Injectable()
export class BatchProgressFeed implements BeforeApplicationShutdown {
  private readonly logger = new Logger(BatchProgressFeed.name);
  private readonly watchers = new Set<Watcher>();
  private readonly sleep = new WakeableSleep();
  private isLooking = false;

  constructor(private readonly database: Database) {}

  /** Every change, beginning with how it is now. Completes when the batch is settled, or when the server stops. */
  of(batchId: string): Observable<BatchProgress> {
    return new Observable((subscriber) => {
      const watcher: Watcher = { batchId, subscriber, last: '' };
      this.watchers.add(watcher);
      this.sleep.wake();
      void this.look();
      return () => {
        this.watchers.delete(watcher);
        if (this.watchers.size === 0) this.sleep.wake();
      };
    });
  }

  get listeners(): number {
    return this.watchers.size;
  }

  /** An open stream would keep the server from closing. */
  beforeApplicationShutdown(): void {
    for (const { subscriber } of this.watchers) subscriber.complete();
  }

  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    while (this.watchers.size > 0) {
      const asked = [...this.watchers];
      try {
        const ids = [...new Set(asked.map(({ batchId }) => batchId))];
        const found = new Map((await progressOf(this.database, ids)).map(({ id, ...progress }) => [id, progress]));
        for (const watcher of asked) tell(watcher, found.get(watcher.batchId));
      } catch (error) {
        // Listeners stay: they hear on when the database is back.
        this.logger.warn(`Cannot ask how batches come on: ${String(error)}`);
      }
      await this.sleep.for(LOOK_EVERY);
    }
    this.isLooking = false;
  }
}

function tell(watcher: Watcher, progress: BatchProgress | undefined): void {
  if (progress === undefined) return watcher.subscriber.complete();
  const text = JSON.stringify(progress);
  if (text !== watcher.last) watcher.subscriber.next(progress);
  watcher.last = text;
  if (isSettled(progress.status)) watcher.subscriber.complete();
}
