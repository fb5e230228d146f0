import type { Sql } from '../database/database.ts';
import type { OrganisationId, RepairOrderId, UnitId } from '../kernel/identifiers.ts';
import { recordSteps, type Deed } from '../units/ledger.ts';
import { advance, type UnitState } from '../units/unit-lifecycle.ts';
import type { RemovedPartDto } from './fitting.dto.ts';
import type { OldUnit } from './fitting-records.ts';

/** @param removal `odometer` in km, where it was read */
export async function markRemoved(
  sql: Sql,
  fittingId: string,
  removal: { readonly at: Date; readonly orderId: RepairOrderId; readonly odometer: number | null },
): Promise<void> {
  await sql.run('UPDATE fitting SET removed_at = $2, removed_by_order = $3, removed_odometer = $4 WHERE id = $1', [
    fittingId,
    removal.at,
    removal.orderId,
    removal.odometer,
  ]);
}

/** Takes a fitted unit out of its car: fitted → removed → what became of it. */
export async function takeOut(
  sql: Sql,
  deed: Deed,
  order: { readonly id: RepairOrderId; readonly number: string },
  unit: Pick<OldUnit, 'unitId' | 'fittingId'> & {
    readonly replacedBy: string | null;
    readonly odometer: number | null;
  },
  outcome: Exclude<UnitState, 'fitted'> & RemovedPartDto['outcome'],
): Promise<void> {
  await markRemoved(sql, unit.fittingId!, { at: deed.at, orderId: order.id, odometer: unit.odometer });
  const step = { unitId: unit.unitId, reference: order.number };
  await recordSteps(sql, deed, [
    {
      ...step,
      type: 'removed',
      from: 'fitted',
      to: 'removed',
      custodianId: deed.organisationId,
      detail: { replacedBy: unit.replacedBy },
    },
  ]);
  await recordSteps(sql, deed, [{ ...step, type: 'old_part', from: 'removed', to: outcome }]);
}

/**
 * Takes back what an undone fitting had recorded as taken out for it: by the register, that is in the car again. What went on
 * its way since, or came out by a removal of its own, stays out; the fitting that follows may name it all the same.
 */
export async function putBack(
  sql: Sql,
  deed: Deed,
  order: { readonly id: RepairOrderId; readonly number: string },
  undone: string,
): Promise<void> {
  const units = await sql.rows<{ unitId: UnitId; state: UnitState; fittingId: string; custodianId: OrganisationId }>(
    `SELECT u.id AS "unitId", u.state, f.id AS "fittingId", o.workshop_id AS "custodianId"
       FROM unit u
       JOIN unit_event e ON e.unit_id = u.id AND e.seq = u.last_seq - 1 AND e.type = 'removed'
                        AND e.detail ->> 'replacedBy' = $1::uuid::text
       JOIN fitting f ON f.unit_id = u.id AND f.undone_at IS NULL AND f.removed_by_order = $2
       JOIN repair_order o ON o.id = f.order_id
      WHERE u.id IN (SELECT unit_id FROM old_part WHERE fitting_id = $1::uuid)
      ORDER BY u.id FOR UPDATE OF u`,
    [undone, order.id],
  );
  for (const { unitId, state, fittingId, custodianId } of units) {
    await sql.run(
      'UPDATE fitting SET removed_at = NULL, removed_by_order = NULL, removed_odometer = NULL WHERE id = $1',
      [fittingId],
    );
    const to = advance(state, 'fitted');
    await recordSteps(sql, deed, [
      { unitId, type: 'removal_undone', from: state, to, custodianId, reference: order.number },
    ]);
  }
}
