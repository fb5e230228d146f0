import type { Sql } from '../database/database.ts';
import type { OrganisationId, PartId } from '../kernel/identifiers.ts';

/** Where public checks of one day came from. The hash lives for that day alone. */
export interface PublicSource {
  readonly source: Buffer;
  readonly known: number;
  readonly unknown: number;
}

/** Fewer codes are nobody's list. */
const LEAST_CODES = 20;

export const busySources = (sql: Sql, from: Date, until: Date): Promise<PublicSource[]> =>
  sql.rows<PublicSource & Record<string, unknown>>(
    `SELECT source_hash AS source, count(DISTINCT unit_id)::int AS known,
            count(DISTINCT serial) FILTER (WHERE unit_id IS NULL)::int AS unknown
       FROM scan WHERE purpose = 'public' AND recorded_at >= $1 AND recorded_at < $2 AND source_hash IS NOT NULL
      GROUP BY source_hash HAVING count(DISTINCT serial) >= ${LEAST_CODES}`,
    [from, until],
  );

export interface CrowdedUnit {
  readonly gtin: string;
  readonly serial: string;
  readonly makerId: OrganisationId;
  readonly partId: PartId;
  readonly isNew: boolean;
  readonly sources: number;
}

/** Fewer curious people are no crowd under any policy worth having. */
const LEAST_SOURCES = 5;

/** Units that many sources read on one day, those sources left out that read many units. */
export const crowdedUnits = (sql: Sql, from: Date, until: Date, noisy: readonly Buffer[]): Promise<CrowdedUnit[]> =>
  sql.rows<CrowdedUnit & Record<string, unknown>>(
    `SELECT u.gtin, u.serial, u.maker_id AS "makerId", u.part_id AS "partId", r.sources,
            u.state IN ('in_stock', 'in_transit', 'allocated') AS "isNew"
       FROM (SELECT unit_id, count(DISTINCT source_hash)::int AS sources FROM scan
              WHERE purpose = 'public' AND recorded_at >= $1 AND recorded_at < $2 AND unit_id IS NOT NULL
                AND NOT (source_hash = ANY ($3::bytea[]))
              GROUP BY unit_id HAVING count(DISTINCT source_hash) >= ${LEAST_SOURCES}) r
       JOIN unit u ON u.id = r.unit_id`,
    [from, until, noisy],
  );
