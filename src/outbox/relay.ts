import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, type Tx } from '../database/database.ts';
import { Housekeeping } from '../http/housekeeping.ts';
import { Metrics } from '../http/metrics.ts';
import { Clock } from '../kernel/clock.ts';
import { Rounds } from './rounds.ts';

/** A way by which organisations are told: it decides who wants which event, and writes that down. */
export interface Channel {
  /** In the transaction that marks these events as relayed, so that none is lost and none comes twice. */
  take(tx: Tx, eventIds: readonly string[]): Promise<void>;
}

/** Events handed on in one transaction. */
const AT_ONCE = 500;
/** How far back events can be delivered again. */
export const KEPT_DAYS = 30;
const DAY = 86_400_000;

/**
 * Hands events on to the channels. What happened is committed long before anybody is told: a receiver that is slow or
 * away costs the trade nothing. Any number of servers may do this at once.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly channels: Channel[] = [];
  private readonly rounds = new Rounds('events', () => this.handOn());

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly housekeeping: Housekeeping,
    private readonly metrics: Metrics,
  ) {}

  /** Called while the modules are made: events that came earlier are handed to every channel too. */
  through(channel: Channel): void {
    this.channels.push(channel);
  }

  onApplicationBootstrap(): void {
    this.metrics.watchQueue('events', () => this.countWaiting());
    this.housekeeping.every(60, () => this.forgetOld());
    this.rounds.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  private handOn(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const events = await tx.rows<{ id: string }>(
        'SELECT id FROM outbox_event WHERE relayed_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED',
        [AT_ONCE],
      );
      if (events.length === 0) return false;
      const ids = events.map(({ id }) => id);
      for (const channel of this.channels) await channel.take(tx, ids);
      await tx.run('UPDATE outbox_event SET relayed_at = $2 WHERE id = ANY ($1)', [ids, this.clock.now()]);
      return true;
    });
  }

  private async forgetOld(): Promise<void> {
    await this.database.run('DELETE FROM outbox_event WHERE at < $1 AND relayed_at IS NOT NULL', [
      new Date(this.clock.now().getTime() - KEPT_DAYS * DAY),
    ]);
  }

  private async countWaiting(): Promise<number> {
    const row = await this.database.first<{ events: number }>(
      'SELECT count(*)::int AS events FROM outbox_event WHERE relayed_at IS NULL',
    );
    return row?.events ?? 0;
  }
}
