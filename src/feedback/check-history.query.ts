import type { Sql } from '../database/database.ts';
import type { UnitKey } from '../units/unit-lookup.ts';

/** How often anybody checked some codes without an account. A source counts once a day: a page opened twice is one check. */
export interface CheckHistory {
  readonly count: number;
  readonly firstAt: Date;
}

/** Null when nobody has, or the register knows no such unit. A source’s hash is another one every day (`public-source.ts`). */
export async function checkHistory(sql: Sql, units: readonly UnitKey[]): Promise<CheckHistory | null> {
  const row = await sql.first<{ count: number; first_at: Date | null }>(
    `SELECT count(DISTINCT s.source_hash)::int AS count, min(s.scanned_at) AS first_at
       FROM unnest($1::bpchar[], $2::bpchar[]) AS k(gtin, serial)
       JOIN unit u ON u.gtin = k.gtin AND u.serial = k.serial
       JOIN scan s ON s.unit_id = u.id AND s.purpose = 'public'`,
    [units.map(({ gtin }) => gtin), units.map(({ serial }) => serial)],
  );
  return row?.first_at ? { count: row.count, firstAt: row.first_at } : null;
}
