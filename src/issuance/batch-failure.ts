import type { Sql } from '../database/database.ts';
import { Refusal } from '../kernel/refusal.ts';
import { PrivateKeyUnavailable } from '../labels/private-key-store.ts';
import type { BatchFailure } from './batch.ts';

const INTERNAL_FAULT: BatchFailure = {
  code: 'INTERNAL_FAULT',
  zh: '系统故障，已记录；请稍后重试。',
  en: 'Something broke on our side and was recorded. Try again later.',
};

/** Where the key should be is for the log: it names folders of ours. */
const KEY_UNAVAILABLE: BatchFailure = {
  code: 'SIGNING_KEY_UNAVAILABLE',
  zh: '厂商的签名密钥在服务器上无法使用；请系统管理员查看日志并恢复密钥，或由密钥保管人更换密钥，然后重试。',
  en: 'The maker’s signing key cannot be used on this server. Have it restored (the log tells where) or rotated, then try again.',
};

/** A fault may pass by itself; these will not, whoever tries again. */
export const needsAPerson = (error: unknown): boolean =>
  error instanceof Refusal || error instanceof PrivateKeyUnavailable;

/** What a person is told: a refusal's own words, and of a fault only that it happened. */
function failureOf(error: unknown): BatchFailure {
  if (error instanceof Refusal) return { code: error.code, ...error.words };
  return error instanceof PrivateKeyUnavailable ? KEY_UNAVAILABLE : INTERNAL_FAULT;
}

/** The batch stops where it is, until somebody has mended the reason and asks for a retry. */
export async function failBatch(sql: Sql, batchId: string, error: unknown, at: Date): Promise<void> {
  await sql.run(
    `UPDATE batch SET status = 'failed', failure = $2, finished_at = $3
      WHERE id = $1 AND status IN ('queued', 'running')`,
    [batchId, JSON.stringify(failureOf(error)), at],
  );
}
