import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { UnitState } from '../units/unit-lifecycle.ts';
import type { ShipmentKind } from './network.ts';
import type { ShipmentStatus } from './shipment-status.ts';

interface Party {
  readonly code: string;
  readonly name: Words;
}

export interface ShipmentSummary {
  readonly id: string;
  readonly kind: ShipmentKind;
  readonly status: ShipmentStatus;
  readonly from: Party;
  readonly to: Party;
  readonly reference: string | null;
  readonly createdAt: Date;
  readonly receivedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  /** Units sent, arrived, still on the road, and among these told to be short. */
  readonly shipped: number;
  readonly received: number;
  readonly inTransit: number;
  readonly short: number;
}

export interface ShipmentLine {
  readonly gtin: string;
  readonly serial: string;
  readonly partNumber: string;
  readonly name: Words;
  readonly lot: string | null;
  readonly sscc: string | null;
  /** As it is now for a unit on the road; afterwards what became of it in this shipment is all that is told. */
  readonly state: UnitState | null;
  readonly outcome: 'in_transit' | 'short' | 'received' | 'not_received';
  readonly receivedAt: string | null;
  readonly inspection: { readonly isAsNew: boolean; readonly note?: string } | null;
}

export interface Shipment extends ShipmentSummary {
  readonly units: readonly ShipmentLine[];
}

const PARTY = (o: string) =>
  `json_build_object('code', ${o}.code, 'name', json_build_object('zh', ${o}.name_zh, 'en', ${o}.name_en))`;

const SUMMARY = `
  s.id, s.kind, s.status, ${PARTY('f')} AS "from", ${PARTY('t')} AS "to", s.reference, s.created_at AS "createdAt",
  s.received_at AS "receivedAt", s.voided_at AS "voidedAt", s.void_reason AS "voidReason",
  n.shipped, n.received, n."inTransit", n.short`;

const COUNTS = `
  JOIN organisation f ON f.id = s.from_id JOIN organisation t ON t.id = s.to_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS shipped, count(received_at)::int AS received,
           count(*) FILTER (WHERE closed_at IS NULL)::int AS "inTransit",
           count(*) FILTER (WHERE closed_at IS NULL AND short_at IS NOT NULL)::int AS short
      FROM shipment_unit WHERE shipment_id = s.id) n`;

/** Whose shipments are an organisation's own: a maker's are those of its warehouses too. An array, so that indexes serve it. */
const OWN = (organisation: string) =>
  `ANY (ARRAY(SELECT id FROM organisation WHERE id = ${organisation} OR maker_id = ${organisation}))`;

export interface ShipmentFilter {
  readonly direction?: 'in' | 'out' | undefined;
  readonly status?: ShipmentStatus | undefined;
  readonly beforeId?: string | undefined;
  readonly limit: number;
}

/** Newest first; one row more than `limit` where there is one. */
export function shipments(
  sql: Sql,
  organisationId: OrganisationId,
  { direction, status, beforeId, limit }: ShipmentFilter,
): Promise<ShipmentSummary[]> {
  const sides = { in: ['to_id'], out: ['from_id'] }[direction as 'in' | 'out'] ?? ['from_id', 'to_id'];
  return sql.rows<ShipmentSummary>(
    `SELECT ${SUMMARY}
       FROM (SELECT * FROM shipment s
              WHERE (${sides.map((side) => `s.${side} = ${OWN('$1')}`).join(' OR ')})
                AND ($2::text IS NULL OR s.status = $2) AND ($3::uuid IS NULL OR s.id < $3)
              ORDER BY s.id DESC LIMIT $4) s ${COUNTS}
      ORDER BY s.id DESC`,
    [organisationId, status ?? null, beforeId ?? null, limit + 1],
  );
}

/** With its units; `undefined` when there is none that the organisation sent, receives, or is the maker of. */
export function shipmentInSight(sql: Sql, organisationId: OrganisationId, id: string): Promise<Shipment | undefined> {
  return sql.first<Shipment>(
    `SELECT ${SUMMARY}, (
              SELECT coalesce(json_agg(json_build_object(
                       'gtin', u.gtin, 'serial', u.serial, 'partNumber', p.part_number,
                       'name', json_build_object('zh', p.name_zh, 'en', p.name_en), 'lot', u.lot, 'sscc', su.sscc,
                       'state', CASE WHEN su.closed_at IS NULL THEN u.state END,
                       'outcome', CASE WHEN su.received_at IS NOT NULL THEN 'received'
                                       WHEN su.closed_at IS NOT NULL THEN 'not_received'
                                       WHEN su.short_at IS NOT NULL THEN 'short' ELSE 'in_transit' END,
                       'receivedAt', su.received_at, 'inspection', su.inspection) ORDER BY p.part_number, u.id), '[]')
                FROM shipment_unit su JOIN unit u ON u.id = su.unit_id JOIN part p ON p.id = u.part_id
               WHERE su.shipment_id = s.id) AS units
       FROM shipment s ${COUNTS}
      WHERE s.id = $1 AND (s.from_id = ${OWN('$2')} OR s.to_id = ${OWN('$2')})`,
    [id, organisationId],
  );
}
