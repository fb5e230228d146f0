import type { Sql } from '../database/database.ts';
import type { RecordedFitting } from './line-ledger.query.ts';
import type { OrganisationId, PartId, RepairOrderId, UnitId } from '../kernel/identifiers.ts';
import { newId } from '../kernel/identifiers.ts';
import type { OldPartOutcome } from './fitting.dto.ts';

export interface FittingToWrite {
  readonly id: string;
  readonly orderId: RepairOrderId;
  readonly line: number;
  readonly unitId: UnitId | null;
  readonly partId: PartId | null;
  readonly lot: string | null;
  readonly withoutCodeReason: string | null;
  readonly quantity: number;
  readonly vinScanned: string | null;
  readonly vehicleVin: string;
  readonly position: string | null;
  readonly odometer: number | null;
  readonly supersession: unknown;
  readonly reason: string | null;
  readonly technicianId: string;
  readonly fittedAt: Date;
  readonly recordedAt: Date;
}

export async function insertFitting(sql: Sql, fitting: FittingToWrite): Promise<void> {
  await sql.run(
    `INSERT INTO fitting (id, order_id, line, unit_id, part_id, lot, without_code_reason, quantity, vin_scanned, vehicle_vin,
                          position, odometer, supersession, reason, technician_id, fitted_at, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      fitting.id,
      fitting.orderId,
      fitting.line,
      fitting.unitId,
      fitting.partId,
      fitting.lot,
      fitting.withoutCodeReason,
      fitting.quantity,
      fitting.vinScanned,
      fitting.vehicleVin,
      fitting.position,
      fitting.odometer,
      fitting.supersession === null ? null : JSON.stringify(fitting.supersession),
      fitting.reason,
      fitting.technicianId,
      fitting.fittedAt,
      fitting.recordedAt,
    ],
  );
}

/** Closes the open allocation of a unit that is being fitted, or writes one that was opened and closed at once. */
export async function closeAllocation(sql: Sql, unitId: UnitId, as: 'fitted' | 'returned', at: Date): Promise<boolean> {
  const closed = await sql.run(
    'UPDATE allocation SET closed_at = $3, closed_as = $2 WHERE unit_id = $1 AND closed_at IS NULL',
    [unitId, as, at],
  );
  return closed === 1;
}

export async function openAllocation(
  sql: Sql,
  allocation: { unitId: UnitId; orderId: RepairOrderId; line: number; by: string; at: Date },
): Promise<void> {
  await sql.run(
    'INSERT INTO allocation (id, unit_id, order_id, line, allocated_by, allocated_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [newId(), allocation.unitId, allocation.orderId, allocation.line, allocation.by, allocation.at],
  );
}

export async function insertOldPart(
  sql: Sql,
  oldPart: {
    id: string;
    orderId: RepairOrderId;
    line: number;
    fittingId: string | null;
    unitId: UnitId | null;
    outcome: OldPartOutcome;
    note: string | null;
    by: string;
    at: Date;
  },
): Promise<void> {
  await sql.run(
    `INSERT INTO old_part (id, order_id, line, fitting_id, unit_id, outcome, note, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      oldPart.id,
      oldPart.orderId,
      oldPart.line,
      oldPart.fittingId,
      oldPart.unitId,
      oldPart.outcome,
      oldPart.note,
      oldPart.by,
      oldPart.at,
    ],
  );
}

/** The receipt that nobody recorded before the unit was fitted: its shipment shows it as arrived, and it is out of its carton. */
export async function receiveOnTheWay(sql: Sql, unitId: UnitId, workshopId: OrganisationId, at: Date): Promise<void> {
  await sql.run(
    `UPDATE shipment_unit su SET received_at = $3, closed_at = $3 FROM shipment s
      WHERE su.unit_id = $1 AND su.closed_at IS NULL AND s.id = su.shipment_id AND s.to_id = $2`,
    [unitId, workshopId, at],
  );
  await sql.run('UPDATE carton_unit SET unpacked_at = $2 WHERE unit_id = $1 AND unpacked_at IS NULL', [unitId, at]);
  await sql.run(
    `UPDATE shipment s SET status = 'received', received_at = $3
      WHERE s.to_id = $2 AND s.status = 'in_transit'
        AND EXISTS (SELECT FROM shipment_unit su WHERE su.shipment_id = s.id AND su.unit_id = $1)
        AND NOT EXISTS (SELECT FROM shipment_unit su WHERE su.shipment_id = s.id AND su.closed_at IS NULL)`,
    [unitId, workshopId, at],
  );
}

/** What the vehicle carries of a part now, by the orders of this workshop that are still open. */
export async function occupiedPositions(
  sql: Sql,
  orderId: RepairOrderId,
  partNumbers: readonly string[],
): Promise<{ line: number; position: string | null; quantity: number }[]> {
  return sql.rows(
    `SELECT f.line, f.position, f.quantity FROM fitting f JOIN part p ON p.id = f.part_id
      WHERE f.order_id = $1 AND f.undone_at IS NULL AND f.removed_at IS NULL AND p.part_number = ANY ($2::text[])`,
    [orderId, partNumbers],
  );
}

export interface OldUnit {
  readonly unitId: UnitId;
  readonly serial: string;
  readonly partNumber: string;
  readonly fittingId: string | null;
  /** In this car now. */
  readonly isFittedHere: boolean;
  /** Taken out of this car by this very order, so that it may be told as what another part replaced. */
  readonly isOutHere: boolean;
  /** It is the old part of another fitting on this order already. */
  readonly isTold: boolean;
}

/**
 * The unit of an old part's label, and whether it is the one that this vehicle carried. Locks it.
 * @param fittingId the fitting that it is told of, where that is on record already
 */
export async function oldUnitOf(
  sql: Sql,
  { gtin, serial }: { readonly gtin: string | null; readonly serial: string },
  {
    order,
    fittingId,
  }: { readonly order: { readonly id: RepairOrderId; readonly vin: string }; readonly fittingId: string | null },
): Promise<OldUnit | null> {
  const row = await sql.first<OldUnit>(
    `SELECT u.id AS "unitId", u.serial, p.part_number AS "partNumber", f.id AS "fittingId",
            coalesce(f.vehicle_vin = $3 AND f.removed_at IS NULL, false) AS "isFittedHere",
            coalesce(f.vehicle_vin = $3 AND f.removed_by_order = $4, false) AS "isOutHere",
            EXISTS (SELECT FROM old_part t JOIN fitting n ON n.id = t.fitting_id
                     WHERE t.order_id = $4 AND t.unit_id = u.id AND n.undone_at IS NULL
                       AND n.id IS DISTINCT FROM $5::uuid) AS "isTold"
       FROM unit u JOIN part p ON p.id = u.part_id
       LEFT JOIN LATERAL (
         SELECT f.id, f.vehicle_vin, f.removed_at, f.removed_by_order FROM fitting f
          WHERE f.unit_id = u.id AND f.undone_at IS NULL AND (f.removed_at IS NULL OR f.removed_by_order = $4)
          ORDER BY f.fitted_at DESC LIMIT 1) f ON true
      WHERE u.serial = $2 AND ($1::text IS NULL OR u.gtin = $1) FOR UPDATE OF u`,
    [gtin, serial, order.vin, order.id, fittingId],
  );
  return row ?? null;
}

export const activeFittings = (fittings: readonly RecordedFitting[]): readonly RecordedFitting[] =>
  fittings.filter((fitting) => fitting.undoneAt === null && fitting.removedAt === null);
