import { cores, shipments } from './overdue.query.ts';

/** A matter as it stood in a stretch of the past: until when it was open in it. */
export type Past<Thing> = Thing & { readonly openUntil: Date };

const openIn = (things: string): string => `
  SELECT x.*, least(x."endedAt", $3::timestamptz) AS "openUntil" FROM (${things}) x
   WHERE x."endedAt" IS NULL OR x."endedAt" > $2`;

/** Statements for whatever of a maker ($1) was open at some time after $2 and until $3, under any threshold. */
export const OPEN_IN_THE_PAST = {
  shipments: openIn(`
    SELECT CASE s.status WHEN 'in_transit' THEN NULL ELSE coalesce(s.voided_at, s.received_at) END AS "endedAt",
           ${shipments('(su.closed_at IS NULL OR su.closed_at > $3)')}
     WHERE m.id = $1 AND s.created_at <= $3`),
  // It left with the first shipment that was not called back, or became whatever else the ledger says.
  cores: openIn(`
    SELECT least((SELECT min(h.created_at) FROM shipment_unit su JOIN shipment h ON h.id = su.shipment_id
                   WHERE su.unit_id = c.unit_id AND h.created_at > c.recorded_at AND h.voided_at IS NULL),
                 (SELECT min(e.recorded_at) FROM unit_event e
                   WHERE e.unit_id = c.unit_id AND e.recorded_at > c.recorded_at
                     AND (e.to_state NOT IN ('core_return', 'warranty_return') OR e.custodian_id <> o.workshop_id)))
             AS "endedAt",
           ${cores} AND u.maker_id = $1 AND c.recorded_at <= $3`),
  // Each time that the owner declines, the days in which to answer begin anew: $4 has them by kind.
  complaints: openIn(`
    SELECT c.number, d.at + make_interval(secs => 86400 * ($4::jsonb ->> c.kind)::int) AS "dueAt",
           c.maker_id AS "makerId", c.workshop_id AS "workshopId", c.order_id AS "orderId",
           least((SELECT min(e.at) FROM case_entry e
                   WHERE e.case_number = c.number AND e.kind IN ('answer', 'call_back') AND e.at >= d.at), c.closed_at)
             AS "endedAt"
      FROM case_file c
     CROSS JOIN LATERAL (SELECT c.opened_at AS at
                         UNION ALL SELECT e.at FROM case_entry e WHERE e.case_number = c.number AND e.kind = 'declined') d
     WHERE c.maker_id = $1 AND c.kind <> 'investigation' AND d.at <= $3`),
} as const;
