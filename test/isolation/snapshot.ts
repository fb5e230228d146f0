import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '../../src/database/database.ts';

/** Every row of the database as `table digest`, and for the rows of one organisation that digest with its text. */
export type Snapshot = ReadonlyMap<string, string>;

/** Notes of when somebody was here: they change with every request, a refused one too. */
const PRESENCE = "- 'last_used_at' - 'last_seen_at'";

export async function snapshotOf(sql: Sql): Promise<Snapshot> {
  while (await isHandingOn(sql)) await sleep(20);
  const tables = await sql.rows<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1`,
  );
  const each = tables.map(
    ({ name }) => `SELECT '${name}' AS name, (to_jsonb(t) ${PRESENCE})::text AS row FROM "${name}" t`,
  );
  const rows = await sql.rows<{ key: string; row: string }>(
    `SELECT name || ' ' || md5(row) || ' ' || row_number() OVER (PARTITION BY name, row) AS key, row
       FROM (${each.join(' UNION ALL ')}) AS rows`,
  );
  return new Map(rows.map(({ key, row }) => [key, row]));
}

/** What happened before is handed on in its own time, which marks its rows: nothing that is compared here did that. */
async function isHandingOn(sql: Sql): Promise<boolean> {
  const waiting = await sql.rows('SELECT FROM outbox_event WHERE relayed_at IS NULL LIMIT 1');
  return waiting.length > 0;
}

/** Rows that are gone or were changed, and rows that came, each as its table and its text. */
export function changesBetween(before: Snapshot, after: Snapshot): { gone: string[]; come: string[] } {
  const missing = (from: Snapshot, to: Snapshot) =>
    [...from].filter(([key]) => !to.has(key)).map(([key, row]) => `${key.split(' ', 1)[0]} ${row}`);
  return { gone: missing(before, after), come: missing(after, before) };
}
