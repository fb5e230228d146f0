import type { Sql } from '../database/database.ts';
import { newId } from '../kernel/identifiers.ts';
import type { FlagContext, FlagToRecord } from './flag-record.ts';
import { judgeSourceAgain, WORST_FIRST } from './flag-restated.query.ts';
import type { Level } from './rule.ts';

/** When it happened, by whatever clock it was told. */
interface Seen {
  readonly at: Date;
}

export interface KeptFlag {
  readonly id: string;
  readonly status: string;
  readonly caseNumber: string | null;
  /** Found for the first time in this source. */
  readonly isNew: boolean;
  readonly level: Level;
  /** Of the flag as it stood; null where there was none. */
  readonly levelBefore: Level | null;
}

interface StoredFlag {
  id: string;
  status: string;
  case_number: string | null;
  level: Level;
  count: number;
}

/**
 * One flag a rule and subject, and in it each source once: looking at the same scan again, in another order or on another
 * server, changes nothing. What an analyst has closed stays closed for the sources that it rested on.
 */
export async function keepOnce(sql: Sql, seen: Seen, flag: FlagToRecord, context: FlagContext): Promise<KeptFlag> {
  const source = context.source ?? context.scanId ?? newId();
  const known = await flagOfSource(sql, flag, source);
  if (known) {
    await judgeSourceAgain(sql, known, { ...flag, source, at: seen.at });
    return keptFlag(known, flag, false);
  }
  const open = await openFlag(sql, seen, flag, context);
  return keptFlag(open, flag, await addSource(sql, seen, flag, { context, source, flagId: open.id }));
}

const keptFlag = (row: StoredFlag, flag: FlagToRecord, isNew: boolean): KeptFlag => ({
  id: row.id,
  status: row.status,
  caseNumber: row.case_number,
  isNew,
  level: row.level > flag.level ? row.level : flag.level,
  levelBefore: row.count === 0 ? null : row.level,
});

const flagOfSource = (sql: Sql, { finding, subject }: FlagToRecord, source: string): Promise<StoredFlag | undefined> =>
  sql.first<StoredFlag & Record<string, unknown>>(
    `SELECT f.id, f.status, f.case_number, f.level, f.count FROM flag_source s JOIN flag f ON f.id = s.flag_id
      WHERE s.rule = $1 AND s.subject = $2 AND s.source = $3`,
    [finding.rule, subject, source],
  );

/** The open flag of this rule and subject, made or found, and locked until the transaction ends. */
async function openFlag(sql: Sql, seen: Seen, flag: FlagToRecord, context: FlagContext): Promise<StoredFlag> {
  const row = await sql.first<StoredFlag & Record<string, unknown>>(
    `INSERT INTO flag AS f (id, rule, level, status, subject, unit_id, part_id, maker_id, workshop_id, order_id, line,
                            scan_id, finding, override_reason, overridden_by, first_at, last_at, case_number, count)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $17, 0)
     ON CONFLICT (rule, subject, status) WHERE status IN ('open', 'prevented') DO UPDATE
       SET override_reason = coalesce(excluded.override_reason, f.override_reason),
           overridden_by = coalesce(excluded.overridden_by, f.overridden_by),
           case_number = coalesce(f.case_number, excluded.case_number)
     RETURNING id, status, case_number, level, count`,
    [
      newId(),
      flag.finding.rule,
      flag.level,
      flag.status,
      flag.subject,
      // A printed code speaks of no unit, even where it borrowed the number of one.
      flag.finding.subject === 'code' ? null : (context.unit?.id ?? null),
      context.partId,
      context.makerId,
      context.workshopId,
      context.orderId,
      flag.finding.line ?? context.line,
      context.scanId,
      JSON.stringify(flag.finding),
      context.override?.reason ?? null,
      context.override?.by ?? null,
      seen.at,
      context.caseNumber ?? null,
    ],
  );
  return row!;
}

/**
 * The flag tells of its first occurrence, whichever came last.
 * @returns false when another server was first to count this source.
 */
async function addSource(
  sql: Sql,
  { at }: Seen,
  flag: FlagToRecord,
  { context, source, flagId }: { readonly context: FlagContext; readonly source: string; readonly flagId: string },
): Promise<boolean> {
  const added = await sql.run(
    `INSERT INTO flag_source (rule, subject, source, flag_id, level, finding, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (rule, subject, source) DO NOTHING`,
    [flag.finding.rule, flag.subject, source, flagId, flag.level, JSON.stringify(flag.finding), at],
  );
  if (added > 0)
    await sql.run(
      `UPDATE flag SET count = count + 1, level = greatest(level, $2), last_at = greatest(last_at, $3),
              finding = (SELECT s.finding FROM flag_source s WHERE s.flag_id = $1 ORDER BY ${WORST_FIRST} LIMIT 1),
              workshop_id = CASE WHEN $3 < first_at THEN $4 ELSE workshop_id END,
              order_id = CASE WHEN $3 < first_at THEN $5 ELSE order_id END,
              line = CASE WHEN $3 < first_at THEN $6 ELSE line END,
              scan_id = CASE WHEN $3 < first_at THEN $7 ELSE scan_id END,
              first_at = least(first_at, $3)
        WHERE id = $1`,
      [flagId, flag.level, at, context.workshopId, context.orderId, flag.finding.line ?? context.line, context.scanId],
    );
  return added > 0;
}
