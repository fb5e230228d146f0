import type { NamedStatement } from '../database/database.ts';
import { DEVICE_DAYS } from '../flags/rules/velocity.rule.ts';
import { orderFactsJson } from './order-facts.query.ts';

/** A late scan sees what had happened by its own time; any other one everything that has. */
const byThen = (column: string): string => `(NOT asked."asOfScan" OR ${column} <= asked."scannedAt")`;
const openThen = (column: string): string =>
  `(${column} IS NULL OR asked."asOfScan" AND ${column} > asked."scannedAt")`;

/** A late scan sees an order as it stood before it was invoiced. */
const STATUS_THEN = `CASE WHEN asked."asOfScan" AND o.invoiced_at > asked."scannedAt" THEN 'in_progress' ELSE o.status END`;

/** Readings of one unit that are looked at for its devices: a flood of them must not cost a scan its second. */
const MOST_READINGS = 200;

// Correlated look-ups by primary key cost less than joins that must be grouped again, and every one of them names the unit.
// LIMIT 1 also keeps the planner, which cannot know how many readings are asked about, from joining whole tables for what
// mostly is one.
const LOOK_UPS = {
  holds: `ARRAY(SELECT h.kind FROM unit_hold h WHERE h.unit_id = u.id AND h.cleared_at IS NULL) AS holds,
       CASE WHEN asked."asOfScan" THEN ARRAY(
         SELECT h.kind FROM unit_hold h WHERE h.unit_id = u.id AND h.placed_at <= asked."scannedAt"
            AND (h.cleared_at IS NULL OR h.cleared_at > asked."scannedAt")) END AS holds_then`,
  transit: `(SELECT json_build_object('fromId', s.from_id, 'toId', s.to_id, 'since', s.created_at)
          FROM shipment_unit su JOIN shipment s ON s.id = su.shipment_id
         WHERE su.unit_id = u.id AND ${openThen('su.closed_at')} AND ${byThen('s.created_at')}
         ORDER BY s.created_at DESC LIMIT 1) AS transit`,
  shipments: `(SELECT json_agg(json_build_object('toId', s.to_id,
                 'received', su.received_at IS NOT NULL AND ${byThen('su.received_at')}) ORDER BY s.created_at)
          FROM shipment_unit su JOIN shipment s ON s.id = su.shipment_id
         WHERE su.unit_id = u.id AND s.status <> 'voided' AND ${byThen('s.created_at')}) AS shipments`,
  allocation: `(SELECT json_build_object('orderId', a.order_id, 'line', a.line, 'workshopId', ao.workshop_id)
          FROM allocation a JOIN repair_order ao ON ao.id = a.order_id
         WHERE a.unit_id = u.id AND ${openThen('a.closed_at')} AND ${byThen('a.allocated_at')}
         ORDER BY a.allocated_at DESC LIMIT 1) AS allocation`,
  fitting: `(SELECT json_build_object('orderId', f.order_id, 'line', f.line, 'workshopId', fo.workshop_id, 'vin', f.vehicle_vin,
                                 'fittedAt', f.fitted_at)
          FROM fitting f JOIN repair_order fo ON fo.id = f.order_id
         WHERE f.unit_id = u.id AND ${openThen('f.undone_at')} AND ${byThen('f.fitted_at')}
         ORDER BY f.fitted_at DESC LIMIT 1) AS fitting`,
  recall: `(SELECT json_build_object('number', r.number) FROM recall r
         WHERE r.part_id = u.part_id AND ${openThen('r.closed_at')} AND ${byThen('r.opened_at')}
           AND (r.lot IS NULL OR r.lot = u.lot) LIMIT 1) AS recall`,
  carton: `(SELECT json_build_object('sscc', c.sscc, 'ownerId', c.organisation_id)
          FROM carton_unit cu JOIN carton c ON c.sscc = cu.sscc
         WHERE cu.unit_id = u.id AND ${openThen('cu.unpacked_at')} AND ${byThen('c.sealed_at')} AND c.sealed_at IS NOT NULL
         LIMIT 1) AS carton`,
  reprint: `(SELECT max(t.printed_at) FROM label_reprint t
         WHERE t.batch_id = u.batch_id AND u.ordinal BETWEEN t.from_ordinal AND t.to_ordinal AND ${byThen('t.printed_at')})
         AS reprinted_at`,
  elsewhere: `CASE WHEN asked."hasPlace" THEN (
         SELECT json_build_object('at', s.scanned_at, 'latitude', s.latitude, 'longitude', s.longitude) FROM scan s
          WHERE s.unit_id = u.id AND s.latitude IS NOT NULL AND s.organisation_id IS NOT NULL AND s.id <> asked."scanId"
            AND s.scanned_at <= asked."scannedAt" ORDER BY s.scanned_at DESC LIMIT 1) END AS elsewhere`,
  otherDevices: `CASE WHEN asked."actorId" IS NOT NULL THEN ARRAY(
         SELECT max(r.scanned_at) FROM (
           SELECT s.scanned_at, coalesce(s.device, s.actor_id::text) AS device, s.organisation_id FROM scan s
            WHERE s.unit_id = u.id AND s.scanned_at BETWEEN asked."scannedAt" - interval '${DEVICE_DAYS} days' AND asked."scannedAt"
            ORDER BY s.scanned_at DESC LIMIT ${MOST_READINGS}) r
          WHERE r.organisation_id IS NOT NULL AND r.device <> coalesce(asked.device, asked."actorId"::text)
          GROUP BY r.device) END AS other_devices`,
  unknownSightings: `CASE WHEN u.id IS NULL AND asked.serial IS NOT NULL THEN (
         SELECT count(DISTINCT coalesce(s.organisation_id::text, 'anybody'))
           FROM scan s WHERE s.serial = asked.serial AND (asked.gtin IS NULL OR s.gtin = asked.gtin) AND s.unit_id IS NULL
            AND s.id <> asked."scanId" AND ${byThen('s.scanned_at')}) END AS unknown_sightings`,
  twin: `(SELECT max(s.scanned_at) FROM scan s
         WHERE s.unit_id = u.id AND s.actor_id = asked."actorId" AND s.purpose = asked.purpose AND s.id <> asked."scanId"
           AND s.order_id IS NOT DISTINCT FROM o.id
           AND s.scanned_at BETWEEN asked."scannedAt" - make_interval(mins => asked."twinMinutes")
                                AND asked."scannedAt" + make_interval(mins => asked."twinMinutes"))
         AS twin_at`,
  counter: `CASE WHEN asked.counter IS NOT NULL THEN EXISTS (
         SELECT FROM scan s WHERE s.device = asked.device AND s.organisation_id = asked."organisationId"
            AND s.id <> asked."scanId" AND s.device_counter >= asked.counter AND s.scanned_at < asked."scannedAt") END AS is_counter_back`,
  earlier: `(SELECT json_build_object('contentHash', encode(s.content_hash, 'hex'), 'verdict', s.verdict) FROM scan s
         WHERE s.id = asked."scanId") AS earlier`,
  order: `CASE WHEN o.id IS NOT NULL THEN ${orderFactsJson(STATUS_THEN)} END AS repair_order`,
} as const;

