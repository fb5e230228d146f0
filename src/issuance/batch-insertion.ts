import type { Actor } from '../auth/actor.ts';
import { calendarDateOf } from '../catalogue/calendar-date.ts';
import type { Part } from '../catalogue/part.ts';
import type { Tx } from '../database/database.ts';
import { newId, type OrganisationId } from '../kernel/identifiers.ts';

/** A batch that was found to be in order. */
export interface NewBatch {
  /** Left out: a new one. */
  readonly id?: string;
  readonly part: Part;
  readonly quantity: number;
  readonly lot: string | null;
  readonly order: string | null;
  readonly consigneeId: OrganisationId | null;
  readonly expiresOn: string | null;
}

/** Queues batches in one statement, and hands back their ids in the same order. The caller wakes the runner. */
export async function insertBatches(tx: Tx, actor: Actor, at: Date, batches: readonly NewBatch[]): Promise<string[]> {
  const rows = batches.map((batch) => ({
    id: batch.id ?? newId(at.getTime()),
    maker_id: batch.part.makerId,
    part_id: batch.part.id,
    quantity: batch.quantity,
    lot: batch.lot,
    order_number: batch.order,
    consignee_id: batch.consigneeId,
    expires_on: batch.expiresOn ?? lastDay(batch.part, at),
  }));
  await tx.run(
    `INSERT INTO batch (id, maker_id, warehouse_id, part_id, quantity, lot, order_number, consignee_id, status, expires_on,
                        created_by, created_at)
     SELECT id, maker_id, $2, part_id, quantity, lot, order_number, consignee_id, 'queued', expires_on, $3, $4
       FROM jsonb_to_recordset($1) AS b(id uuid, maker_id uuid, part_id uuid, quantity int, lot text, order_number text,
            consignee_id uuid, expires_on date)`,
    [JSON.stringify(rows), actor.organisation.id, actor.id, at],
  );
  return rows.map(({ id }) => id);
}

const DAY = 86_400_000;

/** A part is made before it is labelled, so its shelf life ends on this day at the latest. */
const lastDay = ({ shelfLifeDays }: Part, labelledAt: Date): string | null =>
  shelfLifeDays === null ? null : calendarDateOf(new Date(labelledAt.getTime() + shelfLifeDays * DAY));
