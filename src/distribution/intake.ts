import type { Sql } from '../database/database.ts';
import { recordSteps, type Deed } from '../units/ledger.ts';
import type { Arrived } from './arrivals.ts';
import type { Inspected } from './inspections.ts';
import type { ShipmentRow, ShippedUnit } from './shipment-rows.ts';
import { onArrival } from './shipping-terms.ts';

/** Puts what arrived into the consignee's hands. */
export async function takeIn(
  sql: Sql,
  deed: Deed,
  { id, kind, toId }: ShipmentRow,
  arrived: readonly Arrived[],
  inspected: readonly Inspected[],
): Promise<void> {
  if (arrived.length === 0) return;
  const ids = arrived.map(({ unit }) => unit.id);
  await recordSteps(
    sql,
    deed,
    arrived.map(({ unit }) => ({
      unitId: unit.id,
      type: kind === 'return_old' ? 'received_old' : 'received',
      from: unit.state,
      to: onArrival(unit.state, kind),
      custodianId: toId,
      reference: id,
    })),
  );
  await recordInspections(sql, deed, id, inspected);
  await sql.run(
    'UPDATE shipment_unit SET received_at = $3, closed_at = $3 WHERE shipment_id = $1 AND unit_id = ANY ($2::bigint[])',
    [id, ids, deed.at],
  );
  // Whoever counts a carton opens it.
  await sql.run('UPDATE carton_unit SET unpacked_at = $2 WHERE unit_id = ANY ($1::bigint[]) AND unpacked_at IS NULL', [
    ids,
    deed.at,
  ]);
}

async function recordInspections(sql: Sql, deed: Deed, id: string, inspected: readonly Inspected[]): Promise<void> {
  if (inspected.length === 0) return;
  const details = inspected.map(({ isAsNew, note }) => ({ isAsNew, ...(note === null ? {} : { note }) }));
  await recordSteps(
    sql,
    deed,
    inspected.map(({ unit }, index) => ({
      unitId: unit.id,
      type: 'inspected',
      from: 'in_stock',
      to: 'in_stock',
      reference: id,
      detail: details[index]!,
    })),
  );
  await sql.run(
    `UPDATE shipment_unit su SET inspection = seen.inspection
       FROM unnest($2::bigint[], $3::jsonb[]) AS seen(unit_id, inspection)
      WHERE su.shipment_id = $1 AND su.unit_id = seen.unit_id`,
    [id, inspected.map(({ unit }) => unit.id), details.map((detail) => JSON.stringify(detail))],
  );
}

/** What did not come. */
export interface Rest {
  readonly open: readonly ShippedUnit[];
  /** Told to be short by this very receipt. */
  readonly newlyShort: readonly ShippedUnit[];
}

/** Closes the receipt, if asked to or if nothing is left. The rest is then short, and may still arrive. */
export async function leaveRest(
  sql: Sql,
  deed: Deed,
  { id }: ShipmentRow,
  open: readonly ShippedUnit[],
  isClosing: boolean,
): Promise<Rest> {
  if (!isClosing && open.length > 0) return { open, newlyShort: [] };
  await sql.run(
    'UPDATE shipment_unit SET short_at = $2 WHERE shipment_id = $1 AND closed_at IS NULL AND short_at IS NULL',
    [id, deed.at],
  );
  await sql.run(`UPDATE shipment SET status = 'received', received_at = $2 WHERE id = $1 AND status = 'in_transit'`, [
    id,
    deed.at,
  ]);
  return { open, newlyShort: open.filter(({ isShort }) => !isShort) };
}
