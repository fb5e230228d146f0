import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type Actor, hasRole } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import type { CsvTable } from '../catalogue/catalogue-csv.ts';
import { PartsService } from '../catalogue/parts.service.ts';
import { Database, type Tx } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { insertBatches } from './batch-insertion.ts';
import { BatchRunner } from './batch-runner.ts';
import { consigneesByCode } from './batches.query.ts';
import { type ChosenColumns, headingsAs } from './dispatch-order-columns.ts';
import { openOrderFile } from './dispatch-order-file.ts';
import {
  mintKey,
  ordersOf,
  type OrderPlan,
  type OrderRecords,
  type PlannedLine,
  planOrder,
} from './dispatch-order-plan.ts';
import { lineKey, type OrderSheet, readOrderSheet } from './dispatch-order-sheet.ts';
import { registrarsMaker } from './issuance-roles.ts';
import { lockOrders, mintEvidence } from './minting-bound.ts';

/** A line and the batch that was made for it; `null` where nothing had to be minted, or nothing was written. */
export interface ImportedLine extends PlannedLine {
  readonly batchId: string | null;
}

export interface OrderImport {
  /** The file as cells. */
  readonly table: CsvTable;
  readonly plan: OrderPlan;
  readonly lines: readonly ImportedLine[];
}

/** A dispatch order goes in whole, or not at all: its lines bound the minting, and each line gets its batch. */
@Injectable()
export class DispatchImportService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly runner: BatchRunner,
    private readonly parts: PartsService,
  ) {}

  /**
   * What the file does, or with `isDryRun` or any fault in it: would do.
   * @param chosen what its headings mean, where a person looks on and can say so: then a file whose headings are strange to
   * us is read all the same.
   * @throws Refusal CATALOGUE_NOT_TEXT and its like when the bytes are no list.
   */
  async import(actor: Actor, bytes: Uint8Array, isDryRun: boolean, chosen?: ChosenColumns): Promise<OrderImport> {
    const makerId = registrarsMaker(actor);
    const table = openOrderFile(bytes, chosen);
    const sheet = readOrderSheet(table, headingsAs(chosen ?? new Map()));
    const done = await this.database.transaction(async (tx) => {
      await lockOrders(tx, makerId);
      const plan = planOrder(
        sheet,
        await recordsBeside(tx, this.parts, makerId, sheet),
        hasRole(actor, 'lead', 'catalogue_editor'),
      );
      if (isDryRun || plan.faults.length > 0) return { table, plan, lines: plan.lines.map(withoutBatch) };
      await this.writeLines(tx, actor, makerId, plan);
      const lines = await this.makeBatches(tx, actor, plan);
      await this.audit.record(tx, actor, 'dispatch_order.imported', ordersOf(plan).join(', ').slice(0, 200), {
        batches: lines.filter(({ batchId }) => batchId !== null).length,
        amended: plan.lines.filter(({ change }) => change === 'amended').length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
      return { table, plan, lines };
    });
    this.database.afterCommit(() => this.runner.wake(...done.lines.flatMap(({ batchId }) => batchId ?? [])));
    return done;
  }

  private async writeLines(tx: Tx, actor: Actor, makerId: OrganisationId, { lines }: OrderPlan): Promise<void> {
    const changed = lines
      .filter(({ change }) => change !== 'unchanged')
      .map(({ row, part, consigneeId }) => ({
        order_number: row.order,
        part_id: part.id,
        lot: row.lot,
        consignee_id: consigneeId,
        quantity: row.quantity,
      }));
    await tx.run(
      `INSERT INTO dispatch_order_line (maker_id, order_number, part_id, lot, consignee_id, quantity, imported_by, imported_at)
       SELECT $1, order_number, part_id, lot, consignee_id, quantity, $3, $4
         FROM jsonb_to_recordset($2) AS l(order_number text, part_id uuid, lot text, consignee_id uuid, quantity int)
       ON CONFLICT ON CONSTRAINT dispatch_order_line_once DO UPDATE
         SET quantity = excluded.quantity, imported_by = excluded.imported_by, imported_at = excluded.imported_at`,
      [makerId, JSON.stringify(changed), actor.id, this.clock.now()],
    );
  }

  private async makeBatches(tx: Tx, actor: Actor, { lines }: OrderPlan): Promise<ImportedLine[]> {
    const toMint = lines.filter((line) => line.toMint > 0);
    const ids = await insertBatches(
      tx,
      actor,
      this.clock.now(),
      toMint.map(({ row, part, consigneeId, toMint: quantity }) => {
        return { part, quantity, lot: row.lot, order: row.order, consigneeId, expiresOn: null };
      }),
    );
    const batchIds = new Map(toMint.map((line, i) => [line, ids[i]!]));
    return lines.map((line) => ({ ...line, batchId: batchIds.get(line) ?? null }));
  }
}

const withoutBatch = (line: PlannedLine): ImportedLine => ({ ...line, batchId: null });

/** What the file is judged by. */
async function recordsBeside(
  tx: Tx,
  catalogue: PartsService,
  makerId: OrganisationId,
  { rows }: OrderSheet,
): Promise<OrderRecords> {
  const named = await catalogue.byNumbers(tx, makerId, [...new Set(rows.map(({ partNumber }) => partNumber))]);
  const parts = new Map(named.map((part) => [part.partNumber, part]));
  const consignees = await consigneesByCode(tx, [...new Set(rows.flatMap(({ consignee }) => consignee ?? []))]);
  const stored = await storedLines(tx, makerId, [...new Set(rows.map(({ order }) => order))]);
  const known = [...new Map(rows.map((row) => [mintKey(row), row])).values()].flatMap((row) => {
    const part = parts.get(row.partNumber);
    return part ? [{ row, wish: { order: row.order, partId: part.id, lot: row.lot, requested: 0 } }] : [];
  });
  const evidence = await mintEvidence(
    tx,
    makerId,
    known.map(({ wish }) => wish),
  );
  const minted = new Map(
    known.map(({ row }, i) => {
      const { alreadyMinted, ordered } = evidence[i]!;
      return [mintKey(row), { minted: alreadyMinted, ordered: ordered ?? 0 }];
    }),
  );
  return { parts, consignees, stored, minted };
}

async function storedLines(tx: Tx, makerId: OrganisationId, orders: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.rows<{
    order: string;
    partNumber: string;
    lot: string | null;
    consignee: string | null;
    quantity: number;
  }>(
    `SELECT l.order_number AS "order", p.part_number AS "partNumber", l.lot, c.code AS consignee, l.quantity
       FROM dispatch_order_line l JOIN part p ON p.id = l.part_id LEFT JOIN organisation c ON c.id = l.consignee_id
      WHERE l.maker_id = $1 AND l.order_number = ANY ($2::text[])`,
    [makerId, orders],
  );
  return new Map(rows.map((row) => [lineKey(row), row.quantity]));
}
