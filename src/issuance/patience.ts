import { needsAPerson } from './batch-failure.ts';

const SHORTEST_WAIT = 200;
const LONGEST_WAIT = 10_000;
const LEFT_TO_OTHERS = 3_000;
/** A fault may pass by itself, as when a database is restarted; after so many in a row a person must look. */
const MOST_FAILURES = 6;

/** How long each batch is left alone after trouble, and when it is given up. Times are this process's own, in ms. */
export class Patience {
  private readonly batches = new Map<string, { failures: number; until: number }>();

  /** Doubles with each failure, and is never quite the same on two servers. */
  static wait(failures: number): number {
    return Math.min(SHORTEST_WAIT * 2 ** (failures - 1), LONGEST_WAIT) * (0.5 + Math.random());
  }

  isOver(batchId: string): boolean {
    return (this.batches.get(batchId)?.until ?? 0) <= performance.now();
  }

  forget(batchId: string): void {
    this.batches.delete(batchId);
  }

  /** Another server works on it; ours comes back only in case that one dies. */
  leaveToOthers(batchId: string): void {
    const failures = this.batches.get(batchId)?.failures ?? 0;
    this.batches.set(batchId, { failures, until: performance.now() + LEFT_TO_OTHERS * (1 + Math.random()) });
  }

  /** Counts one more failure, and tells whether it is time to give up. */
  isExhausted(batchId: string, error: unknown): boolean {
    const failures = (this.batches.get(batchId)?.failures ?? 0) + 1;
    this.batches.set(batchId, { failures, until: performance.now() + Patience.wait(failures) });
    return needsAPerson(error) || failures >= MOST_FAILURES;
  }
}
