import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { EventType, OutboxEvent } from '../outbox/events.ts';
import { CLAIMED_FOR } from '../outbox/retry-times.ts';

/** One message on its way to one webhook. `attempt` counts this one. */
export interface DueDelivery {
  readonly id: string;
  readonly attempt: number;
  readonly event: OutboxEvent;
  readonly webhook: {
    readonly id: string;
    readonly organisationId: OrganisationId;
    readonly url: string;
    readonly generation: number;
    readonly secretHint: string;
    readonly earlierSecretUntil: Date | null;
  };
}

/** Of one webhook at a time, so that a receiver that hangs keeps nobody else waiting. */
export const MOST_PER_WEBHOOK = 4;

interface Row {
  id: string;
  attempts: number;
  event_id: string;
  type: EventType;
  at: Date;
  data: OutboxEvent['data'];
  webhook_id: string;
  organisation_id: OrganisationId;
  url: string;
  generation: number;
  secret_hint: string;
  earlier_secret_until: Date | null;
}

/**
 * Takes messages that are due. Taking one moves its time on, so that it comes up again when whoever took it dies; two
 * servers never take the same.
 * @param busy webhooks to leave alone.
 */
export async function claimDue(sql: Sql, now: Date, busy: readonly string[], most: number): Promise<DueDelivery[]> {
  const rows = await sql.rows<Row>(
    `WITH due AS (
       SELECT d.id FROM webhook w CROSS JOIN LATERAL (
              SELECT id FROM webhook_delivery
               WHERE webhook_id = w.id AND status = 'waiting' AND next_at <= $1
               ORDER BY next_at, id LIMIT ${MOST_PER_WEBHOOK} FOR UPDATE SKIP LOCKED) d
        WHERE w.disabled_at IS NULL AND NOT (w.id = ANY ($3::uuid[])) LIMIT $4)
     UPDATE webhook_delivery d SET attempts = d.attempts + 1, next_at = $2, last_tried_at = $1
       FROM due, webhook w, outbox_event e
      WHERE d.id = due.id AND w.id = d.webhook_id AND e.id = d.event_id
     RETURNING d.id, d.attempts, e.id AS event_id, e.type, e.at, e.data, w.id AS webhook_id, w.organisation_id, w.url,
               w.generation, w.secret_hint, w.earlier_secret_until`,
    [now, new Date(now.getTime() + CLAIMED_FOR), busy, most],
  );
  return rows.map((row) => ({
    id: row.id,
    attempt: row.attempts,
    event: { id: row.event_id, type: row.type, at: row.at, data: row.data },
    webhook: {
      id: row.webhook_id,
      organisationId: row.organisation_id,
      url: row.url,
      generation: row.generation,
      secretHint: row.secret_hint,
      earlierSecretUntil: row.earlier_secret_until,
    },
  }));
}

export async function countDue(sql: Sql): Promise<number> {
  const row = await sql.first<{ messages: number }>(
    "SELECT count(*)::int AS messages FROM webhook_delivery WHERE status = 'waiting'",
  );
  return row?.messages ?? 0;
}

/** Of these events, what each webhook wants: from when it was made, and nothing while it is disabled. The rest can be replayed. */
export async function addressEvents(sql: Sql, eventIds: readonly string[], now: Date): Promise<void> {
  await sql.run(
    `INSERT INTO webhook_delivery (webhook_id, event_id, status, next_at)
     SELECT w.id, e.id, 'waiting', $2
       FROM outbox_event e JOIN webhook w ON w.organisation_id = e.organisation_id
      WHERE e.id = ANY ($1) AND e.at >= w.created_at AND w.disabled_at IS NULL AND (w.events = '{}' OR e.type = ANY (w.events))
      ORDER BY e.id
     ON CONFLICT (webhook_id, event_id) DO NOTHING`,
    [eventIds, now],
  );
}
