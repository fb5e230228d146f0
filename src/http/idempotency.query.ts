import type { Sql } from '../database/database.ts';
import type { IdempotencyClaim } from './idempotency-claim.ts';

/** An answer as it is given again. `body` is JSON; `null` where there was none. */
export interface StoredAnswer {
  readonly status: number;
  readonly location: string | null;
  readonly body: string | null;
}

export interface StoredClaim extends StoredAnswer {
  readonly bodyHash: Buffer;
}

/**
 * Claims the key within the transaction of `sql`; while another one holds it uncommitted, waits for its end.
 * @returns false when the key is taken for good. A lock timeout is thrown when the wait grows too long.
 */
export async function placeClaim(
  sql: Sql,
  claim: IdempotencyClaim,
  at: Date,
  patienceSeconds: number,
): Promise<boolean> {
  await sql.run(`SET LOCAL lock_timeout = '${patienceSeconds}s'`);
  const placed = await sql.run(
    `INSERT INTO idempotency_record (scope, key, route, body_hash, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [claim.scope, claim.key, claim.route, claim.bodyHash, at],
  );
  await sql.run('SET LOCAL lock_timeout TO DEFAULT');
  return placed === 1;
}

export async function completeClaim(sql: Sql, claim: IdempotencyClaim, answer: StoredAnswer, at: Date): Promise<void> {
  await sql.run(
    `UPDATE idempotency_record SET status = $3, location = $4, body = $5, completed_at = $6
     WHERE scope = $1 AND key = $2`,
    [claim.scope, claim.key, answer.status, answer.location, answer.body, at],
  );
}

/** The key is free for another attempt. */
export async function abandonClaim(sql: Sql, { scope, key }: IdempotencyClaim): Promise<void> {
  await sql.run('DELETE FROM idempotency_record WHERE scope = $1 AND key = $2', [scope, key]);
}

export function storedClaim(sql: Sql, { scope, key }: IdempotencyClaim): Promise<StoredClaim | undefined> {
  return sql.first<StoredClaim>(
    'SELECT body_hash AS "bodyHash", status, location, body FROM idempotency_record WHERE scope = $1 AND key = $2',
    [scope, key],
  );
}

export async function removeClaimsBefore(sql: Sql, instant: Date): Promise<void> {
  await sql.run('DELETE FROM idempotency_record WHERE created_at < $1', [instant]);
}

/** SQLSTATE 55P03. */
export const isLockTimeout = (error: unknown): boolean => (error as { code?: unknown }).code === '55P03';
