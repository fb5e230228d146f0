import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/identifiers.ts';
import { deedOf } from '../units/ledger.ts';
import type { OrdinalRange } from './batch.ts';
import { issuedRange } from './issued-range.ts';
import { batchOf, lockBatch } from './batches.query.ts';
import { refuseUnlessRegistrar } from './issuance-roles.ts';
import { type MovedUnits, moveIssued } from './issued-units.ts';

export interface Commissioned {
  /** Units that came into stock just now. */
  readonly commissioned: number;
  /** Units of the range that were no longer `issued`: in stock or beyond, or voided. */
  readonly passedOver: number;
  readonly range: OrdinalRange;
}

export interface Reprint extends OrdinalRange {
  readonly id: string;
  readonly reason: string;
  readonly printedAt: Date;
}

/** What happens to the labels of a batch at the warehouse: they are stuck on parts, or printed once more. */
@Injectable()
export class BatchLabelsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * The printed labels are on the parts. Takes a transaction for each thousand units, so that neither memory nor locks
   * grow with the batch; when it is cut off halfway, asking again does the rest.
   */
  async commission(actor: Actor, batchId: string, wanted: Partial<OrdinalRange>): Promise<Commissioned> {
    const batch = await batchOf(this.database, actor, batchId);
    refuseUnlessRegistrar(actor, batch.warehouseId);
    const range = issuedRange(batch, wanted);
    let commissioned = 0;
    let rest: OrdinalRange | null = range;
    while (rest !== null) {
      const done: MovedUnits = await this.takeIntoStock(actor, batchId, rest);
      commissioned += done.moved;
      rest = done.rest;
    }
    const size = range.to - range.from + 1;
    if (commissioned > 0)
      await this.audit.record(this.database, actor, 'batch.commissioned', batchId, { ...range, commissioned });
    return { commissioned, passedOver: size - commissioned, range };
  }

  /** Labels were printed once more, for a reason. Recorded for the range, and not in the ledger of every unit of it. */
  async reprint(actor: Actor, batchId: string, wanted: OrdinalRange, reason: string): Promise<Reprint> {
    return this.database.transaction(async (tx) => {
      const batch = await lockBatch(tx, actor, batchId);
      refuseUnlessRegistrar(actor, batch.warehouseId);
      const range = issuedRange(batch, wanted);
      const reprint = { id: newId(), ...range, reason, printedAt: this.clock.now() };
      await tx.run(
        `INSERT INTO label_reprint (id, batch_id, from_ordinal, to_ordinal, reason, printed_by, printed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [reprint.id, batchId, range.from, range.to, reason, actor.id, reprint.printedAt],
      );
      await this.audit.record(tx, actor, 'labels.reprinted', batchId, { ...range });
      return reprint;
    });
  }

  private takeIntoStock(actor: Actor, batchId: string, range: OrdinalRange): Promise<MovedUnits> {
    const deed = deedOf(actor, this.clock.now());
    return this.database.transaction((tx) =>
      moveIssued(tx, batchId, range, deed, { type: 'commissioned', to: 'in_stock' }),
    );
  }
}
