import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { CaseTold, EventType } from '../outbox/events.ts';
import { recordEvent } from '../outbox/outbox.ts';

type CaseEvent = Extract<EventType, `case.${string}`>;

/** Tells a case's step to whoever may read the case: an investigation is the maker's alone. */
export async function recordCaseEvent(sql: Sql, at: Date, type: CaseEvent, number: string): Promise<void> {
  const row = await sql.first<{ told: CaseTold; maker_id: OrganisationId | null; workshop_id: OrganisationId | null }>(
    `SELECT c.maker_id, CASE WHEN c.kind <> 'investigation' THEN c.workshop_id END AS workshop_id,
            json_build_object('case', c.number, 'kind', c.kind, 'status', c.status, 'workshop', w.code,
              'unit', CASE WHEN u.id IS NOT NULL THEN json_build_object('gtin', u.gtin, 'serial', u.serial) END,
              'openedAt', c.opened_at, 'dueAt', c.due_at) AS told
       FROM case_file c
       LEFT JOIN organisation w ON w.id = c.workshop_id
       LEFT JOIN unit u ON u.id = c.unit_id
      WHERE c.number = $1`,
    [number],
  );
  const { told, maker_id, workshop_id } = row!;
  const dates = { openedAt: utc(told.openedAt), dueAt: utc(told.dueAt) };
  await recordEvent(sql, at, [maker_id, workshop_id], type, { ...told, ...dates });
}

/** PostgreSQL writes times with the offset of the connection. */
const utc = (time: string): string => new Date(time).toISOString();
