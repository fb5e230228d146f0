import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../auth/actor.ts';
import { Database, type Sql } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { agreeToClear, clear, needsTwo, openHold, type OpenHold } from './hold-clearing.ts';
import { placeHolds } from './holds.ts';
import { deedOf } from './ledger.ts';
import { END_STATES, type HoldKind } from './unit-lifecycle.ts';
import type { FoundUnit, UnitKey } from './unit-lookup.ts';
import { lockUnitInSight } from './unit-sight.ts';
import {
  caseNotFound,
  caseRequired,
  holdAlreadyOpen,
  holdNotOpen,
  holdNotYours,
  notInYourCustody,
  personNeeded,
  secondPersonNeeded,
  stolenNeedsFound,
  stolenNeedsReport,
  unitEnded,
} from './units.refusals.ts';

/** Holds that people place and clear by hand; those of rules are placed with their finding. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** An analyst may place any hold on the maker's own units, everybody else quarantine what is in their hands. */
  async place(actor: Actor, key: UnitKey, hold: { kind: HoldKind; reason: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      const unit = await lockUnitInSight(tx, actor, key);
      refusePlacing(actor, unit, hold.kind);
      const placed = await placeHolds(tx, deedOf(actor, this.clock.now()), [{ unitId: unit.id, ...hold }]);
      if (placed.length === 0) throw holdAlreadyOpen();
    });
  }

  /**
   * Clears a hold for an analyst with a case: the one named, else the one that the hold came with. Where two people are
   * needed, the first call records the first of them and the hold stands.
   */
  async clear(
    actor: Actor,
    key: UnitKey,
    kind: HoldKind,
    why: { reason: string; case?: string },
  ): Promise<'cleared' | 'proposed'> {
    return this.database.transaction(async (tx) => {
      const unit = await lockUnitInSight(tx, actor, key);
      const hold = await openHold(tx, unit.id, kind);
      if (!hold) throw holdNotOpen(kind);
      if (kind === 'stolen' && unit.state === 'missing') throw stolenNeedsFound();
      const caseNumber = await caseFor(tx, actor, hold, why.case);
      const deed = deedOf(actor, this.clock.now());
      if (needsTwo(kind) && isFirstOfTwo(actor, hold)) {
        await agreeToClear(tx, deed, unit, hold, why.reason);
        return 'proposed';
      }
      await clear(tx, deed, unit, hold, { reason: why.reason, caseNumber });
      return 'cleared';
    });
  }
}

function refusePlacing(actor: Actor, unit: FoundUnit, kind: HoldKind): void {
  if (END_STATES.includes(unit.state)) throw unitEnded();
  if (kind === 'stolen') throw stolenNeedsReport();
  if (hasRole(actor, 'analyst')) return;
  if (kind !== 'quarantine') throw holdNotYours(kind);
  if (unit.custodianId !== actor.organisation.id) throw notInYourCustody();
}

/** @throws Refusal PERSON_NEEDED, SECOND_PERSON_NEEDED */
function isFirstOfTwo(actor: Actor, hold: OpenHold): boolean {
  if (actor.kind !== 'account') throw personNeeded();
  if (hold.first_cleared_by === actor.id) throw secondPersonNeeded();
  return hold.first_cleared_by === null;
}

/** @throws Refusal CASE_REQUIRED, CASE_NOT_FOUND */
async function caseFor(sql: Sql, actor: Actor, hold: OpenHold, named: string | undefined): Promise<string> {
  const number = named ?? hold.case_number;
  if (number === null) throw caseRequired();
  const found = await sql.first('SELECT number FROM case_file WHERE number = $1 AND maker_id = $2', [
    number,
    actor.organisation.id,
  ]);
  if (!found) throw caseNotFound();
  return number;
}
