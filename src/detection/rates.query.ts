import type { Sql } from '../database/database.ts';
import type { OrganisationId, PartId } from '../kernel/identifiers.ts';

/** How often one workshop or technician did it, and how often all others together. */
export interface PeerRate {
  readonly makerId: OrganisationId;
  readonly workshopId: OrganisationId;
  /** Null: the workshop as a whole. */
  readonly technicianId: string | null;
  readonly partId: PartId | null;
  readonly partNumber: string | null;
  readonly times: number;
  readonly of: number;
  readonly peerTimes: number;
  readonly peerOf: number;
  readonly peers: number;
}

/** What is counted: what happened in the span, as it was known when it was judged. */
export interface RateSpan {
  readonly from: Date;
  readonly until: Date;
  readonly judgedAt: Date;
  /** Null: of every maker's parts. */
  readonly makerId: OrganisationId | null;
}

/** Fewer prove nothing under any policy worth having. */
const LEAST_CASES = 3;

/**
 * The share of the orders of each on which a part was fitted, beside all others with the same maker's parts. `technician` in SQL: null
 * for workshops as a whole.
 */
const replacements = (technician: string): string => `
     WITH fitted AS (
       SELECT DISTINCT f.order_id, o.workshop_id, ${technician} AS technician_id, p.maker_id, f.part_id, p.part_number
         FROM fitting f JOIN repair_order o ON o.id = f.order_id JOIN part p ON p.id = f.part_id
        WHERE f.recorded_at >= $1 AND f.fitted_at >= $1 AND f.fitted_at < $2
          AND (f.undone_at IS NULL OR f.undone_at >= $2) AND ($3::uuid IS NULL OR p.maker_id = $3)
     ), orders AS (
       SELECT maker_id, workshop_id, technician_id, count(DISTINCT order_id)::int AS orders
         FROM fitted GROUP BY maker_id, workshop_id, technician_id
     ), country AS (
       SELECT maker_id, sum(orders)::int AS orders, count(*)::int AS peers FROM orders GROUP BY maker_id
     ), cases AS (
       SELECT maker_id, part_id, part_number, workshop_id, technician_id, count(*)::int AS times,
              (sum(count(*)) OVER (PARTITION BY part_id))::int AS country
         FROM fitted GROUP BY maker_id, part_id, part_number, workshop_id, technician_id
     )
     SELECT c.maker_id AS "makerId", c.workshop_id AS "workshopId", c.technician_id AS "technicianId", c.part_id AS "partId",
            c.part_number AS "partNumber", c.times, o.orders AS of, c.country - c.times AS "peerTimes",
            a.orders - o.orders AS "peerOf", a.peers - 1 AS peers
       FROM cases c
       JOIN orders o ON o.maker_id = c.maker_id AND o.workshop_id = c.workshop_id
                    AND o.technician_id IS NOT DISTINCT FROM c.technician_id
       JOIN country a ON a.maker_id = c.maker_id
      WHERE c.times >= ${LEAST_CASES}`;

export const replacementRates = (sql: Sql, { from, until, makerId }: RateSpan): Promise<PeerRate[]> =>
  sql.rows<PeerRate & Record<string, unknown>>(replacements('NULL::uuid'), [from, until, makerId]);

/** Among the technicians of all workshops. Who works alone in a workshop is told of with it. */
export const replacementRatesOfTechnicians = (sql: Sql, { from, until, makerId }: RateSpan): Promise<PeerRate[]> =>
  sql.rows<PeerRate & Record<string, unknown>>(
    `${replacements('f.technician_id')}
        AND EXISTS (SELECT FROM orders q WHERE q.maker_id = c.maker_id AND q.workshop_id = c.workshop_id
                                           AND q.technician_id <> c.technician_id)`,
    [from, until, makerId],
  );

/** The share of a workshop's fittings that were undone, or let pass against a finding of level 4. */
export const overrideRates = (sql: Sql, { from, until, judgedAt, makerId }: RateSpan): Promise<PeerRate[]> =>
  sql.rows<PeerRate & Record<string, unknown>>(
    `WITH fitted AS (
       SELECT p.maker_id, o.workshop_id, count(*)::int AS of, count(*) FILTER (WHERE f.undone_at < $2)::int AS undone
         FROM fitting f JOIN repair_order o ON o.id = f.order_id JOIN part p ON p.id = f.part_id
        WHERE f.recorded_at >= $1 AND f.fitted_at >= $1 AND f.fitted_at < $2 AND ($3::uuid IS NULL OR p.maker_id = $3)
        GROUP BY p.maker_id, o.workshop_id
     ), passed AS (
       SELECT maker_id, workshop_id, count(*)::int AS times FROM flag
        WHERE overridden_by IS NOT NULL AND level >= 4 AND first_at >= $1 AND first_at < $2
          AND (status IN ('open', 'confirmed') OR resolved_at > $4) AND ($3::uuid IS NULL OR maker_id = $3)
        GROUP BY maker_id, workshop_id
     ), rated AS (
       SELECT f.maker_id, f.workshop_id, f.of, least(f.of, f.undone + coalesce(p.times, 0)) AS times
         FROM fitted f LEFT JOIN passed p ON p.maker_id = f.maker_id AND p.workshop_id = f.workshop_id
     ), country AS (
       SELECT maker_id, sum(of)::int AS of, sum(times)::int AS times, count(*)::int AS workshops FROM rated GROUP BY maker_id
     )
     SELECT r.maker_id AS "makerId", r.workshop_id AS "workshopId", NULL AS "technicianId", NULL AS "partId", NULL AS "partNumber", r.times, r.of,
            a.times - r.times AS "peerTimes", a.of - r.of AS "peerOf", a.workshops - 1 AS peers
       FROM rated r JOIN country a ON a.maker_id = r.maker_id
      WHERE r.times >= ${LEAST_CASES}`,
    [from, until, makerId, judgedAt],
  );
