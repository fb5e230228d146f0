import type { Sql } from '../database/database.ts';
import type { Level } from '../flags/rule.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';

export interface KnownFlag {
  readonly id: string;
  readonly subject: string;
  readonly status: 'open' | 'prevented' | 'confirmed' | 'dismissed';
  readonly level: Level;
  /** Its first occurrence. */
  readonly at: Date;
  readonly unit: { readonly gtin: string; readonly serial: string } | null;
}

/** What one rule has flagged on a maker's parts in a period, with what people made of it since. */
export const flagsOfRule = (
  sql: Sql,
  rule: string,
  makerId: OrganisationId,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<KnownFlag[]> =>
  sql.rows<KnownFlag & Record<string, unknown>>(
    `SELECT DISTINCT ON (f.subject) f.id, f.subject, f.status, f.level, f.first_at AS at,
            CASE WHEN u.id IS NOT NULL THEN json_build_object('gtin', u.gtin, 'serial', u.serial) END AS unit
       FROM flag f LEFT JOIN unit u ON u.id = f.unit_id
      WHERE f.rule = $1 AND f.maker_id = $2 AND f.first_at <= $4 AND f.last_at >= $3
      ORDER BY f.subject, f.resolved_at DESC NULLS LAST`,
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
