import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Database, type Sql } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import type { UnitId } from '../kernel/identifiers.ts';
import { closeReportHold } from './hold-clearing.ts';
import { placeHolds } from './holds.ts';
import { deedOf, recordSteps, type Deed } from './ledger.ts';
import { advance, isDestroyable, type UnitState } from './unit-lifecycle.ts';
import type { FoundUnit, UnitKey } from './unit-lookup.ts';
import { leavePlaces } from './unit-places.ts';
import type { MissingReason, VoidReason } from './unit-reasons.ts';
import { lockUnitInHand, lockUnitInSight } from './unit-sight.ts';
import { notDestroyable, witnessIsYourself } from './units.refusals.ts';

/** A unit found again goes on as stock only if it was stock, or on its way to be, when it went missing. */
const WAS_STOCK: readonly UnitState[] = ['in_stock', 'in_transit', 'allocated'];

/** What people do to one unit by hand. Shipping, fitting and old parts have use cases of their own above. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The label will not be used: its serial is spent. */
  async void(actor: Actor, key: UnitKey, why: { reason: VoidReason; note?: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      const unit = await lockUnitInHand(tx, actor, key);
      const to = advance(unit.state, 'voided');
      const deed = deedOf(actor, this.clock.now());
      await recordSteps(tx, deed, [{ unitId: unit.id, type: 'voided', from: unit.state, to, detail: { ...why } }]);
    });
  }

  /** The custodian cannot find it. A stolen unit is held besides, wherever it may turn up. */
  async reportMissing(actor: Actor, key: UnitKey, why: { reason: MissingReason; note?: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      const unit = await lockUnitInHand(tx, actor, key);
      const to = advance(unit.state, 'missing');
      const deed = deedOf(actor, this.clock.now());
      await recordSteps(tx, deed, [
        { unitId: unit.id, type: 'reported_missing', from: unit.state, to, detail: { ...why } },
      ]);
      await leavePlaces(tx, unit.id, deed.at);
      if (why.reason === 'stolen')
        await placeHolds(tx, deed, [{ unitId: unit.id, kind: 'stolen', reason: 'reported stolen' }]);
    });
  }

  /** An analyst closes the report. The hold that came with it ends with it. */
  async found(actor: Actor, key: UnitKey, note: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const unit = await lockUnitInSight(tx, actor, key);
      const to = advance(unit.state, 'in_stock');
      const deed = deedOf(actor, this.clock.now());
      await recordSteps(tx, deed, [{ unitId: unit.id, type: 'found', from: unit.state, to, detail: { note } }]);
      await closeReportHold(tx, deed, unit, note);
      await quarantineUnlessStock(tx, deed, unit);
    });
  }

  /** Ends a unit's life before a witness. */
  async destroy(actor: Actor, key: UnitKey, why: { reason: string; witness: string }): Promise<void> {
    if (why.witness.toLowerCase() === actor.name.trim().toLowerCase()) throw witnessIsYourself();
    await this.database.transaction(async (tx) => {
      const unit = await lockUnitInHand(tx, actor, key);
      if (!isDestroyable(unit.state, unit.holds)) throw notDestroyable();
      const deed = deedOf(actor, this.clock.now());
      await recordSteps(tx, deed, [
        { unitId: unit.id, type: 'destroyed', from: unit.state, to: 'destroyed', detail: { ...why } },
      ]);
      await leavePlaces(tx, unit.id, deed.at);
    });
  }
}

/** The table leads from missing to stock alone; without this, a used part could become a new one by being lost and found. */
async function quarantineUnlessStock(sql: Sql, deed: Deed, unit: FoundUnit): Promise<void> {
  const before = await stateWhenLost(sql, unit.id);
  if (WAS_STOCK.includes(before)) return;
  await placeHolds(sql, deed, [{ unitId: unit.id, kind: 'quarantine', reason: `was ${before} when it went missing` }]);
}

async function stateWhenLost(sql: Sql, unitId: UnitId): Promise<UnitState> {
  const row = await sql.first<{ from_state: UnitState }>(
    `SELECT from_state FROM unit_event WHERE unit_id = $1 AND type = 'reported_missing' ORDER BY seq DESC LIMIT 1`,
    [unitId],
  );
  if (!row) throw new Error(`unit ${unitId} is found, but its ledger never lost it`);
  return row.from_state;
}
