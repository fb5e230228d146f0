import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../auth/actor.ts';
import { Database, type Sql } from '../database/database.ts';
import type { OrderFacts } from '../flags/evidence.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { findings, type Finding } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type RepairOrderId, type UnitId } from '../kernel/identifiers.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { deedOf, recordSteps, type Deed } from '../units/ledger.ts';
import { orderFacts } from '../verification/order-facts.query.ts';
import type { RemovalDto } from './fitting.dto.ts';
import { gateOf, lineContext, passes } from './fitting-decision.ts';
import { insertOldPart } from './fitting-records.ts';
import { policiesFor } from './invoices.query.ts';
import { isSettled } from './order-status.ts';
import { AlreadyOut, WrongVehicle } from './fittings.refusals.ts';
import { FittingBlocked, FittingNotFound, LineNotFound, OrderSettled, UndoRefused } from './repair-orders.refusals.ts';
import { lockOrder } from './stored-order.query.ts';
import { markRemoved, putBack, takeOut } from './taking-out.ts';
import { vehicleHistory } from './vehicle-history.query.ts';

/** How long after recording a fitting may be undone: a mistake is noticed the same week, or it is a removal. */
const UNDO_HOURS = 72;
const HOUR = 3_600_000;

interface StoredFitting {
  readonly id: string;
  readonly order_id: RepairOrderId;
  readonly line: number;
  readonly unit_id: UnitId | null;
  readonly vehicle_vin: string;
  readonly odometer: number | null;
  readonly recorded_at: Date;
  readonly undone_at: Date | null;
  readonly removed_at: Date | null;
}

/** Undoing a fitting that was a mistake, and removing a part at a later repair. Nothing that happened is erased. */
@Injectable()
export class FittingCorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly flags: FlagsService,
  ) {}

  /** The unit is in hand again, still issued to its line; and what it had replaced is in the car again. */
  async undo(actor: Actor, orderNumber: string, fittingId: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await lockOrder(tx, actor.organisation.id, orderNumber);
      const fitting = await lockFitting(tx, fittingId);
      if (!fitting || fitting.order_id !== order.id) throw new FittingNotFound();
      const now = this.clock.now();
      if (fitting.undone_at) throw new UndoRefused('undone');
      if (fitting.removed_at) throw new UndoRefused('removed');
      if (isSettled(order.status)) throw new UndoRefused('invoiced');
      if (now.getTime() - fitting.recorded_at.getTime() > UNDO_HOURS * HOUR) throw new UndoRefused('late');
      await tx.run('UPDATE fitting SET undone_at = $2, undone_by = $3, undo_reason = $4 WHERE id = $1', [
        fitting.id,
        now,
        actor.id,
        reason,
      ]);
      const deed = deedOf(actor, now);
      await putBack(tx, deed, order, fitting.id);
      if (fitting.unit_id === null) return;
      await reopenAllocation(tx, fitting.unit_id, order.id, fitting.line);
      await recordSteps(tx, deed, [
        {
          unitId: fitting.unit_id,
          type: 'fitting_undone',
          from: 'fitted',
          to: 'allocated',
          reference: order.number,
          detail: { fittingId, reason },
        },
      ]);
    });
  }

  /**
   * Takes a part out of the order's car, whichever workshop put it in. `orderNumber` is the removing order.
   * @throws WrongVehicle, FittingBlocked; what was found is kept as prevented
   */
  async remove(actor: Actor, orderNumber: string, fittingId: string, removal: RemovalDto): Promise<void> {
    const refusal = await this.database.transaction(async (tx) => {
      const { status } = await lockOrder(tx, actor.organisation.id, orderNumber);
      if (isSettled(status)) throw new OrderSettled(status);
      const order = (await orderFacts(tx, actor.organisation.id, orderNumber))!;
      const line = order.lines.find((each) => each.line === removal.line);
      if (!line) throw new LineNotFound(removal.line);
      const fitting = await lockFitting(tx, fittingId);
      // A fitting in another car is nobody's business here, so it does not exist.
      if (!fitting || fitting.vehicle_vin !== order.vin) throw new FittingNotFound();
      if (fitting.undone_at || fitting.removed_at) throw new AlreadyOut();
      const found = await judged(tx, order, fitting, removal);
      // Out of another car it never comes, whoever says so and whatever the rule's policy.
      const isOtherCar = removal.vin !== undefined && removal.vin !== order.vin;
      const refused = isOtherCar ? new WrongVehicle() : refusalOf(actor, found, removal.reason);
      const override = refused || removal.reason === undefined ? null : { reason: removal.reason, by: actor.id };
      const deed = deedOf(actor, this.clock.now());
      await this.flags.record(tx, deed, found, lineContext(order, line, { isPrevented: refused !== null, override }));
      if (refused) return refused;
      await this.writeRemoval(tx, deed, order, fitting, removal);
      return null;
    });
    if (refusal) throw refusal;
  }

  private async writeRemoval(
    sql: Sql,
    deed: Deed,
    order: OrderFacts,
    { id: fittingId, unit_id: unitId }: StoredFitting,
    { line, outcome, odometer, note }: RemovalDto,
  ): Promise<void> {
    if (unitId === null) await markRemoved(sql, fittingId, { at: deed.at, orderId: order.id, odometer });
    else await takeOut(sql, deed, order, { unitId, fittingId, replacedBy: null, odometer }, outcome);
    await insertOldPart(sql, {
      id: newId(),
      orderId: order.id,
      line,
      fittingId: null,
      unitId,
      outcome,
      note: note ?? null,
      by: deed.actorId!,
      at: deed.at,
    });
  }
}

async function judged(
  sql: Sql,
  order: OrderFacts,
  fitting: StoredFitting,
  { vin, odometer }: RemovalDto,
): Promise<Finding[]> {
  const vehicle = await vehicleHistory(sql, order, [], { withWarranty: false });
  // What the car had when the part went in counts as well, also where that order told no other reading.
  const highest = Math.max(vehicle.odometer ?? 0, fitting.odometer ?? 0);
  const evidence = { order, vehicle: { ...vehicle, odometer: highest }, attempt: { vin: vin ?? null, odometer } };
  return findings(RULES.removal, evidence, await policiesFor(sql, order));
}

function refusalOf(actor: Actor, found: readonly Finding[], reason: string | undefined): Refusal | null {
  const gate = gateOf(found);
  return gate === 'open' || passes(gate, hasRole(actor, 'supervisor'), reason)
    ? null
    : new FittingBlocked(found, undefined, gate);
}

async function lockFitting(sql: Sql, id: string): Promise<StoredFitting | undefined> {
  return sql.first<StoredFitting>(
    `SELECT id, order_id, line, unit_id, vehicle_vin, odometer, recorded_at, undone_at, removed_at FROM fitting WHERE id = $1 FOR UPDATE`,
    [id],
  );
}

async function reopenAllocation(sql: Sql, unitId: UnitId, orderId: RepairOrderId, line: number): Promise<void> {
  await sql.run(
    `UPDATE allocation SET closed_at = NULL, closed_as = NULL
      WHERE id = (SELECT id FROM allocation WHERE unit_id = $1 AND order_id = $2 AND line = $3 AND closed_as = 'fitted'
                   ORDER BY closed_at DESC LIMIT 1)`,
    [unitId, orderId, line],
  );
}
