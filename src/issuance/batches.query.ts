import type { QueryResultRow } from 'pg';
import type { Actor } from '../auth/actor.ts';
import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Batch, BatchProgress, BatchStatus } from './batch.ts';
import { batchNotFound } from './issuance.refusals.ts';

export interface BatchFilter {
  readonly status?: BatchStatus;
  readonly order?: string;
  readonly partNumber?: string;
  readonly limit: number;
  /** Only batches older than this one. */
  readonly beforeId?: string;
}

const BATCH = `
  SELECT b.id, b.maker_id AS "makerId", b.warehouse_id AS "warehouseId", w.code AS "warehouseCode", b.part_id AS "partId",
         p.part_number AS "partNumber", json_build_object('zh', p.name_zh, 'en', p.name_en) AS "partName", p.gtin,
         json_build_object('zh', m.name_zh, 'en', m.name_en) AS "makerName", b.quantity, b.issued, b.lot,
         b.order_number AS "order", c.code AS "consigneeCode", b.status, b.failure, b.cancel_reason AS "cancelReason",
         b.expires_on::text AS "expiresOn", b.created_at AS "createdAt", b.finished_at AS "finishedAt"
    FROM batch b
    JOIN part p ON p.id = b.part_id
    JOIN organisation m ON m.id = b.maker_id
    JOIN organisation w ON w.id = b.warehouse_id
    LEFT JOIN organisation c ON c.id = b.consignee_id`;

/** A maker sees the batches of all its parts, a warehouse its own. */
const scopeOf = (actor: Actor): string => (actor.organisation.kind === 'maker' ? 'b.maker_id' : 'b.warehouse_id');

/** @throws Refusal BATCH_NOT_FOUND, also for a batch that is none of the caller's business. */
export async function batchOf(sql: Sql, actor: Actor, id: string): Promise<Batch> {
  const batch = await sql.first<Batch & QueryResultRow>(`${BATCH} WHERE b.id = $1 AND ${scopeOf(actor)} = $2`, [
    id,
    actor.organisation.id,
  ]);
  if (!batch) throw batchNotFound();
  return batch;
}

/** The same, locked until the transaction ends: the runner mints nothing of it meanwhile. */
export async function lockBatch(sql: Sql, actor: Actor, id: string): Promise<Batch> {
  await sql.run('SELECT FROM batch WHERE id = $1 FOR UPDATE', [id]);
  return batchOf(sql, actor, id);
}

/** Newest first; one more than the limit, where there are more. */
export function batchesOf(sql: Sql, actor: Actor, filter: BatchFilter): Promise<Batch[]> {
  return sql.rows<Batch & QueryResultRow>(
    `${BATCH}
      WHERE ${scopeOf(actor)} = $1
        AND ($2::uuid IS NULL OR b.id < $2)
        AND ($3::text IS NULL OR b.status = $3)
        AND ($4::text IS NULL OR b.order_number = $4)
        AND ($5::text IS NULL OR p.part_number = $5)
      ORDER BY b.id DESC LIMIT $6`,
    [
      actor.organisation.id,
      filter.beforeId ?? null,
      filter.status ?? null,
      filter.order ?? null,
      filter.partNumber ?? null,
      filter.limit + 1,
    ],
  );
}

/** How many labels of a batch are printed, or to be, and on no part yet. */
export async function unusedLabels(sql: Sql, batchId: string): Promise<number> {
  const row = await sql.first<{ units: number }>(
    `SELECT count(*)::int AS units FROM unit WHERE batch_id = $1 AND state = 'issued'`,
    [batchId],
  );
  return row!.units;
}

export function progressOf(sql: Sql, ids: readonly string[]): Promise<(BatchProgress & { readonly id: string })[]> {
  return sql.rows<BatchProgress & { id: string }>(
    'SELECT id, issued, quantity, status FROM batch WHERE id = ANY ($1::uuid[])',
    [ids],
  );
}

/** One minted unit of a batch: all that its label says. */
export interface MintedUnit {
  readonly ordinal: number;
  readonly gtin: string;
  readonly serial: string;
  readonly lot: string | null;
  readonly kid: string;
  readonly signature: Buffer;
}

/** Units to a page: some hundred kilobytes. */
const PAGE = 1_000;

/**
 * The units of a batch whose labels may be printed, page by page along the ordinals: voided labels are never printed
 * again. Each page is a query of its own, so that a slow printer holds neither a connection nor a snapshot.
 */
export async function* mintedUnits(
  sql: Sql,
  batchId: string,
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<MintedUnit> {
  for (let after = from - 1; after < to;) {
    const page = await sql.rows<MintedUnit & QueryResultRow>(
      `SELECT ordinal, gtin, serial, lot, kid, signature FROM unit
        WHERE batch_id = $1 AND ordinal > $2 AND ordinal <= $3 AND state <> 'voided' ORDER BY ordinal LIMIT $4`,
      [batchId, after, to, PAGE],
    );
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.ordinal;
  }
}

/** Places that parts can be sent to, by their codes. Codes of nobody are left out. */
export async function consigneesByCode(
  sql: Sql,
  codes: readonly string[],
): Promise<ReadonlyMap<string, OrganisationId>> {
  const rows = await sql.rows<{ id: OrganisationId; code: string }>(
    `SELECT id, code FROM organisation WHERE code = ANY ($1::text[]) AND kind <> 'platform'`,
    [codes],
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}
