import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { Satisfaction } from './satisfaction.ts';

export interface SatisfactionSums extends Satisfaction {
  readonly answers: number;
}

export interface SaidSatisfaction extends Satisfaction {
  readonly orderId: string;
  readonly repairOrder: string;
  readonly saidAt: Date;
}

export interface WorkshopSums extends SatisfactionSums {
  readonly code: string;
  readonly name: Words;
}

const SUMS = `count(*)::int AS answers, coalesce(sum(s.expected), 0)::int AS expected, coalesce(sum(s.received), 0)::int AS received`;

export async function sumsOfWorkshop(sql: Sql, workshopId: OrganisationId): Promise<SatisfactionSums> {
  const row = await sql.first<SatisfactionSums>(
    `SELECT ${SUMS} FROM satisfaction s JOIN repair_order o ON o.id = s.order_id WHERE o.workshop_id = $1`,
    [workshopId],
  );
  return row!;
}

/** Newest first. */
export function saidOfWorkshop(
  sql: Sql,
  workshopId: OrganisationId,
  after: readonly [saidAt: string, orderId: string] | undefined,
  limit: number,
): Promise<SaidSatisfaction[]> {
  return sql.rows<SaidSatisfaction>(
    `SELECT s.order_id AS "orderId", o.number AS "repairOrder", s.expected, s.received, s.said_at AS "saidAt"
       FROM satisfaction s JOIN repair_order o ON o.id = s.order_id
      WHERE o.workshop_id = $1 AND ($2::timestamptz IS NULL OR (s.said_at, s.order_id) < ($2, $3))
      ORDER BY s.said_at DESC, s.order_id DESC LIMIT $4`,
    [workshopId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/** By workshop code, of repairs that put in a part of this maker. */
export function sumsByWorkshop(
  sql: Sql,
  makerId: OrganisationId,
  after: string | undefined,
  limit: number,
): Promise<WorkshopSums[]> {
  return sql.rows<WorkshopSums>(
    `SELECT g.code, json_build_object('zh', g.name_zh, 'en', g.name_en) AS name, ${SUMS}
       FROM satisfaction s JOIN repair_order o ON o.id = s.order_id JOIN organisation g ON g.id = o.workshop_id
      WHERE ($2::text IS NULL OR g.code > $2)
        AND EXISTS (SELECT FROM fitting f JOIN part p ON p.id = f.part_id
                     WHERE f.order_id = o.id AND f.undone_at IS NULL AND p.maker_id = $1)
      GROUP BY g.id ORDER BY g.code LIMIT $3`,
    [makerId, after ?? null, limit],
  );
}
