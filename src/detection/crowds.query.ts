import type { Sql } from '../database/database.ts';
import type { OrganisationId, PartId } from '../kernel/identifiers.ts';

/** Where public checks came from. The hash lives for one day. */
export interface PublicSource {
  readonly source: Buffer;
  readonly known: number;
  readonly unknown: number;
}

/** Fewer codes are nobody's list. */
const LEAST_CODES = 20;

const CODES_OF = `SELECT s.source_hash AS source, count(DISTINCT s.unit_id)::int AS known,
            count(DISTINCT s.serial) FILTER (WHERE s.unit_id IS NULL)::int AS unknown`;

/** What the sources of a stretch of time have asked on their whole day. */
export const busySources = (sql: Sql, after: Date, until: Date): Promise<PublicSource[]> =>
  sql.rows<PublicSource & Record<string, unknown>>(
    `${CODES_OF}
       FROM (SELECT DISTINCT source_hash FROM scan
              WHERE purpose = 'public' AND recorded_at > $1 AND recorded_at <= $2 AND source_hash IS NOT NULL) t
       JOIN scan s ON s.source_hash = t.source_hash
      GROUP BY s.source_hash HAVING count(DISTINCT s.serial) >= ${LEAST_CODES}`,
    [after, until],
  );

/** The same of sources that are known already. */
export const codesOfSources = (sql: Sql, sources: readonly Buffer[]): Promise<PublicSource[]> =>
  sql.rows<PublicSource & Record<string, unknown>>(
    `${CODES_OF} FROM scan s WHERE s.source_hash = ANY ($1::bytea[])
      GROUP BY s.source_hash HAVING count(DISTINCT s.serial) >= ${LEAST_CODES}`,
    [sources],
  );

export interface CrowdedUnit {
  readonly gtin: string;
  readonly serial: string;
  readonly makerId: OrganisationId;
  readonly partId: PartId;
  readonly isNew: boolean;
  /** `2026-11-23`, in Greenwich, as sources are told apart. */
  readonly day: string;
  readonly sources: readonly Buffer[];
}

/** Fewer curious people are no crowd under any policy worth having. */
export const LEAST_SOURCES = 5;

/** Units read in a stretch of time that many sources read on that day. */
export const crowdedUnits = (sql: Sql, after: Date, until: Date): Promise<CrowdedUnit[]> =>
  sql.rows<CrowdedUnit & Record<string, unknown>>(
    `SELECT u.gtin, u.serial, u.maker_id AS "makerId", u.part_id AS "partId", r.day::text, r.sources,
            u.state IN ('in_stock', 'in_transit', 'allocated') AS "isNew"
       FROM (SELECT t.unit_id, t.day, array_agg(DISTINCT s.source_hash) AS sources
               FROM (SELECT DISTINCT unit_id, (recorded_at AT TIME ZONE 'UTC')::date AS day FROM scan
                      WHERE purpose = 'public' AND recorded_at > $1 AND recorded_at <= $2 AND unit_id IS NOT NULL) t
               JOIN scan s ON s.unit_id = t.unit_id AND s.purpose = 'public' AND s.source_hash IS NOT NULL
                AND s.scanned_at >= t.day::timestamp AT TIME ZONE 'UTC'
                AND s.scanned_at < (t.day + 1)::timestamp AT TIME ZONE 'UTC'
              GROUP BY t.unit_id, t.day HAVING count(DISTINCT s.source_hash) >= ${LEAST_SOURCES}) r
       JOIN unit u ON u.id = r.unit_id`,
    [after, until],
  );
