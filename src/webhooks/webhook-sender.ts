import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/config.ts';
import { Database, type Tx } from '../database/database.ts';
import { Metrics } from '../http/metrics.ts';
import { Clock } from '../kernel/clock.ts';
import { DeliveryLoop } from '../outbox/delivery-loop.ts';
import { recordEvent } from '../outbox/outbox.ts';
import { type Channel, Relay } from '../outbox/relay.ts';
import { nextAttempt } from '../outbox/retry-times.ts';
import { addressEvents, claimDue, countDue, type DueDelivery, MOST_PER_WEBHOOK } from './due-deliveries.query.ts';
import { messageOf } from './webhook-message.ts';
import { WebhookNetworks } from './webhook-networks.ts';
import { postMessage, type Reply } from './webhook-request.ts';
import { WebhookSecrets } from './webhook-secrets.ts';

/** Messages on their way at the same time. */
const AT_ONCE = 16;
/** A receiver that nothing got through to for so long is disabled, once a message to it is given up. */
const PATIENCE = 3 * 24 * 3_600_000;
const GONE = 410;

/** What is known after an attempt. `trouble` is `null` when the message was taken. */
interface Attempt {
  readonly trouble: string | null;
  readonly retryAfter: number;
  readonly isGone: boolean;
}

/** Delivers what happened to webhooks: signed, retried for three days, each at least once under one `webhook-id`. */
@Injectable()
export class WebhookSender implements Channel, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly networks: WebhookNetworks;
  private readonly underWay = new Map<string, number>();
  private readonly loop: DeliveryLoop<DueDelivery>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: WebhookSecrets,
    private readonly metrics: Metrics,
    config: Config,
    relay: Relay,
  ) {
    this.networks = new WebhookNetworks(config.webhookNetworks);
    const claim = (most: number) => claimDue(this.database, this.clock.now(), this.busy(), most);
    this.loop = new DeliveryLoop('webhooks', { claim, deliver: (due) => this.deliver(due) }, AT_ONCE);
    relay.through(this);
  }

  onApplicationBootstrap(): void {
    this.metrics.watchQueue('webhooks', () => countDue(this.database));
    this.loop.start();
  }

  /** What is on its way is waited for: its receiver may have acted on it already. */
  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  take(tx: Tx, eventIds: readonly string[]): Promise<void> {
    return addressEvents(tx, eventIds, this.clock.now());
  }

  private busy(): string[] {
    return [...this.underWay].filter(([, count]) => count >= MOST_PER_WEBHOOK).map(([id]) => id);
  }

  private async deliver(due: DueDelivery): Promise<void> {
    const { id } = due.webhook;
    this.underWay.set(id, (this.underWay.get(id) ?? 0) + 1);
    try {
      await this.settle(due, await this.attempt(due));
    } finally {
      const left = this.underWay.get(id)! - 1;
      if (left === 0) this.underWay.delete(id);
      else this.underWay.set(id, left);
    }
  }

  private async attempt({ event, webhook }: DueDelivery): Promise<Attempt> {
    const now = this.clock.now();
    const secret = await this.secrets.secretOf(webhook.id, webhook.generation);
    if (WebhookSecrets.hintOf(secret) !== webhook.secretHint) return failed('SECRET_LOST');
    const isChangingOver = webhook.earlierSecretUntil !== null && webhook.earlierSecretUntil > now;
    const earlier = isChangingOver ? [await this.secrets.secretOf(webhook.id, webhook.generation - 1)] : [];
    const { body, headers } = messageOf(event, [secret, ...earlier], now);
    try {
      return outcomeOf(await postMessage(webhook.url, body, headers, this.networks));
    } catch (error) {
      return failed((error as NodeJS.ErrnoException).code ?? 'UNREACHABLE');
    }
  }

  /** Everything that an attempt changes, in one transaction. An attempt that was overtaken changes nothing. */
  private async settle(due: DueDelivery, { trouble, retryAfter, isGone }: Attempt): Promise<void> {
    const now = this.clock.now();
    const nextAt = trouble === null || isGone ? null : nextAttempt(now, due.attempt, retryAfter);
    const status = trouble === null ? 'delivered' : nextAt === null ? 'failed' : 'waiting';
    await this.database.transaction(async (tx) => {
      const changed = await tx.run(
        `UPDATE webhook_delivery SET status = $3, trouble = $4, next_at = coalesce($5, next_at)
          WHERE id = $1 AND attempts = $2 AND status = 'waiting'`,
        [due.id, due.attempt, status, trouble, nextAt],
      );
      if (changed === 0) return;
      await this.judge(tx, due, now, { isThrough: trouble === null, isGivenUp: status === 'failed', isGone });
    });
    this.metrics.countDelivery('webhook', status === 'waiting' ? 'retried' : status);
  }

  /** A receiver that was away for long, or says that it is gone, is left alone, and its owner is told. */
  private async judge(
    tx: Tx,
    { webhook }: DueDelivery,
    now: Date,
    { isThrough, isGivenUp, isGone }: { isThrough: boolean; isGivenUp: boolean; isGone: boolean },
  ): Promise<void> {
    if (isThrough) {
      await tx.run('UPDATE webhook SET failing_since = NULL WHERE id = $1 AND failing_since IS NOT NULL', [webhook.id]);
      return;
    }
    await tx.run('UPDATE webhook SET failing_since = $2 WHERE id = $1 AND failing_since IS NULL', [webhook.id, now]);
    if (!isGivenUp) return;
    const disabled = await tx.run(
      `UPDATE webhook SET disabled_at = $2, disabled_because = $3
        WHERE id = $1 AND disabled_at IS NULL AND ($3 = 'gone' OR failing_since <= $4)`,
      [webhook.id, now, isGone ? 'gone' : 'failing', new Date(now.getTime() - PATIENCE)],
    );
    if (disabled > 0) await recordEvent(tx, now, [webhook.organisationId], 'webhook.disabled', { webhook: webhook.id });
  }
}

const failed = (trouble: string): Attempt => ({ trouble, retryAfter: 0, isGone: false });

const outcomeOf = ({ status, retryAfter }: Reply): Attempt =>
  status >= 200 && status < 300
    ? { trouble: null, retryAfter, isGone: false }
    : { trouble: `HTTP ${status}`, retryAfter, isGone: status === GONE };
