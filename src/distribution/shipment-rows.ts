import type { Sql } from '../database/database.ts';
import type { OrganisationId, UnitId } from '../kernel/identifiers.ts';
import type { UnitKey } from '../units/unit-lookup.ts';
import type { ShipmentKind } from './network.ts';
import type { ShipmentStatus } from './shipment-status.ts';

export interface ShipmentRow {
  readonly id: string;
  readonly fromId: OrganisationId;
  readonly toId: OrganisationId;
  readonly kind: ShipmentKind;
  readonly status: ShipmentStatus;
  /** Whose parts travel: the maker of the side that sends or receives. */
  readonly makerId: OrganisationId;
  /** The workshop that sends or receives, if one does. */
  readonly workshopId: OrganisationId | null;
}

/** The shipment, if `party` sends or is to receive it, locked until the transaction ends. */
export function lockShipment(sql: Sql, id: string, party: OrganisationId): Promise<ShipmentRow | undefined> {
  return sql.first<ShipmentRow>(
    `SELECT s.id, s.from_id AS "fromId", s.to_id AS "toId", s.kind, s.status,
            coalesce(f.maker_id, t.maker_id, CASE 'maker' WHEN f.kind THEN f.id WHEN t.kind THEN t.id END) AS "makerId",
            CASE 'workshop' WHEN f.kind THEN f.id WHEN t.kind THEN t.id END AS "workshopId"
       FROM shipment s JOIN organisation f ON f.id = s.from_id JOIN organisation t ON t.id = s.to_id
      WHERE s.id = $1 AND $2 IN (s.from_id, s.to_id) FOR UPDATE OF s`,
    [id, party],
  );
}

/** One unit of a shipment. Open: it has neither arrived, nor been voided or lost. */
export interface ShippedUnit extends UnitKey {
  readonly unitId: UnitId;
  readonly gtin: string;
  readonly partNumber: string;
  readonly lot: string | null;
  readonly sscc: string | null;
  readonly isOpen: boolean;
  readonly isReceived: boolean;
  readonly isShort: boolean;
}

export function unitsShipped(sql: Sql, id: string): Promise<ShippedUnit[]> {
  return sql.rows<ShippedUnit>(
    `SELECT su.unit_id AS "unitId", u.gtin, u.serial, p.part_number AS "partNumber", u.lot, su.sscc,
            su.closed_at IS NULL AS "isOpen", su.received_at IS NOT NULL AS "isReceived", su.short_at IS NOT NULL AS "isShort"
       FROM shipment_unit su JOIN unit u ON u.id = su.unit_id JOIN part p ON p.id = u.part_id
      WHERE su.shipment_id = $1 ORDER BY su.unit_id`,
    [id],
  );
}
