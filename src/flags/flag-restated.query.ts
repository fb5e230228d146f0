import type { Sql } from '../database/database.ts';
import { newId } from '../kernel/identifiers.ts';
import type { FlagToRecord } from './flag-record.ts';

/** A flag says what its worst source says, and of several the first: as its index has them. */
export const WORST_FIRST = 's.level DESC, s.at, s.source';

/** The id of the scan that a source is, null for any other: a stranger, a day, a number. Whatever is asked first, no cast fails. */
export const scanIdOf = (source: string): string =>
  `CASE WHEN ${source} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN ${source}::uuid END`;

/**
 * A source that is counted already was judged once more, and something else may have been found. Where a case is open, people
 * act on what it said: it may become worse, but not less by itself.
 */
export async function judgeSourceAgain(
  sql: Sql,
  known: { readonly id: string; readonly status: string; readonly case_number: string | null },
  { finding, level, subject, source, at }: FlagToRecord & { readonly source: string; readonly at: Date },
): Promise<void> {
  const changed = await sql.run(
    `UPDATE flag_source SET level = $4, finding = $5, at = least(at, $6)
      WHERE rule = $1 AND subject = $2 AND source = $3 AND (level <> $4 OR finding <> $5::jsonb OR at > $6)
        AND (level <= $4 OR $7)`,
    [finding.rule, subject, source, level, JSON.stringify(finding), at, known.case_number === null],
  );
  if (changed > 0 && isStanding(known.status)) await restate(sql, known.id);
}

/** A flag that nobody has closed follows its sources. */
const isStanding = (status: string): boolean => status === 'open' || status === 'prevented';

/**
 * Everything that a flag says follows from its sources, so that no order of arrival shows in it.
 * @returns false where it has none, and nothing was written.
 */
async function restate(sql: Sql, flagId: string): Promise<boolean> {
  const restated = await sql.run(
    `WITH told AS (
       SELECT count(*)::int AS count, max(s.level) AS level, min(s.at) AS first_at, max(s.at) AS last_at,
              (array_agg(s.finding ORDER BY ${WORST_FIRST}))[1] AS finding,
              (array_agg(s.source ORDER BY s.at, s.source))[1] AS first
         FROM flag_source s WHERE s.flag_id = $1 HAVING count(*) > 0
     )
     UPDATE flag f SET count = t.count, level = t.level, first_at = t.first_at, last_at = t.last_at, finding = t.finding,
            scan_id = coalesce(c.id, f.scan_id),
            workshop_id = CASE WHEN c.id IS NULL THEN f.workshop_id ELSE w.id END,
            order_id = CASE WHEN c.id IS NULL THEN f.order_id ELSE c.order_id END,
            line = CASE WHEN c.id IS NULL THEN f.line ELSE coalesce((t.finding ->> 'line')::int, c.line) END
       FROM told t
       LEFT JOIN scan c ON c.id = ${scanIdOf('t.first')}
       LEFT JOIN organisation w ON w.id = c.organisation_id AND w.kind = 'workshop'
      WHERE f.id = $1`,
    [flagId],
  );
  return restated > 0;
}

/** Where one occurrence was found that may have to go again. */
export interface FlagSource {
  readonly rule: string;
  readonly subject: string;
  readonly source: string;
  readonly flagId: string;
  readonly caseNumber: string | null;
}

export const sourcesOf = (sql: Sql, sources: readonly string[], rules: readonly string[]): Promise<FlagSource[]> =>
  sql.rows<FlagSource & Record<string, unknown>>(
    `SELECT s.rule, s.subject, s.source, s.flag_id AS "flagId", f.case_number AS "caseNumber"
       FROM flag_source s JOIN flag f ON f.id = s.flag_id
      WHERE s.source = ANY ($1::text[]) AND s.rule = ANY ($2::text[]) AND f.status IN ('open', 'prevented')`,
    [sources, rules],
  );

const lock = (sql: Sql, flagId: string): Promise<unknown> =>
  sql.rows('SELECT id FROM flag WHERE id = $1 FOR UPDATE', [flagId]);

/** What a flag says is a lesser or no matter without this source. It is dismissed when nothing else is left of it. */
export async function withdrawSource(
  sql: Sql,
  { rule, subject, source, flagId }: FlagSource,
  now: Date,
): Promise<void> {
  await lock(sql, flagId);
  await sql.run('DELETE FROM flag_source WHERE rule = $1 AND subject = $2 AND source = $3', [rule, subject, source]);
  if (await restate(sql, flagId)) return;
  await sql.run(
    `UPDATE flag SET status = 'dismissed', cause = 'late_upload', note = $2, resolved_at = $3 WHERE id = $1`,
    [flagId, WITHDRAWN, now],
  );
}

/** Both languages: an analyst of either reads it. */
const WITHDRAWN = '迟到的记录说明了它。 / Records that arrived late explain it.';

/**
 * The step that this source tells of was put right before it took effect: it is counted among what was prevented, and the
 * sources that were not put right stay open.
 */
export async function preventSource(sql: Sql, { rule, subject, source, flagId }: FlagSource): Promise<void> {
  await lock(sql, flagId);
  const isWhole = await sql.run(
    `UPDATE flag f SET status = 'prevented'
      WHERE f.id = $1 AND NOT EXISTS (SELECT FROM flag_source s WHERE s.flag_id = $1 AND s.source <> $2)
        AND NOT EXISTS (SELECT FROM flag p WHERE p.rule = f.rule AND p.subject = f.subject AND p.status = 'prevented')`,
    [flagId, source],
  );
  if (isWhole > 0) return;
  const prevented = await sql.first<{ id: string }>(
    `INSERT INTO flag AS p (id, rule, level, status, subject, unit_id, part_id, maker_id, finding, first_at, last_at, count)
     SELECT $2, rule, level, 'prevented', subject, unit_id, part_id, maker_id, finding, first_at, last_at, 0
       FROM flag WHERE id = $1
     ON CONFLICT (rule, subject, status) WHERE status IN ('open', 'prevented') DO UPDATE SET count = p.count
     RETURNING id`,
    [flagId, newId()],
  );
  await sql.run('UPDATE flag_source SET flag_id = $4 WHERE rule = $1 AND subject = $2 AND source = $3', [
    rule,
    subject,
    source,
    prevented!.id,
  ]);
  await restate(sql, prevented!.id);
  if (!(await restate(sql, flagId))) await sql.run('DELETE FROM flag WHERE id = $1', [flagId]);
}
