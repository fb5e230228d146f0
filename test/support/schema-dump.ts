import type { Client } from 'pg';

/** Of our schema; what an extension brought belongs to it. */
const ours = (namespace: string) => `c.${namespace} = 'public'::regnamespace
  AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')`;

/** Everything that migrations can make, each as one line of text. */
const PARTS = [
  `SELECT format('table %s %s %s', c.relname, c.relkind, pg_get_partkeydef(c.oid)) FROM pg_class c
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND ${ours('relnamespace')}`,
  `SELECT format('column %s.%s %s null:%s default:%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      NOT a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relkind IN ('r', 'p', 'v', 'm') AND ${ours('relnamespace')}`,
  `SELECT format('constraint %s.%s %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
    FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid WHERE ${ours('relnamespace')}`,
  `SELECT pg_get_indexdef(c.oid) FROM pg_class c WHERE c.relkind IN ('i', 'I') AND ${ours('relnamespace')}`,
  `SELECT pg_get_triggerdef(t.oid) FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid
    WHERE NOT t.tgisinternal AND ${ours('relnamespace')}`,
  `SELECT pg_get_viewdef(c.oid) FROM pg_class c WHERE c.relkind IN ('v', 'm') AND ${ours('relnamespace')}`,
  `SELECT pg_get_functiondef(c.oid) FROM pg_proc c WHERE c.prokind <> 'a' AND ${ours('pronamespace')}`,
  `SELECT format('type %s %s', c.typname, c.typtype) FROM pg_type c
    WHERE c.typtype IN ('e', 'd', 'r') AND ${ours('typnamespace')}`,
];

/** TypeORM's own lists of what it ran. */
const BOOKKEEPING = /\b(schema_migration|typeorm_metadata)/;

/** The schema of a database as sorted lines: equal texts are equal schemas. */
export async function schemaDump(client: Client): Promise<string[]> {
  const lines: string[] = [];
  for (const text of PARTS) {
    const { rows } = await client.query<[string]>({ rowMode: 'array', text });
    lines.push(...rows.map(([line]) => line).filter((line) => !BOOKKEEPING.test(line)));
  }
  return lines.sort((a, b) => a.localeCompare(b));
}
