import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';

/** Labels that a key signed, and those of them that were recorded from a moment on. */
export interface KeyReach {
  readonly signed: number;
  readonly after: number;
}

/** Reads every unit of the maker: for the rare question of what a revocation would do, not for a list. */
export async function keyReach(sql: Sql, makerId: OrganisationId, kid: string, from: Date): Promise<KeyReach> {
  const row = await sql.first<KeyReach>(
    `SELECT count(*)::int AS signed, count(*) FILTER (WHERE issued_at >= $3)::int AS after
       FROM unit WHERE maker_id = $1 AND kid = $2`,
    [makerId, kid, from],
  );
  return row ?? { signed: 0, after: 0 };
}
