import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { BillTold } from '../outbox/events.ts';
import { RECALLED, type RecallKey } from './recall-reach.query.ts';

/** Bills named to a workshop; the others are counted. */
const MOST = 50;

export interface BillsConcerned {
  readonly bills: readonly BillTold[];
  readonly billCount: number;
}

/** `latest`: one row a bill, with `workshop_id`, `repair_order`, `number` and `issued_at`. */
const byWorkshop = (latest: string): string => `
  SELECT workshop_id AS "workshopId", max(total)::int AS "billCount",
         json_agg(json_build_object('repairOrder', repair_order, 'number', number) ORDER BY place) AS bills
    FROM (SELECT l.*, row_number() OVER newest AS place, count(*) OVER (PARTITION BY workshop_id) AS total FROM (${latest}) l
          WINDOW newest AS (PARTITION BY workshop_id ORDER BY issued_at DESC, repair_order)) ranked
   WHERE place <= ${MOST} GROUP BY workshop_id`;

type Row = BillsConcerned & { readonly workshopId: OrganisationId };

/** Of the workshop where a flag came up: the bill of its order, and those of the orders on which its unit was fitted. */
export async function billsOfFlag(sql: Sql, flagId: string): Promise<BillsConcerned | undefined> {
  const row = await sql.first<Row & Record<string, unknown>>(
    byWorkshop(`
      SELECT DISTINCT ON (i.order_id) o.workshop_id, o.number AS repair_order, i.number, i.issued_at
        FROM flag f
       CROSS JOIN LATERAL (
              SELECT f.order_id UNION SELECT t.order_id FROM fitting t WHERE t.unit_id = f.unit_id AND t.undone_at IS NULL) c
        JOIN invoice i ON i.order_id = c.order_id
        JOIN repair_order o ON o.id = i.order_id AND o.workshop_id = f.workshop_id
       WHERE f.id = $1 ORDER BY i.order_id, i.version DESC`),
    [flagId],
  );
  return row && { bills: row.bills, billCount: row.billCount };
}

/** By workshop: the bills whose owners are shown the notice of a recall. */
export async function billsOfRecall(
  sql: Sql,
  { makerId, number }: RecallKey,
): Promise<ReadonlyMap<OrganisationId, BillsConcerned>> {
  const rows = await sql.rows<Row & Record<string, unknown>>(
    byWorkshop(`
      WITH ${RECALLED}
      SELECT o.workshop_id, o.number AS repair_order, i.number, i.issued_at
        FROM (SELECT DISTINCT ON (i.order_id) i.order_id, i.number, i.issued_at, i.content FROM invoice i
               WHERE i.order_id IN (SELECT f.order_id FROM recalled c JOIN fitting f ON f.unit_id = c.id)
               ORDER BY i.order_id, i.version DESC) i
        JOIN repair_order o ON o.id = i.order_id
       WHERE EXISTS (SELECT FROM recalled c JOIN fitting f ON f.unit_id = c.id AND f.order_id = i.order_id
                      WHERE jsonb_path_exists(i.content, '$.lines[*].units[*] ? (@.serial == $serial)',
                                              jsonb_build_object('serial', c.serial)))`),
    [makerId, number],
  );
  return new Map(rows.map(({ workshopId, ...bills }) => [workshopId, bills]));
}
