import type { QueryResultRow } from 'pg';
import type { Database, Sql } from '../database/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { VoidReason } from '../units/unit-reasons.ts';
import type { BatchStatus, OrdinalRange } from './batch.ts';
import { moveIssued } from './issued-units.ts';
import { CHUNK, prepareChunk, type Signers, storeChunk } from './mint-chunk.ts';

/** A batch that has something left to do in the background. */
export interface UnfinishedBatch {
  readonly id: string;
  readonly status: BatchStatus;
  readonly makerId: OrganisationId;
  readonly warehouseId: OrganisationId;
  readonly gtin: string;
  readonly issued: number;
  readonly quantity: number;
  readonly cancelledBy: string | null;
}

/** Oldest first, those in `except` left out. */
export function unfinishedBatches(sql: Sql, except: readonly string[]): Promise<UnfinishedBatch[]> {
  return sql.rows<UnfinishedBatch & QueryResultRow>(
    `SELECT b.id, b.status, b.maker_id AS "makerId", b.warehouse_id AS "warehouseId", p.gtin, b.issued, b.quantity,
            b.cancelled_by AS "cancelledBy"
       FROM batch b JOIN part p ON p.id = b.part_id
      WHERE b.finished_at IS NULL AND NOT (b.id = ANY ($1::uuid[]))
      ORDER BY b.id LIMIT 100`,
    [except],
  );
}

/** How many batches have something left to do. */
export async function countUnfinished(sql: Sql): Promise<number> {
  const row = await sql.first<{ batches: number }>(
    'SELECT count(*)::int AS batches FROM batch WHERE finished_at IS NULL',
  );
  return row?.batches ?? 0;
}

/** Stores one piece, whole or not at all. */
export type StorePiece = () => Promise<void>;

/** What a batch still needs, cut into pieces: the next one is prepared while the one before is stored. */
export interface BatchWork {
  readonly batchId: string;
  /** `undefined` when no piece is left to prepare. */
  prepare(): Promise<StorePiece | undefined>;
}

/** Mints what is missing. */
export class Minting implements BatchWork {
  private prepared: number;

  constructor(
    private readonly batch: UnfinishedBatch,
    private readonly database: Database,
    private readonly signers: Signers,
    private readonly clock: Clock,
  ) {
    this.prepared = batch.issued;
  }

  get batchId(): string {
    return this.batch.id;
  }

  async prepare(): Promise<StorePiece | undefined> {
    const count = Math.min(CHUNK, this.batch.quantity - this.prepared);
    if (count === 0) return undefined;
    const { id: batchId, makerId, gtin } = this.batch;
    const chunk = await prepareChunk(this.signers, { batchId, makerId, gtin, issued: this.prepared }, count);
    this.prepared += count;
    return () => storeChunk(this.database, chunk, this.clock.now());
  }
}

/** Voids what was minted of a cancelled batch and is on no part yet. */
export class Withdrawal implements BatchWork {
  private rest: OrdinalRange | null;

  constructor(
    private readonly batch: UnfinishedBatch,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.rest = { from: 1, to: batch.quantity };
  }

  get batchId(): string {
    return this.batch.id;
  }

  async prepare(): Promise<StorePiece | undefined> {
    return this.rest === null ? undefined : () => this.voidSome();
  }

  private async voidSome(): Promise<void> {
    const range = this.rest;
    if (range === null) return;
    const { id, warehouseId, cancelledBy } = this.batch;
    const now = this.clock.now();
    const deed = { organisationId: warehouseId, actorId: cancelledBy, at: now, recordedAt: now };
    this.rest = await this.database.transaction(async (tx) => {
      const { rest } = await moveIssued(tx, id, range, deed, VOIDING);
      if (rest === null) await tx.run('UPDATE batch SET finished_at = $2 WHERE id = $1', [id, now]);
      return rest;
    });
  }
}

const VOIDING = { type: 'voided', to: 'voided', detail: { reason: 'not_used' satisfies VoidReason } } as const;
