import type { Sql } from '../database/database.ts';
import type { OrganisationId, UnitId } from '../kernel/identifiers.ts';
import { STORED_SCANS, type StoredScan } from '../verification/stored-scan.ts';
import { MOST_IN_STEP } from './pass.ts';

/** A unit, or a serial that nobody registered, of which something was told late: from then on it is looked at again. */
export interface LateSubject {
  readonly unitId: UnitId | null;
  readonly gtin: string | null;
  readonly serial: string | null;
  readonly since: Date;
}

/** As the index has it. */
const IS_LATE = `s.recorded_at - s.scanned_at >= interval '2 minutes'`;

/** Where a step ends that began after `after`: at most so many late scans later, and together with all of the same instant. */
export async function stepEnd(sql: Sql, after: Date, now: Date): Promise<Date> {
  const row = await sql.first<{ recorded_at: Date }>(
    `SELECT s.recorded_at FROM scan s WHERE s.recorded_at > $1 AND s.recorded_at <= $2 AND ${IS_LATE}
      ORDER BY s.recorded_at OFFSET ${MOST_IN_STEP} LIMIT 1`,
    [after, now],
  );
  return row?.recorded_at ?? now;
}

/** Each half has an index of its own. */
const READINGS = (which: string): string => `(
         SELECT ${STORED_SCANS.columns},
                EXISTS (SELECT FROM fitting f
                         WHERE f.unit_id = s.unit_id AND f.order_id = s.order_id AND f.fitted_at = s.scanned_at) AS is_of_fitting
           FROM scan s ${STORED_SCANS.joins}
          WHERE ${which} AND s.scanned_at >= t.since AND s.organisation_id IS NOT NULL
          ORDER BY s.scanned_at, s.id LIMIT ${MOST_IN_STEP})`;

export const lateSubjects = (sql: Sql, after: Date, until: Date): Promise<LateSubject[]> =>
  sql.rows<LateSubject & Record<string, unknown>>(
    `SELECT unit_id AS "unitId", gtin, serial, min(at) AS since FROM (
       SELECT s.unit_id, CASE WHEN s.unit_id IS NULL THEN s.gtin END AS gtin,
              CASE WHEN s.unit_id IS NULL THEN s.serial END AS serial, s.scanned_at AS at
         FROM scan s
        WHERE s.recorded_at > $1 AND s.recorded_at <= $2 AND ${IS_LATE} AND (s.unit_id IS NOT NULL OR s.serial IS NOT NULL)
       UNION ALL
       SELECT f.unit_id, NULL, NULL, f.fitted_at FROM fitting f
        WHERE f.recorded_at > $1 AND f.recorded_at <= $2 AND f.recorded_at - f.fitted_at >= interval '2 minutes'
          AND f.unit_id IS NOT NULL) told
      GROUP BY unit_id, gtin, serial`,
    [after, until],
  );

/** A reading that somebody signed in told. */
export interface ToldScan extends StoredScan {
  readonly organisation_id: OrganisationId;
  /** The reading was part of a fitting that took effect. */
  readonly is_of_fitting: boolean;
}

/**
 * The readings of each subject by people signed in, from when on it is looked at again. A crowd without accounts is never late,
 * and judged at the scan.
 */
export const toldScans = (sql: Sql, subjects: readonly LateSubject[]): Promise<ToldScan[]> =>
  sql.rows<ToldScan & Record<string, unknown>>(
    `SELECT s.* FROM unnest($1::bigint[], $2::char(14)[], $3::char(12)[], $4::timestamptz[]) WITH ORDINALITY
                       AS t(unit_id, gtin, serial, since, n),
       LATERAL (${READINGS('s.unit_id = t.unit_id')} UNION ALL ${READINGS(`t.unit_id IS NULL AND s.unit_id IS NULL
                 AND s.serial = t.serial AND s.gtin IS NOT DISTINCT FROM t.gtin`)}) s
      ORDER BY t.n, s.scanned_at, s.id`,
    [
      subjects.map(({ unitId }) => unitId),
      subjects.map(({ gtin }) => gtin),
      subjects.map(({ serial }) => serial),
      subjects.map(({ since }) => since),
    ],
  );
