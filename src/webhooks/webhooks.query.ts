import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { DeliveriesQuery, DeliveryDto, WebhookDto } from './webhook.dto.ts';

const COLUMNS = `w.id, w.url, w.events, w.secret_hint AS "secretHint", w.created_at AS "createdAt",
       w.failing_since AS "failingSince", w.disabled_at AS "disabledAt", w.disabled_because AS "disabledBecause",
       (SELECT count(*)::int FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.status = 'waiting') AS waiting`;

/** Newest first; one more than `limit` where there is one. */
export function webhooksOf(
  sql: Sql,
  organisationId: OrganisationId,
  filter: { readonly beforeId?: string | undefined; readonly id?: string; readonly limit: number },
): Promise<WebhookDto[]> {
  return sql.rows<WebhookDto>(
    `SELECT ${COLUMNS} FROM webhook w
      WHERE w.organisation_id = $1 AND ($2::uuid IS NULL OR w.id < $2) AND ($3::uuid IS NULL OR w.id = $3)
      ORDER BY w.id DESC LIMIT $4`,
    [organisationId, filter.beforeId ?? null, filter.id ?? null, filter.limit + 1],
  );
}

/** The latest first; one more than the limit where there is one. `place` is what a page's cursor carries. */
export function deliveriesOf(
  sql: Sql,
  webhookId: string,
  { status, limit }: DeliveriesQuery,
  before: string | undefined,
): Promise<(DeliveryDto & { place: string })[]> {
  return sql.rows(
    `SELECT d.id AS place, e.id AS event, e.type, e.at, d.status, d.attempts, d.last_tried_at AS "lastTriedAt",
            CASE WHEN d.status = 'waiting' THEN d.next_at END AS "nextAt", d.trouble
       FROM webhook_delivery d JOIN outbox_event e ON e.id = d.event_id
      WHERE d.webhook_id = $1 AND ($2::text IS NULL OR d.status = $2) AND ($3::bigint IS NULL OR d.id < $3)
      ORDER BY d.id DESC LIMIT $4`,
    [webhookId, status ?? null, before ?? null, limit + 1],
  );
}

/**
 * Puts past events up for delivery again; those that wait already stay as they are.
 * @param which one event, or everything since a time. Tests of other webhooks are never among them.
 */
export function replay(
  sql: Sql,
  webhookId: string,
  which: { readonly event: string | null; readonly since: Date | null },
  now: Date,
): Promise<number> {
  return sql.run(
    `INSERT INTO webhook_delivery AS d (webhook_id, event_id, status, next_at)
     SELECT w.id, e.id, 'waiting', $4
       FROM webhook w JOIN outbox_event e ON e.organisation_id = w.organisation_id
      WHERE w.id = $1
        AND (e.id = $2 OR e.at >= $3 AND (w.events = '{}' OR e.type = ANY (w.events)))
        AND (e.type <> 'webhook.test' OR e.data ->> 'webhook' = w.id::text)
      ORDER BY e.at, e.id
     ON CONFLICT (webhook_id, event_id) DO UPDATE SET status = 'waiting', attempts = 0, next_at = excluded.next_at, trouble = NULL
       WHERE d.status <> 'waiting'`,
    [webhookId, which.event, which.since, now],
  );
}
