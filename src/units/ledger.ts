import type { Actor } from '../auth/actor.ts';
import type { Sql } from '../database/database.ts';
import type { OrganisationId, UnitId } from '../kernel/identifiers.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UnitState } from './unit-lifecycle.ts';

/** What happened to a unit. The names are the trade's; docs/unit-lifecycle.md maps them to EPCIS business steps. */
export type UnitEventType =
  | 'minted'
  | 'commissioned'
  | 'voided'
  | 'shipped'
  | 'received'
  | 'shipment_voided'
  | 'allocated'
  | 'released'
  | 'fitted'
  | 'fitting_undone'
  | 'removed'
  | 'removal_undone'
  | 'old_part'
  | 'received_old'
  | 'hold_placed'
  | 'hold_clearance_proposed'
  | 'hold_cleared'
  | 'reported_missing'
  | 'found'
  | 'inspected'
  | 'relabelled'
  | 'destroyed';

/** One step of one unit. `from` is what the caller saw: if the unit has moved since, nothing is written at all. */
export interface UnitStep {
  readonly unitId: UnitId;
  readonly type: UnitEventType;
  readonly from: UnitState;
  /** The same as `from` for an event that moves nothing, such as a hold. */
  readonly to: UnitState;
  /** Whose hands it is in afterwards; left out when they do not change. */
  readonly custodianId?: OrganisationId;
  /** What caused it, readable by people: shipment id, repair order number, case number. */
  readonly reference?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Who did it, when it happened, and when we learnt of it. */
export interface Deed {
  readonly organisationId: OrganisationId;
  readonly actorId: string | null;
  readonly at: Date;
  readonly recordedAt: Date;
}

/** What this actor does now, and tells us as it happens. */
export const deedOf = (actor: Actor, now: Date): Deed => ({
  organisationId: actor.organisation.id,
  actorId: actor.id,
  at: now,
  recordedAt: now,
});

/** Somebody else moved a unit between our look and our step. */
export class UnitMovedMeanwhile extends Refusal {
  constructor() {
    super('UNIT_MOVED_MEANWHILE', 'conflict', {
      zh: '零件状态刚刚被他人更改，请重新扫描。',
      en: 'Somebody else has just moved this unit. Scan it again.',
    });
  }
}

/**
 * Moves units and writes their ledger in one statement, so that neither can happen alone. At most one step a unit and
 * call. Legality is the caller's to ask of `advance`; this guards only against a unit that moved meanwhile.
 *
 * @throws UnitMovedMeanwhile when any unit is no longer in the state that the caller saw; the transaction must then end.
 */
export async function recordSteps(sql: Sql, deed: Deed, steps: readonly UnitStep[]): Promise<void> {
  if (steps.length === 0) return;
  const written = await sql.rows<{ id: string }>(
    `WITH step AS (
       SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::jsonb[])
         AS s(unit_id, type, from_state, to_state, custodian_id, reference, detail)
     ), moved AS (
       UPDATE unit u
          SET state = s.to_state, custodian_id = coalesce(s.custodian_id, u.custodian_id), last_seq = u.last_seq + 1
         FROM step s
        WHERE u.id = s.unit_id AND u.state = s.from_state
       RETURNING u.id, u.last_seq, u.custodian_id
     )
     INSERT INTO unit_event (unit_id, seq, type, from_state, to_state, at, recorded_at, organisation_id, custodian_id,
                             actor_id, reference, detail)
     SELECT m.id, m.last_seq, s.type, s.from_state, s.to_state, $8, $9, $10, m.custodian_id, $11, s.reference, s.detail
       FROM moved m JOIN step s ON s.unit_id = m.id
     RETURNING unit_id AS id`,
    [
      steps.map((step) => step.unitId),
      steps.map((step) => step.type),
      steps.map((step) => step.from),
      steps.map((step) => step.to),
      steps.map((step) => step.custodianId ?? null),
      steps.map((step) => step.reference ?? null),
      steps.map((step) => (step.detail === undefined ? null : JSON.stringify(step.detail))),
      deed.at,
      deed.recordedAt,
      deed.organisationId,
      deed.actorId,
    ],
  );
  if (written.length !== steps.length) throw new UnitMovedMeanwhile();
}
