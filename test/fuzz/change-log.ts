import type { Sql } from '../../src/database/database.ts';

/**
 * Makes the database itself note every row that a committed transaction wrote, whatever route it came by. What tells
 * only that somebody was here is no such row.
 */
export async function keepChangeLog(sql: Sql): Promise<void> {
  await sql.run('CREATE UNLOGGED TABLE change_log (name text NOT NULL)');
  await sql.run(`CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP <> 'UPDATE' OR to_jsonb(OLD) - '{last_used_at,last_seen_at}'::text[]
                              <> to_jsonb(NEW) - '{last_used_at,last_seen_at}'::text[] THEN
        INSERT INTO change_log VALUES (TG_TABLE_NAME);
      END IF;
      RETURN NULL;
    END $$`);
  const tables = await sql.rows<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'change_log'`,
  );
  for (const { name } of tables) {
    await sql.run(`CREATE TRIGGER zz_note_change AFTER INSERT OR UPDATE OR DELETE ON ${name}
      FOR EACH ROW EXECUTE FUNCTION note_change()`);
  }
}

/** Tables that were written to since it was last asked. Of a partitioned one, the partitions. */
export async function changedTables(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ name: string }>(
    'WITH noted AS (DELETE FROM change_log RETURNING name) SELECT DISTINCT name FROM noted ORDER BY name',
  );
  return rows.map(({ name }) => name);
}
