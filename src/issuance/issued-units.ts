import type { Tx } from '../database/database.ts';
import type { UnitId } from '../kernel/identifiers.ts';
import { type Deed, recordSteps, type UnitEventType, type UnitStep } from '../units/ledger.ts';
import { advance, type UnitState } from '../units/unit-lifecycle.ts';
import type { OrdinalRange } from './batch.ts';

/** Units moved in one transaction: enough to make its cost small, few enough that nobody waits long for their locks. */
export const STEP = 1_000;

export interface MovedUnits {
  readonly moved: number;
  /** Where to go on; `null` when no unit of the range is `issued` any more. */
  readonly rest: OrdinalRange | null;
}

/**
 * Takes the next {@link STEP} units of the range that are still `issued` to another state. Units that have moved on are
 * passed over, so doing it again does only what is left.
 */
export async function moveIssued(
  tx: Tx,
  batchId: string,
  range: OrdinalRange,
  deed: Deed,
  step: { readonly type: UnitEventType; readonly to: UnitState; readonly detail?: UnitStep['detail'] },
): Promise<MovedUnits> {
  const units = await tx.rows<{ id: UnitId; ordinal: number }>(
    `SELECT id, ordinal FROM unit
      WHERE batch_id = $1 AND ordinal BETWEEN $2 AND $3 AND state = 'issued'
      ORDER BY ordinal LIMIT $4 FOR UPDATE`,
    [batchId, range.from, range.to, STEP],
  );
  const to = advance('issued', step.to);
  await recordSteps(
    tx,
    deed,
    units.map(({ id }) => ({ ...step, unitId: id, from: 'issued', to, reference: batchId })),
  );
  const isLast = units.length < STEP;
  return { moved: units.length, rest: isLast ? null : { from: units.at(-1)!.ordinal + 1, to: range.to } };
}
