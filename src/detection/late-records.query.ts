import type { Sql } from '../database/database.ts';
import type { ScanEvidence, ScanPurpose } from '../flags/evidence.ts';
import type { OrganisationId, UnitId } from '../kernel/identifiers.ts';
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

/** A scan as it was told, with who told it. */
export interface ToldScan {
  readonly id: string;
  readonly code: string;
  readonly purpose: ScanPurpose;
  readonly actorId: string;
  readonly organisationId: OrganisationId;
  readonly organisationKind: 'maker' | 'warehouse' | 'workshop' | 'platform';
  readonly device: string | null;
  readonly orderNumber: string | null;
  readonly line: number | null;
  readonly scannedAt: Date;
  readonly recordedAt: Date;
  readonly observed: ScanEvidence['observed'] | null;
  readonly latitude: string | null;
  readonly longitude: string | null;
  /** The reading was part of a fitting that took effect. */
  readonly isOfFitting: boolean;
}

/**
 * The readings of it by people signed in from `since` on. A crowd without accounts is never late, and judged at the scan.
 */
export const toldScans = (sql: Sql, { unitId, gtin, serial, since }: LateSubject): Promise<ToldScan[]> =>
  sql.rows<ToldScan & Record<string, unknown>>(
    `SELECT s.id, s.code, s.purpose, s.actor_id AS "actorId", s.organisation_id AS "organisationId",
            g.kind AS "organisationKind", s.device, o.number AS "orderNumber", s.line, s.scanned_at AS "scannedAt",
            s.recorded_at AS "recordedAt", s.observed, s.latitude, s.longitude,
            EXISTS (SELECT FROM fitting f WHERE f.unit_id = s.unit_id AND f.order_id = s.order_id AND f.fitted_at = s.scanned_at)
              AS "isOfFitting"
       FROM scan s
       JOIN organisation g ON g.id = s.organisation_id
       LEFT JOIN repair_order o ON o.id = s.order_id
      WHERE s.scanned_at >= $2
        AND ${unitId === null ? 's.unit_id IS NULL AND s.serial = $1 AND s.gtin IS NOT DISTINCT FROM $3' : 's.unit_id = $1 AND $3::text IS NULL'}
      ORDER BY s.scanned_at, s.id LIMIT ${MOST_IN_STEP}`,
    [unitId ?? serial, since, gtin],
  );
