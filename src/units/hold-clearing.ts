import type { Sql } from '../database/database.ts';
import type { UnitId } from '../kernel/identifiers.ts';
import { recordSteps, type Deed } from './ledger.ts';
import { CLEARED_BY_TWO, type HoldKind } from './unit-lifecycle.ts';
import type { FoundUnit } from './unit-lookup.ts';

/** A hold that still stands. */
export interface OpenHold {
  readonly id: string;
  readonly kind: HoldKind;
  readonly case_number: string | null;
  readonly first_cleared_by: string | null;
}

/** The unit must be locked: holds are placed and cleared under the lock of their unit's row. */
export async function openHold(sql: Sql, unitId: UnitId, kind: HoldKind): Promise<OpenHold | undefined> {
  return sql.first<OpenHold>(
    `SELECT id, kind, case_number, first_cleared_by FROM unit_hold
      WHERE unit_id = $1 AND kind = $2 AND cleared_at IS NULL`,
    [unitId, kind],
  );
}

/** The first of two people agrees; the hold stands until the second one does. */
export async function agreeToClear(
  sql: Sql,
  deed: Deed,
  unit: FoundUnit,
  hold: OpenHold,
  reason: string,
): Promise<void> {
  await sql.run(
    'UPDATE unit_hold SET first_cleared_by = $2, first_cleared_at = $3, first_clearing_reason = $4 WHERE id = $1',
    [hold.id, deed.actorId, deed.at, reason],
  );
  await record(sql, deed, unit, 'hold_clearance_proposed', hold, reason);
}

export async function clear(
  sql: Sql,
  deed: Deed,
  unit: FoundUnit,
  hold: OpenHold,
  why: { readonly reason: string; readonly caseNumber: string | null },
): Promise<void> {
  await sql.run(
    `UPDATE unit_hold SET cleared_by = $2, cleared_at = $3, clearing_reason = $4, clearing_case_number = $5 WHERE id = $1`,
    [hold.id, deed.actorId, deed.at, why.reason, why.caseNumber],
  );
  await record(sql, deed, unit, 'hold_cleared', { ...hold, case_number: why.caseNumber }, why.reason);
}

/** The report of a theft placed this hold, so whoever closes the report clears it too. */
export async function closeReportHold(sql: Sql, deed: Deed, unit: FoundUnit, reason: string): Promise<void> {
  const hold = await openHold(sql, unit.id, 'stolen');
  const state = 'in_stock';
  if (hold) await clear(sql, deed, { ...unit, state }, hold, { reason, caseNumber: hold.case_number });
}

export const needsTwo = (kind: HoldKind): boolean => CLEARED_BY_TWO.includes(kind);

async function record(
  sql: Sql,
  deed: Deed,
  unit: FoundUnit,
  type: 'hold_clearance_proposed' | 'hold_cleared',
  hold: OpenHold,
  reason: string,
): Promise<void> {
  const reference = hold.case_number === null ? {} : { reference: hold.case_number };
  const step = { unitId: unit.id, type, from: unit.state, to: unit.state, detail: { kind: hold.kind, reason } };
  await recordSteps(sql, deed, [{ ...step, ...reference }]);
}
