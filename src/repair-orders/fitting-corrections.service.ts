import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Database, type Sql } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type RepairOrderId, type UnitId } from '../kernel/identifiers.ts';
import { deedOf, recordSteps } from '../units/ledger.ts';
import type { RemovalDto } from './fitting.dto.ts';
import { insertOldPart } from './fitting-records.ts';
import { putBack, takeOut } from './taking-out.ts';
import { isSettled } from './order-status.ts';
import { AlreadyOut, WrongVehicle } from './fittings.refusals.ts';
import { FittingNotFound, LineNotFound, OrderSettled, UndoRefused } from './repair-orders.refusals.ts';
import { lockOrder } from './stored-order.query.ts';

/** How long after recording a fitting may be undone: a mistake is noticed the same week, or it is a removal. */
const UNDO_HOURS = 72;
const HOUR = 3_600_000;

interface StoredFitting {
  readonly id: string;
  readonly order_id: RepairOrderId;
  readonly line: number;
  readonly unit_id: UnitId | null;
  readonly vehicle_vin: string;
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

  /** Takes a part out at a later repair of the same car, at whichever workshop. `orderNumber` is the removing order. */
  async remove(actor: Actor, orderNumber: string, fittingId: string, removal: RemovalDto): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await lockOrder(tx, actor.organisation.id, orderNumber);
      if (isSettled(order.status)) throw new OrderSettled(order.status);
      const line = await tx.first('SELECT 1 FROM part_line WHERE order_id = $1 AND line = $2 AND removed_at IS NULL', [
        order.id,
        removal.line,
      ]);
      if (!line) throw new LineNotFound(removal.line);
      const fitting = await lockFitting(tx, fittingId);
      // A fitting in another car is nobody's business here, so it does not exist.
      if (!fitting || fitting.vehicle_vin !== order.vin) throw new FittingNotFound();
      if (fitting.undone_at || fitting.removed_at) throw new AlreadyOut();
      if (removal.vin !== undefined && removal.vin !== order.vin) throw new WrongVehicle();
      const deed = deedOf(actor, this.clock.now());
      const unit = fitting.unit_id;
      if (unit === null)
        await tx.run('UPDATE fitting SET removed_at = $2, removed_by_order = $3 WHERE id = $1', [
          fittingId,
          deed.at,
          order.id,
        ]);
      else await takeOut(tx, deed, order, { unitId: unit, fittingId, replacedBy: null }, removal.outcome);
      await insertOldPart(tx, {
        id: newId(),
        orderId: order.id,
        line: removal.line,
        fittingId: null,
        unitId: unit,
        outcome: removal.outcome,
        note: removal.note ?? null,
        by: actor.id,
        at: deed.at,
      });
    });
  }
}

async function lockFitting(sql: Sql, id: string): Promise<StoredFitting | undefined> {
  return sql.first<StoredFitting>(
    `SELECT id, order_id, line, unit_id, vehicle_vin, recorded_at, undone_at, removed_at FROM fitting WHERE id = $1 FOR UPDATE`,
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
