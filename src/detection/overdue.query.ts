import type { Sql } from '../database/database.ts';
import type { OrganisationId, PartId, RepairOrderId } from '../kernel/identifiers.ts';
import { MOST_IN_STEP } from './pass.ts';
import { threshold } from './policy-threshold.ts';

export interface StaleShipment {
  readonly id: string;
  readonly shippedAt: Date;
  readonly reference: string | null;
  readonly units: number;
  readonly makerId: OrganisationId | null;
  readonly workshopId: OrganisationId | null;
}

/** Shipments `s` of the maker `m`, with the units `su` that are on the road while `isOpen` holds. */
export const shipments = (isOpen: string): string => `
            s.id, s.created_at AS "shippedAt", s.reference, m.id AS "makerId",
            CASE WHEN t.kind = 'workshop' THEN t.id WHEN g.kind = 'workshop' THEN g.id END AS "workshopId",
            (SELECT count(*)::int FROM shipment_unit su WHERE su.shipment_id = s.id AND ${isOpen}) AS units
       FROM shipment s
       JOIN organisation g ON g.id = s.from_id
       JOIN organisation t ON t.id = s.to_id
       JOIN organisation m ON m.id = coalesce(g.maker_id, CASE WHEN g.kind = 'maker' THEN g.id END,
                                              t.maker_id, CASE WHEN t.kind = 'maker' THEN t.id END)`;

/** Shipments on the road for longer than the threshold that no flag speaks of yet. */
export const staleShipments = (sql: Sql, now: Date, warnDays: number): Promise<StaleShipment[]> =>
  sql.rows<StaleShipment & Record<string, unknown>>(
    `SELECT ${shipments('su.closed_at IS NULL')}
      WHERE s.status = 'in_transit'
        AND s.created_at <= $1::timestamptz - make_interval(secs => 86400 * ${threshold('K09', 'warnDays', '$2', 'm.id')})
        AND NOT EXISTS (SELECT FROM flag_source x
                         WHERE x.rule = 'K09' AND x.subject = 'shipment:' || s.id AND x.source = s.id::text)
      ORDER BY s.created_at LIMIT ${MOST_IN_STEP}`,
    [now, warnDays],
  );

export interface KeptCore {
  readonly id: string;
  readonly removedAt: Date;
  readonly serial: string;
  readonly partNumber: string;
  readonly partId: PartId;
  readonly makerId: OrganisationId;
  readonly workshopId: OrganisationId;
}

/** Old parts `c` that are the maker's, out of the hands of the workshop of the order `o`. */
export const cores = `
            c.id, c.recorded_at AS "removedAt", u.serial, p.part_number AS "partNumber", p.id AS "partId",
            u.maker_id AS "makerId", o.workshop_id AS "workshopId"
       FROM old_part c
       JOIN unit u ON u.id = c.unit_id
       JOIN part p ON p.id = u.part_id
       JOIN repair_order o ON o.id = c.order_id
      WHERE c.outcome IN ('core_return', 'warranty_return') AND c.unit_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM old_part e WHERE e.order_id = c.order_id AND e.unit_id = c.unit_id
                           AND (e.recorded_at, e.id) < (c.recorded_at, c.id))`;

/** Old parts that are the maker's, still in the workshop's hands after the threshold, and flagged by nobody yet. */
export const keptCores = (sql: Sql, now: Date, warnDays: number): Promise<KeptCore[]> =>
  sql.rows<KeptCore & Record<string, unknown>>(
    `SELECT ${cores}
        AND u.state IN ('core_return', 'warranty_return') AND u.custodian_id = o.workshop_id
        AND NOT EXISTS (SELECT FROM shipment_unit su WHERE su.unit_id = u.id AND su.closed_at IS NULL)
        AND c.recorded_at <= $1::timestamptz - make_interval(secs => 86400 * ${threshold('Q05', 'warnDays', '$2', 'u.maker_id')})
        AND NOT EXISTS (SELECT FROM flag_source x
                         WHERE x.rule = 'Q05' AND x.subject = 'core:' || c.id AND x.source = c.id::text)
      ORDER BY c.recorded_at LIMIT ${MOST_IN_STEP}`,
    [now, warnDays],
  );

export interface LateComplaint {
  readonly number: string;
  readonly dueAt: Date;
  readonly makerId: OrganisationId | null;
  readonly workshopId: OrganisationId | null;
  readonly orderId: RepairOrderId | null;
}

/** Disputes and complaints that nobody has answered in time: new ones, and those that are late enough for the maker. */
export const lateComplaints = (sql: Sql, now: Date, escalateDays: number): Promise<LateComplaint[]> =>
  sql.rows<LateComplaint & Record<string, unknown>>(
    `SELECT c.number, c.due_at AS "dueAt", c.maker_id AS "makerId", c.workshop_id AS "workshopId", c.order_id AS "orderId"
       FROM case_file c
       LEFT JOIN flag_source x ON x.rule = 'U04' AND x.subject = 'case:' || c.number AND x.source = c.number
      WHERE c.status = 'open' AND c.kind <> 'investigation' AND c.due_at < $1
        AND (x.level IS NULL OR x.level < 4
             AND c.due_at <= $1::timestamptz - make_interval(secs => 86400 * ${threshold('U04', 'escalateDays', '$2', 'c.maker_id')}))
      ORDER BY c.due_at LIMIT ${MOST_IN_STEP}`,
    [now, escalateDays],
  );
