import type { NamedStatement, Sql } from '../database/database.ts';
import type { OrderFacts, ScanEvidence, UnitFacts } from '../flags/evidence.ts';
import { policiesOf, type PolicyRows } from '../flags/policies.ts';
import type { Policies } from '../flags/rule.ts';
import type { OrganisationId, PartId, RepairOrderId, UnitId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { HoldKind, UnitState } from '../units/unit-lifecycle.ts';
import { orderOf, orderFactsJson, type OrderJson } from './order-facts.query.ts';

/** Everything that the records say about one reading of a label, in one round trip. */
export interface Records {
  readonly unit: RegisteredUnit | null;
  readonly order: OrderFacts | null;
  readonly twinAt: Date | null;
  readonly elsewhere: ScanEvidence['elsewhere'];
  readonly otherDevices: readonly Date[];
  readonly unknownSightings: number;
  /** What was stored under this scan id before. */
  readonly earlier: { readonly contentHash: Buffer | null; readonly verdict: unknown } | null;
  readonly isCounterBack: boolean;
  /** Whose number is printed, where the register has no such unit: by the part's GTIN, else by the maker's prefix. */
  readonly printedMaker: { readonly makerId: OrganisationId; readonly partId: PartId | null } | null;
  readonly policies: Policies;
}

/** A unit's facts and what only the label check and the answer need. */
export interface RegisteredUnit extends UnitFacts {
  readonly name: Words;
  readonly lastSeq: number;
  readonly batchLot: string | null;
  readonly signature: Buffer;
  readonly key: { readonly kid: string; readonly isRevoked: boolean; readonly cutOffAt: Date | null };
  /** The row's state and custodian now, where `state` and `custodianId` are as of the scan. */
  readonly currentState: UnitState;
  readonly currentCustodianId: OrganisationId;
  /** The ledger says how it stood at the scan's own time. */
  readonly isAsOf: boolean;
}

export interface RecordsWanted {
  /** `null` when somebody typed only the serial. */
  readonly gtin: string | null;
  readonly serial: string | null;
  readonly orderNumber: string | null;
  readonly organisationId: OrganisationId | null;
  readonly actorId: string | null;
  readonly purpose: string;
  readonly scanId: string;
  readonly scannedAt: Date;
  /** The records as they stood at `scannedAt`, for a scan that arrives late; otherwise as they stand. */
  readonly asOfScan: boolean;
  /** Minutes around `scannedAt` in which the same scan again is a twin. */
  readonly twinMinutes: number;
  readonly device: string | null;
  /** Only a reading with a place is measured against the one before it. */
  readonly hasPlace: boolean;
  /** The device's own running number of this scan; it never goes back on an honest device. */
  readonly counter: number | null;
}

/** A late scan sees what had happened by its own time; any other one everything that has. */
const byThen = (column: string): string => `(NOT asked."asOfScan" OR ${column} <= asked."scannedAt")`;
const openThen = (column: string): string =>
  `(${column} IS NULL OR asked."asOfScan" AND ${column} > asked."scannedAt")`;

/** A late scan sees an order as it stood before it was invoiced. */
const STATUS_THEN = `CASE WHEN asked."asOfScan" AND o.invoiced_at > asked."scannedAt" THEN 'in_progress' ELSE o.status END`;

/** Readings of one unit that are looked at for its devices: a flood of them must not cost a scan its second. */
const MOST_READINGS = 200;

// The planner keeps this once per connection. Correlated look-ups by primary key cost less than joins that must be grouped
// again, and every one of them names the unit. LIMIT 1 also keeps the planner, which cannot know how many readings are asked
// about, from joining whole tables for what mostly is one.
const RECORDS: NamedStatement = {
  name: 'records-of-readings',
  text: `
SELECT asked.n, u.id, u.gtin, u.serial, u.models, u.maker_id, u.part_id, u.lot, u.state, u.custodian_id, u.issued_at, u.expires_on::text,
       u.last_seq, u.signature, u.kid, u.part_number, u.class, u.name_zh, u.name_en, u.registered_by, u.batch_lot,
       u.is_key_revoked, u.cut_off,
       CASE WHEN asked."asOfScan" THEN (
         SELECT json_build_object('state', e.to_state, 'custodianId', e.custodian_id)
           FROM unit_event e WHERE e.unit_id = u.id AND e.at <= asked."scannedAt" ORDER BY e.seq DESC LIMIT 1) END AS as_of,
       ARRAY(SELECT h.kind FROM unit_hold h WHERE h.unit_id = u.id AND h.cleared_at IS NULL) AS holds,
       CASE WHEN asked."asOfScan" THEN ARRAY(
         SELECT h.kind FROM unit_hold h WHERE h.unit_id = u.id AND h.placed_at <= asked."scannedAt"
            AND (h.cleared_at IS NULL OR h.cleared_at > asked."scannedAt")) END AS holds_then,
       (SELECT json_build_object('fromId', s.from_id, 'toId', s.to_id, 'since', s.created_at)
          FROM shipment_unit su JOIN shipment s ON s.id = su.shipment_id
         WHERE su.unit_id = u.id AND ${openThen('su.closed_at')} AND ${byThen('s.created_at')}
         ORDER BY s.created_at DESC LIMIT 1) AS transit,
       (SELECT json_agg(json_build_object('toId', s.to_id,
                 'received', su.received_at IS NOT NULL AND ${byThen('su.received_at')}) ORDER BY s.created_at)
          FROM shipment_unit su JOIN shipment s ON s.id = su.shipment_id
         WHERE su.unit_id = u.id AND s.status <> 'voided' AND ${byThen('s.created_at')}) AS shipments,
       (SELECT json_build_object('orderId', a.order_id, 'line', a.line, 'workshopId', ao.workshop_id)
          FROM allocation a JOIN repair_order ao ON ao.id = a.order_id
         WHERE a.unit_id = u.id AND ${openThen('a.closed_at')} AND ${byThen('a.allocated_at')}
         ORDER BY a.allocated_at DESC LIMIT 1) AS allocation,
       (SELECT json_build_object('orderId', f.order_id, 'line', f.line, 'workshopId', fo.workshop_id, 'vin', f.vehicle_vin,
                                 'fittedAt', f.fitted_at)
          FROM fitting f JOIN repair_order fo ON fo.id = f.order_id
         WHERE f.unit_id = u.id AND ${openThen('f.undone_at')} AND ${byThen('f.fitted_at')}
         ORDER BY f.fitted_at DESC LIMIT 1) AS fitting,
       (SELECT json_build_object('number', r.number) FROM recall r
         WHERE r.part_id = u.part_id AND ${openThen('r.closed_at')} AND ${byThen('r.opened_at')}
           AND (r.lot IS NULL OR r.lot = u.lot) LIMIT 1) AS recall,
       (SELECT json_build_object('sscc', c.sscc, 'ownerId', c.organisation_id)
          FROM carton_unit cu JOIN carton c ON c.sscc = cu.sscc
         WHERE cu.unit_id = u.id AND ${openThen('cu.unpacked_at')} AND ${byThen('c.sealed_at')} AND c.sealed_at IS NOT NULL
         LIMIT 1) AS carton,
       (SELECT max(t.printed_at) FROM label_reprint t
         WHERE t.batch_id = u.batch_id AND u.ordinal BETWEEN t.from_ordinal AND t.to_ordinal AND ${byThen('t.printed_at')})
         AS reprinted_at,
       CASE WHEN asked."hasPlace" THEN (
         SELECT json_build_object('at', s.scanned_at, 'latitude', s.latitude, 'longitude', s.longitude) FROM scan s
          WHERE s.unit_id = u.id AND s.latitude IS NOT NULL AND s.organisation_id IS NOT NULL AND s.id <> asked."scanId"
            AND s.scanned_at <= asked."scannedAt" ORDER BY s.scanned_at DESC LIMIT 1) END AS elsewhere,
       CASE WHEN asked."actorId" IS NOT NULL THEN ARRAY(
         SELECT max(r.scanned_at) FROM (
           SELECT s.scanned_at, coalesce(s.device, s.actor_id::text) AS device, s.organisation_id FROM scan s
            WHERE s.unit_id = u.id AND s.scanned_at BETWEEN asked."scannedAt" - interval '7 days' AND asked."scannedAt"
            ORDER BY s.scanned_at DESC LIMIT ${MOST_READINGS}) r
          WHERE r.organisation_id IS NOT NULL AND r.device <> coalesce(asked.device, asked."actorId"::text)
          GROUP BY r.device) END AS other_devices,
       CASE WHEN u.id IS NULL AND asked.serial IS NOT NULL THEN (
         SELECT count(DISTINCT coalesce(s.organisation_id::text, 'anybody'))
           FROM scan s WHERE s.serial = asked.serial AND (asked.gtin IS NULL OR s.gtin = asked.gtin) AND s.unit_id IS NULL
            AND s.id <> asked."scanId" AND ${byThen('s.scanned_at')}) END AS unknown_sightings,
       CASE WHEN u.id IS NULL AND asked.gtin IS NOT NULL THEN coalesce(
         (SELECT json_build_object('makerId', n.maker_id, 'partId', n.id)
            FROM part_gtin k JOIN part n ON n.id = k.part_id WHERE k.gtin = asked.gtin),
         (SELECT json_build_object('makerId', g.id, 'partId', NULL) FROM organisation g
           WHERE g.kind = 'maker' AND substr(asked.gtin, 2, length(g.gs1_prefix)) = g.gs1_prefix LIMIT 1)) END AS printed_maker,
       (SELECT max(s.scanned_at) FROM scan s
         WHERE s.unit_id = u.id AND s.actor_id = asked."actorId" AND s.purpose = asked.purpose AND s.id <> asked."scanId"
           AND s.order_id IS NOT DISTINCT FROM o.id
           AND s.scanned_at BETWEEN asked."scannedAt" - make_interval(mins => asked."twinMinutes")
                                AND asked."scannedAt" + make_interval(mins => asked."twinMinutes"))
         AS twin_at,
       CASE WHEN asked.counter IS NOT NULL THEN EXISTS (
         SELECT FROM scan s WHERE s.device = asked.device AND s.organisation_id = asked."organisationId"
            AND s.id <> asked."scanId" AND s.device_counter >= asked.counter AND s.scanned_at < asked."scannedAt") END AS is_counter_back,
       (SELECT json_build_object('contentHash', encode(s.content_hash, 'hex'), 'verdict', s.verdict) FROM scan s
         WHERE s.id = asked."scanId") AS earlier,
       (SELECT json_agg(json_build_object('rule', y.rule, 'is_on', y.is_on, 'level', y.level, 'thresholds', y.thresholds))
          FROM rule_policy y WHERE y.maker_id = u.maker_id) AS policies,
       CASE WHEN o.id IS NOT NULL THEN ${orderFactsJson(STATUS_THEN)} END AS repair_order
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
           FROM repair_order o WHERE o.workshop_id = asked."organisationId" AND o.number = asked."orderNumber" LIMIT 1) o ON true`,
};

interface Row {
  id: UnitId | null;
  gtin: string;
  serial: string;
  maker_id: OrganisationId;
  part_id: PartId;
  lot: string | null;
  state: UnitState;
  custodian_id: OrganisationId;
  issued_at: Date;
  expires_on: string | null;
  last_seq: number;
  signature: Buffer;
  kid: string;
  part_number: string;
  class: string;
  name_zh: string;
  name_en: string;
  models: string[];
  registered_by: OrganisationId;
  batch_lot: string | null;
  is_key_revoked: boolean | null;
  cut_off: Date | null;
  as_of: { state: UnitState; custodianId: OrganisationId } | null;
  holds: HoldKind[];
  holds_then: HoldKind[] | null;
  transit: { fromId: OrganisationId; toId: OrganisationId; since: string } | null;
  shipments: { toId: OrganisationId; received: boolean }[] | null;
  allocation: { orderId: RepairOrderId; line: number; workshopId: OrganisationId } | null;
  fitting: { orderId: RepairOrderId; line: number; workshopId: OrganisationId; vin: string; fittedAt: string } | null;
  recall: { number: string } | null;
  carton: UnitFacts['carton'];
  reprinted_at: Date | null;
  elsewhere: { at: string; latitude: number; longitude: number } | null;
  other_devices: Date[] | null;
  unknown_sightings: string | null;
  printed_maker: Records['printedMaker'];
  twin_at: Date | null;
  is_counter_back: boolean | null;
  earlier: { contentHash: string | null; verdict: unknown } | null;
  policies: PolicyRows;
  repair_order: OrderJson | null;
}

export async function recordsOf(sql: Sql, wanted: RecordsWanted): Promise<Records> {
  const row = (await sql.shared<Row>(RECORDS, wanted))!;
  return {
    unit: unitOf(row),
    order: row.repair_order && orderOf(row.repair_order),
    printedMaker: row.printed_maker,
    twinAt: row.twin_at,
    elsewhere: row.elsewhere && { ...row.elsewhere, at: new Date(row.elsewhere.at) },
    otherDevices: row.other_devices ?? [],
    unknownSightings: Number(row.unknown_sightings ?? 0),
    earlier: row.earlier && {
      contentHash: row.earlier.contentHash === null ? null : Buffer.from(row.earlier.contentHash, 'hex'),
      verdict: row.earlier.verdict,
    },
    isCounterBack: row.is_counter_back ?? false,
    policies: policiesOf(row.policies),
  };
}

function unitOf(row: Row): RegisteredUnit | null {
  if (row.id === null) return null;
  const shipments = row.shipments ?? [];
  return {
    id: row.id,
    gtin: row.gtin,
    serial: row.serial,
    makerId: row.maker_id,
    partId: row.part_id,
    partNumber: row.part_number,
    partClass: row.class,
    name: { zh: row.name_zh, en: row.name_en },
    models: row.models,
    lot: row.lot,
    batchLot: row.batch_lot,
    state: row.as_of?.state ?? row.state,
    custodianId: row.as_of?.custodianId ?? row.custodian_id,
    isAsOf: row.as_of !== null,
    currentState: row.state,
    currentCustodianId: row.custodian_id,
    registeredById: row.registered_by,
    issuedAt: row.issued_at,
    expiresOn: row.expires_on,
    lastSeq: row.last_seq,
    holds: row.holds,
    holdsThen: row.holds_then ?? row.holds,
    transit: row.transit && { ...row.transit, since: new Date(row.transit.since) },
    consignedTo: shipments.map((shipment) => shipment.toId),
    receivedBy: shipments.filter((shipment) => shipment.received).map((shipment) => shipment.toId),
    allocation: row.allocation,
    fitting: row.fitting && { ...row.fitting, fittedAt: new Date(row.fitting.fittedAt) },
    recall: row.recall,
    carton: row.carton,
    reprintedAt: row.reprinted_at,
    signature: row.signature,
    key: { kid: row.kid, isRevoked: row.is_key_revoked ?? false, cutOffAt: row.cut_off },
  };
}
