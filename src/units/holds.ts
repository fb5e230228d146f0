import type { Sql } from '../database/database.ts';
import type { UnitId } from '../kernel/identifiers.ts';
import type { Deed } from './ledger.ts';
import type { HoldKind } from './unit-lifecycle.ts';

export interface HoldToPlace {
  readonly unitId: UnitId;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly caseNumber?: string;
}

/**
 * Places holds, at most one a unit and call, and writes each into the ledger. A hold of that kind already open is left
 * as it is. Returns the units that were newly held.
 */
export async function placeHolds(sql: Sql, deed: Deed, holds: readonly HoldToPlace[]): Promise<UnitId[]> {
  if (holds.length === 0) return [];
  const placed = await sql.rows<{ unit_id: UnitId }>(
    `WITH wish AS (
       SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS w(unit_id, kind, reason, case_number)
     ), placed AS (
       INSERT INTO unit_hold (id, unit_id, kind, reason, case_number, placed_by, placed_at)
       SELECT gen_random_uuid(), unit_id, kind, reason, case_number, $5, $6 FROM wish
       ON CONFLICT (unit_id, kind) WHERE cleared_at IS NULL DO NOTHING
       RETURNING unit_id, kind, case_number
     ), moved AS (
       UPDATE unit u SET last_seq = last_seq + 1 FROM placed p WHERE u.id = p.unit_id
       RETURNING u.id, u.state, u.custodian_id, u.last_seq
     )
     INSERT INTO unit_event (unit_id, seq, type, from_state, to_state, at, recorded_at, organisation_id, custodian_id,
                             actor_id, reference, detail)
     SELECT m.id, m.last_seq, 'hold_placed', m.state, m.state, $6, $7, $8, m.custodian_id, $5, p.case_number,
            jsonb_build_object('kind', p.kind)
       FROM moved m JOIN placed p ON p.unit_id = m.id
     RETURNING unit_id`,
    [
      holds.map((hold) => hold.unitId),
      holds.map((hold) => hold.kind),
      holds.map((hold) => hold.reason),
      holds.map((hold) => hold.caseNumber ?? null),
      deed.actorId,
      deed.at,
      deed.recordedAt,
      deed.organisationId,
    ],
  );
  return placed.map((row) => row.unit_id);
}
