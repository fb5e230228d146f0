import type { Sql } from '../database/database.ts';

/** How often anybody checked one unit without an account. A source counts once a day: a page opened twice is one check. */
export interface CheckHistory {
  readonly count: number;
  readonly firstAt: Date;
}

/** Null when nobody has, or the register knows no such unit. */
export async function checkHistory(sql: Sql, gtin: string, serial: string): Promise<CheckHistory | null> {
  const row = await sql.first<{ count: number; first_at: Date | null }>(
    `SELECT count(DISTINCT s.source_hash)::int AS count, min(s.scanned_at) AS first_at
       FROM unit u JOIN scan s ON s.unit_id = u.id AND s.purpose = 'public' WHERE u.gtin = $1 AND u.serial = $2`,
    [gtin, serial],
  );
  return row?.first_at ? { count: row.count, firstAt: row.first_at } : null;
}
