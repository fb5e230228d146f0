import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { Housekeeping } from './housekeeping.ts';
import { removeClaimsBefore } from './idempotency.query.ts';

const KEPT_MILLISECONDS = 7 * 24 * 3_600_000;

/** Answers are kept for a week: longer than any client retries. */
@Injectable()
export class IdempotencyPurge implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly housekeeping: Housekeeping,
  ) {}

  onApplicationBootstrap(): void {
    this.housekeeping.every(60, () => this.purge());
  }

  purge(): Promise<void> {
    return removeClaimsBefore(this.database, new Date(this.clock.now().getTime() - KEPT_MILLISECONDS));
  }
}