/** What may be asked beside the unit itself; each costs a look of its own. */
export type LookUp = keyof typeof LOOK_UPS;
export const ALL_LOOK_UPS = Object.keys(LOOK_UPS) as readonly LookUp[];

const textOf = (lookUps: readonly LookUp[]): string => `
SELECT asked.n, u.id, u.gtin, u.serial, u.models, u.maker_id, u.part_id, u.lot, u.state, u.custodian_id, u.issued_at, u.expires_on::text,
       u.last_seq, u.signature, u.kid, u.part_number, u.class, u.name_zh, u.name_en, u.registered_by, u.batch_lot,
       u.is_key_revoked, u.cut_off,
       CASE WHEN asked."asOfScan" THEN (
         SELECT json_build_object('state', e.to_state, 'custodianId', e.custodian_id)
           FROM unit_event e WHERE e.unit_id = u.id AND e.at <= asked."scannedAt" ORDER BY e.seq DESC LIMIT 1) END AS as_of,
       CASE WHEN u.id IS NULL AND asked.gtin IS NOT NULL THEN coalesce(
         (SELECT json_build_object('makerId', n.maker_id, 'partId', n.id)
            FROM part_gtin k JOIN part n ON n.id = k.part_id WHERE k.gtin = asked.gtin),
         (SELECT json_build_object('makerId', g.id, 'partId', NULL) FROM organisation g
           WHERE g.kind = 'maker' AND substr(asked.gtin, 2, length(g.gs1_prefix)) = g.gs1_prefix LIMIT 1)) END AS printed_maker,
       (SELECT json_agg(json_build_object('rule', y.rule, 'is_on', y.is_on, 'level', y.level, 'thresholds', y.thresholds))
          FROM rule_policy y WHERE y.maker_id = u.maker_id) AS policies${lookUps.map((name) => `,\n       ${LOOK_UPS[name]}`).join('')}
  FROM jsonb_to_recordset($1) AS asked(n int, gtin char(14), serial char(12), "orderNumber" text, "organisationId" uuid,
         "actorId" uuid, purpose text, "scanId" uuid, "scannedAt" timestamptz, "asOfScan" boolean, "twinMinutes" int, "hasPlace" boolean,
         device text, counter bigint)
  LEFT JOIN LATERAL (
         SELECT u.*, p.part_number, p.class, p.name_zh, p.name_en, p.models, b.warehouse_id AS registered_by, b.lot AS batch_lot,
                k.status = 'revoked' AS is_key_revoked, k.cut_off
           FROM unit u
           JOIN part p ON p.id = u.part_id
           LEFT JOIN batch b ON b.id = u.batch_id
           LEFT JOIN signing_key k ON k.kid = u.kid
          WHERE u.serial = asked.serial AND (asked.gtin IS NULL OR u.gtin = asked.gtin) LIMIT 1) u ON true
  LEFT JOIN LATERAL (
         SELECT o.*, (SELECT min(i.issued_at) FROM invoice i WHERE i.order_id = o.id) AS invoiced_at
           FROM repair_order o WHERE o.workshop_id = asked."organisationId" AND o.number = asked."orderNumber" LIMIT 1) o ON true`;

/** What a live scan asks. The planner keeps it once per connection. */
export const ALL_RECORDS: NamedStatement = { name: 'records-of-readings', text: textOf(ALL_LOOK_UPS) };

/** The same with fewer look-ups, for who judges a million readings by one rule that reads little. */
export const recordsStatement = (lookUps: readonly LookUp[]): NamedStatement =>
  lookUps === ALL_LOOK_UPS ? ALL_RECORDS : { name: `records-of-readings:${lookUps.join()}`, text: textOf(lookUps) };
