import { Injectable } from '@nestjs/common';
import { type Actor, hasRole } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { noSuchPart } from '../catalogue/catalogue.refusals.ts';
import { normalPartNumber } from '../catalogue/part.ts';
import { PartsService } from '../catalogue/parts.service.ts';
import { Database, type Tx } from '../database/database.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { type Finding, findings } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { Clock } from '../kernel/clock.ts';
import { deedOf } from '../units/ledger.ts';
import type { Batch } from './batch.ts';
import { insertBatches, type NewBatch } from './batch-insertion.ts';
import { BatchRunner } from './batch-runner.ts';
import { batchOf, consigneesByCode, lockBatch } from './batches.query.ts';
import { refuseUnlessRegistrar, registrarsMaker } from './issuance-roles.ts';
import * as refusals from './issuance.refusals.ts';
import { mintNeedsAnother } from './mint-findings.refusals.ts';
import { lockOrders, mintEvidence } from './minting-bound.ts';

export interface BatchWish {
  /** The id that the batch is to have: who asks twice with one id, as a form sent twice does, gets one batch. */
  readonly id?: string;
  readonly partNumber: string;
  readonly quantity: number;
  readonly lot?: string;
  readonly order?: string;
  /** Code of an organisation. */
  readonly consignee?: string;
  readonly expiresOn?: string;
}

/** What people do to a batch as a whole. The minting itself is the runner's. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly flags: FlagsService,
    private readonly audit: AuditService,
    private readonly runner: BatchRunner,
    private readonly parts: PartsService,
  ) {}

  /**
   * Queues a batch.
   * @throws Refusal MINT_OVER_ORDER, MINT_NEEDS_SECOND_PERSON, with the finding that is kept as prevented.
   */
  async create(actor: Actor, wish: BatchWish): Promise<Batch> {
    const outcome = await this.database.transaction((tx) => this.ask(tx, actor, wish));
    // Thrown out here: the finding is committed, and the refusal must not undo it.
    if ('found' in outcome) throw refusalOf(outcome.found);
    this.database.afterCommit(() => this.runner.wake(outcome.batchId));
    return batchOf(this.database, actor, outcome.batchId);
  }

  /** Stops the minting; what is on no part yet is voided in the background. Asked again, it changes nothing more. */
  async cancel(actor: Actor, batchId: string, reason: string): Promise<Batch> {
    await this.database.transaction(async (tx) => {
      const { status, issued, quantity, warehouseId } = await lockBatch(tx, actor, batchId);
      refuseUnlessRegistrar(actor, warehouseId);
      if (status === 'cancelled') return;
      if (status === 'issued' && !(await hasUnusedLabels(tx, batchId))) throw refusals.batchInUse();
      await tx.run(
        `UPDATE batch SET status = 'cancelled', failure = NULL, finished_at = NULL, cancelled_by = $2, cancelled_at = $3,
                cancel_reason = $4
          WHERE id = $1`,
        [batchId, actor.id, this.clock.now(), reason],
      );
      await this.audit.record(tx, actor, 'batch.cancelled', batchId, { issued, quantity });
    });
    this.database.afterCommit(() => this.runner.wake(batchId));
    return batchOf(this.database, actor, batchId);
  }

  /** What made the batch fail was mended: it goes on where it stopped. */
  async retry(actor: Actor, batchId: string): Promise<Batch> {
    await this.database.transaction(async (tx) => {
      const { status, failure } = await lockBatch(tx, actor, batchId);
      if (status !== 'failed') throw refusals.batchNotFailed(status);
      await tx.run(`UPDATE batch SET status = 'queued', failure = NULL, finished_at = NULL WHERE id = $1`, [batchId]);
      await this.audit.record(tx, actor, 'batch.retried', batchId, { failure: failure?.code });
    });
    this.database.afterCommit(() => this.runner.wake(batchId));
    return batchOf(this.database, actor, batchId);
  }

  private async ask(tx: Tx, actor: Actor, wish: BatchWish): Promise<{ batchId: string } | { found: Finding[] }> {
    if (wish.id !== undefined && (await isBegun(tx, actor, wish.id))) return { batchId: wish.id };
    const batch = await this.inOrder(tx, actor, wish);
    const found = await this.findingsOf(tx, actor, batch);
    if (found.length > 0) {
      await this.recordPrevented(tx, actor, batch, found);
      return { found };
    }
    const [batchId] = await insertBatches(tx, actor, this.clock.now(), [batch]);
    const { quantity, order } = batch;
    await this.audit.record(tx, actor, 'batch.created', batchId!, { part: batch.part.partNumber, quantity, order });
    return { batchId: batchId! };
  }

  private async inOrder(tx: Tx, actor: Actor, wish: BatchWish): Promise<NewBatch> {
    const partNumber = normalPartNumber(wish.partNumber);
    const part = await this.parts.byNumber(tx, registrarsMaker(actor), partNumber);
    if (!part) throw noSuchPart(partNumber);
    if (!part.isActive) throw refusals.partInactive(partNumber);
    return {
      ...(wish.id !== undefined && { id: wish.id }),
      part,
      quantity: wish.quantity,
      lot: wish.lot ?? null,
      order: wish.order ?? null,
      consigneeId: wish.consignee === undefined ? null : await consigneeOf(tx, wish.consignee),
      expiresOn: wish.expiresOn ?? null,
    };
  }

  private async findingsOf(tx: Tx, actor: Actor, batch: NewBatch): Promise<Finding[]> {
    const { part, order, lot, quantity } = batch;
    const maySetTheBound = hasRole(actor, 'lead', 'catalogue_editor');
    if (order === null && !maySetTheBound) throw refusals.orderNeeded();
    await lockOrders(tx, part.makerId);
    const wish = { order, partId: part.id, lot, requested: quantity };
    const [evidence] = await mintEvidence(tx, part.makerId, [wish], actor.id);
    if (evidence!.ordered === null && !maySetTheBound) throw refusals.orderNeeded();
    return findings(RULES.mint, evidence!, await policiesOfMaker(tx, part.makerId));
  }

  private async recordPrevented(tx: Tx, actor: Actor, { part, order }: NewBatch, found: readonly Finding[]) {
    await this.flags.record(tx, deedOf(actor, this.clock.now()), found, {
      unit: null,
      code: { gtin: part.gtin, text: order ?? '' },
      makerId: part.makerId,
      partId: part.id,
      workshopId: null,
      orderId: null,
      line: null,
      scanId: null,
      isPublic: false,
      isPrevented: true,
      override: null,
    });
  }
}

const refusalOf = (found: readonly Finding[]) =>
  found.some(({ rule }) => rule === 'I01') ? refusals.mintOverOrder(found) : mintNeedsAnother(found);

async function consigneeOf(tx: Tx, code: string) {
  const id = (await consigneesByCode(tx, [code])).get(code);
  if (id === undefined) throw refusals.consigneeUnknown(code);
  return id;
}

/** Asked under the lock that asking for batches takes anyway, so that a form sent twice at once finds its twin. */
async function isBegun(tx: Tx, actor: Actor, batchId: string): Promise<boolean> {
  await lockOrders(tx, registrarsMaker(actor));
  return (await tx.run('SELECT FROM batch WHERE id = $1', [batchId])) > 0;
}

async function hasUnusedLabels(tx: Tx, batchId: string): Promise<boolean> {
  return (await tx.run(`SELECT FROM unit WHERE batch_id = $1 AND state = 'issued' LIMIT 1`, [batchId])) > 0;
}
