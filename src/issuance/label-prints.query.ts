import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { OrdinalRange } from './batch.ts';

/** `downloaded`: a file to print · `reprinted`: why it was printed once more · `sent`: to a printer · `failed`: it broke off. */
export type PrintKind = 'downloaded' | 'reprinted' | 'sent' | 'failed';

/** A time when labels of a batch left for a printer. */
export interface LabelPrint extends OrdinalRange {
  readonly at: Date;
  readonly kind: PrintKind;
  readonly by: string | null;
  /** `pdf`, `zpl` or `csv` of a file. */
  readonly format: string | null;
  readonly printer: string | null;
  readonly reason: string | null;
}

const KINDS: Readonly<Record<string, PrintKind>> = {
  'labels.downloaded': 'downloaded',
  'labels.reprinted': 'reprinted',
  'labels.sent': 'sent',
  'labels.print_failed': 'failed',
};

/** What was printed of a batch, latest first. Only its own organisation prints a batch. */
export async function printsOf(
  sql: Sql,
  organisationId: OrganisationId,
  batchId: string,
  limit: number,
): Promise<LabelPrint[]> {
  const rows = await sql.rows<Omit<LabelPrint, 'kind'> & { action: string }>(
    `SELECT e.at, e.action, COALESCE(a.name, k.name) AS by, (e.detail->>'from')::int AS "from", (e.detail->>'to')::int AS "to",
            e.detail->>'format' AS format, e.detail->>'printer' AS printer,
            (SELECT r.reason FROM label_reprint r
              WHERE e.action = 'labels.reprinted' AND r.batch_id = $2::uuid AND r.printed_at = e.at LIMIT 1) AS reason
       FROM audit_entry e
       LEFT JOIN account a ON e.actor_kind = 'account' AND a.id = e.actor_id
       LEFT JOIN api_key k ON e.actor_kind = 'apiKey' AND k.id = e.actor_id
      WHERE e.organisation_id = $1 AND e.subject = $2::text AND e.action = ANY ($3::text[])
      ORDER BY e.id DESC LIMIT $4`,
    [organisationId, batchId, Object.keys(KINDS), limit],
  );
  return rows.map(({ action, ...print }) => ({ ...print, kind: KINDS[action]! }));
}
