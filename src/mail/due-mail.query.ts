import type { Role } from '../auth/actor.ts';
import type { Sql } from '../database/database.ts';
import type { Language } from '../kernel/words.ts';
import type { OutboxEvent } from '../outbox/events.ts';
import { CLAIMED_FOR } from '../outbox/retry-times.ts';
import { MAILED_TYPES, type MailedType, READERS } from './mail-readers.ts';

/** One message to one person. `attempt` counts this one. */
export interface DueMail {
  readonly event: OutboxEvent<MailedType>;
  readonly attempt: number;
  readonly accountId: string;
  readonly address: string;
  readonly roles: readonly Role[];
  readonly language: Language;
}

const AUDIENCE = JSON.stringify(MAILED_TYPES.map((type) => ({ type, ...READERS[type] })));

/** Who of the organisation that an event is for wants it by mail and may have it. */
export async function addressMail(sql: Sql, eventIds: readonly string[], now: Date): Promise<void> {
  await sql.run(
    `INSERT INTO mail (event_id, account_id, status, next_at)
     SELECT e.id, a.id, 'waiting', $3
       FROM outbox_event e
       JOIN jsonb_to_recordset($2) AS r(type text, may text[], unasked text[]) ON r.type = e.type
       JOIN account a ON a.organisation_id = e.organisation_id AND a.disabled_at IS NULL AND a.roles && r.may
       LEFT JOIN notification_choice c ON c.account_id = a.id
      WHERE e.id = ANY ($1) AND CASE WHEN c.account_id IS NULL THEN a.roles && r.unasked ELSE e.type = ANY (c.events) END
     ON CONFLICT (event_id, account_id) DO NOTHING`,
    [eventIds, AUDIENCE, now],
  );
}

/** Takes mail that is due, as messages to webhooks are taken. Who may no longer sign in is told nothing more. */
export async function claimMail(sql: Sql, now: Date, most: number): Promise<DueMail[]> {
  const rows = await sql.rows<{
    event: { id: string; type: MailedType; at: string; data: OutboxEvent<MailedType>['data'] };
    attempts: number;
    account_id: string;
    email: string;
    roles: Role[];
    language: Language | null;
  }>(
    `WITH due AS (
       SELECT m.event_id, m.account_id FROM mail m JOIN account a ON a.id = m.account_id AND a.disabled_at IS NULL
        WHERE m.status = 'waiting' AND m.next_at <= $1
        ORDER BY m.next_at LIMIT $3 FOR UPDATE OF m SKIP LOCKED)
     UPDATE mail m SET attempts = m.attempts + 1, next_at = $2
       FROM due
       JOIN outbox_event e ON e.id = due.event_id
       JOIN account a ON a.id = due.account_id
       LEFT JOIN notification_choice c ON c.account_id = a.id
      WHERE m.event_id = due.event_id AND m.account_id = due.account_id
     RETURNING json_build_object('id', e.id, 'type', e.type, 'at', e.at, 'data', e.data) AS event, m.attempts, m.account_id,
               a.email, a.roles, c.language`,
    [now, new Date(now.getTime() + CLAIMED_FOR), most],
  );
  return rows.map(({ event, attempts, account_id, email, roles, language }) => ({
    event: { ...event, at: new Date(event.at) },
    attempt: attempts,
    accountId: account_id,
    address: email,
    roles,
    language: language ?? 'zh',
  }));
}

/** An attempt that was overtaken by another changes nothing. */
export async function settleMail(
  sql: Sql,
  mail: DueMail,
  {
    status,
    nextAt,
    trouble,
  }: { status: 'waiting' | 'delivered' | 'failed'; nextAt: Date | null; trouble: string | null },
): Promise<void> {
  await sql.run(
    `UPDATE mail SET status = $4, next_at = coalesce($5, next_at), trouble = $6
      WHERE event_id = $1 AND account_id = $2 AND attempts = $3 AND status = 'waiting'`,
    [mail.event.id, mail.accountId, mail.attempt, status, nextAt, trouble],
  );
}

export async function countMail(sql: Sql): Promise<number> {
  const row = await sql.first<{ messages: number }>(
    "SELECT count(*)::int AS messages FROM mail WHERE status = 'waiting'",
  );
  return row?.messages ?? 0;
}
