import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { Config } from '../config/config.ts';
import { Database, type Sql } from '../database/database.ts';
import { CURSOR, decodeCursor, type Page, pageOf, type PageQuery } from '../http/paging.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/identifiers.ts';
import type { EventType } from '../outbox/events.ts';
import type { DeliveriesQuery, DeliveryDto, WebhookDto } from './webhook.dto.ts';
import { webhookAddress } from './webhook-address.ts';
import { WebhookNetworks } from './webhook-networks.ts';
import { WebhookSecrets } from './webhook-secrets.ts';
import { deliveriesOf, replay, webhooksOf } from './webhooks.query.ts';
import { tooManyWebhooks, webhookDisabled, webhookNotFound } from './webhooks.refusals.ts';

const MOST = 20;
/** So long does the secret before a rotation still sign, beside the new one. */
const OVERLAP = 24 * 3_600_000;

export type WebhookWithSecret = WebhookDto & { readonly secret: string };

/** Where an organisation wants to be told what happens, kept by who leads it. */
@Injectable()
export class WebhooksService {
  private readonly networks: WebhookNetworks;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly secrets: WebhookSecrets,
    config: Config,
  ) {
    this.networks = new WebhookNetworks(config.webhookNetworks);
  }

  async page({ organisation }: Actor, { limit, after }: PageQuery): Promise<Page<WebhookDto>> {
    const [beforeId] = decodeCursor(after, [CURSOR.uuid]) ?? [];
    const rows = await webhooksOf(this.database, organisation.id, { beforeId, limit });
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }

  /** @throws Refusal WEBHOOK_ADDRESS_NOT_ALLOWED, WEBHOOK_ADDRESS_WITH_PASSWORD, TOO_MANY_WEBHOOKS */
  async create(actor: Actor, wish: { url: string; events?: readonly EventType[] }): Promise<WebhookWithSecret> {
    const id = newId();
    const url = webhookAddress(wish.url, this.networks);
    const secret = await this.secrets.secretOf(id, 1);
    const { organisation } = actor;
    return this.database.transaction(async (tx) => {
      // Those who ask at once go one after another, or all of them would find room.
      await tx.rows('SELECT id FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [organisation.id]);
      const own = await webhooksOf(tx, organisation.id, { limit: MOST });
      if (own.length >= MOST) throw tooManyWebhooks(MOST);
      await tx.run(
        `INSERT INTO webhook (id, organisation_id, url, events, secret_hint, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, organisation.id, url, wish.events ?? [], WebhookSecrets.hintOf(secret), actor.id, this.clock.now()],
      );
      await this.audit.record(tx, actor, 'webhook.created', id, { events: wish.events ?? [] });
      return { ...(await ownWebhook(tx, actor, id)), secret };
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockOwn(tx, actor, id);
      await tx.run('DELETE FROM webhook WHERE id = $1', [id]);
      await this.audit.record(tx, actor, 'webhook.deleted', id);
    });
  }

  /** A new secret. For a day messages carry the signatures of both, so that the receiver can change over at leisure. */
  async rotate(actor: Actor, id: string): Promise<WebhookWithSecret> {
    return this.database.transaction(async (tx) => {
      const { generation } = await lockOwn(tx, actor, id);
      const secret = await this.secrets.secretOf(id, generation + 1);
      const until = new Date(this.clock.now().getTime() + OVERLAP);
      await tx.run(
        'UPDATE webhook SET generation = generation + 1, secret_hint = $2, earlier_secret_until = $3 WHERE id = $1',
        [id, WebhookSecrets.hintOf(secret), until],
      );
      await this.audit.record(tx, actor, 'webhook.rotated', id);
      return { ...(await ownWebhook(tx, actor, id)), secret };
    });
  }

  /** What waited while it was disabled is delivered now; what happened meanwhile can be replayed. */
  async resume(actor: Actor, id: string): Promise<WebhookDto> {
    return this.database.transaction(async (tx) => {
      await lockOwn(tx, actor, id);
      await tx.run(
        'UPDATE webhook SET disabled_at = NULL, disabled_because = NULL, failing_since = NULL WHERE id = $1',
        [id],
      );
      await tx.run("UPDATE webhook_delivery SET next_at = $2 WHERE webhook_id = $1 AND status = 'waiting'", [
        id,
        this.clock.now(),
      ]);
      await this.audit.record(tx, actor, 'webhook.resumed', id);
      return ownWebhook(tx, actor, id);
    });
  }

  /** Sends a message that means nothing. @returns its id */
  async test(actor: Actor, id: string): Promise<string> {
    return this.database.transaction(async (tx) => {
      const { isDisabled } = await lockOwn(tx, actor, id);
      if (isDisabled) throw webhookDisabled();
      const event = newId();
      const now = this.clock.now();
      await tx.run(
        `INSERT INTO outbox_event (id, organisation_id, type, at, data, relayed_at)
         VALUES ($1, $2, 'webhook.test', $3, $4, $3)`,
        [event, actor.organisation.id, now, JSON.stringify({ webhook: id })],
      );
      await replay(tx, id, { event, since: null }, now);
      return event;
    });
  }

  async deliveries(actor: Actor, id: string, query: DeliveriesQuery): Promise<Page<DeliveryDto>> {
    await ownWebhook(this.database, actor, id);
    const [before] = decodeCursor(query.after, [CURSOR.id]) ?? [];
    const rows = await deliveriesOf(this.database, id, query, before);
    return pageOf(
      rows,
      query.limit,
      ({ place }) => [place],
      ({ place: _, ...shown }) => shown,
    );
  }

  /** @returns how many messages will be delivered again. */
  async replay(actor: Actor, id: string, wish: { event?: string; since?: string }): Promise<number> {
    return this.database.transaction(async (tx) => {
      const { isDisabled } = await lockOwn(tx, actor, id);
      if (isDisabled) throw webhookDisabled();
      const since = wish.since === undefined ? null : new Date(wish.since);
      const messages = await replay(tx, id, { event: wish.event ?? null, since }, this.clock.now());
      await this.audit.record(tx, actor, 'webhook.replayed', id, { ...wish, messages });
      return messages;
    });
  }
}

async function ownWebhook(sql: Sql, { organisation }: Actor, id: string): Promise<WebhookDto> {
  const [webhook] = await webhooksOf(sql, organisation.id, { id, limit: 1 });
  if (!webhook) throw webhookNotFound();
  return webhook;
}

async function lockOwn(sql: Sql, { organisation }: Actor, id: string) {
  const row = await sql.first<{ generation: number; isDisabled: boolean }>(
    `SELECT generation, disabled_at IS NOT NULL AS "isDisabled" FROM webhook
      WHERE id = $1 AND organisation_id = $2 FOR UPDATE`,
    [id, organisation.id],
  );
  if (!row) throw webhookNotFound();
  return row;
}
