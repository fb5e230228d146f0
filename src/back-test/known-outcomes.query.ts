import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';

export interface KnownFlag {
  readonly subject: string;
  readonly status: 'open' | 'prevented' | 'confirmed' | 'dismissed';
}

/** What one rule has flagged on a maker's parts in a period, with what people made of it since. */
export const flagsOfRule = (
  sql: Sql,
  rule: string,
  makerId: OrganisationId,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<KnownFlag[]> =>
  sql.rows<KnownFlag & Record<string, unknown>>(
    `SELECT DISTINCT ON (subject) subject, status FROM flag
      WHERE rule = $1 AND maker_id = $2 AND first_at <= $4 AND last_at >= $3
      ORDER BY subject, resolved_at DESC NULLS LAST`,
    [rule, makerId, from, to],
  );

/** Of these units, those about which another rule was right: somebody looked, and it was confirmed. */
export async function unitsConfirmedOtherwise(sql: Sql, rule: string, unitIds: readonly string[]): Promise<number> {
  const row = await sql.first<{ units: number }>(
    `SELECT count(DISTINCT unit_id)::int AS units FROM flag
      WHERE unit_id = ANY ($2::bigint[]) AND rule <> $1 AND status = 'confirmed'`,
    [rule, unitIds],
  );
  return row?.units ?? 0;
}
