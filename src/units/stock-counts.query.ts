import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { UnitState } from './unit-lifecycle.ts';

export interface StateCount {
  readonly state: UnitState;
  readonly units: number;
}

/** How many units an organisation has in hand, by state. */
export const countsByState = (sql: Sql, custodianId: OrganisationId): Promise<StateCount[]> =>
  sql.rows<StateCount>('SELECT state, count(*)::int AS units FROM unit WHERE custodian_id = $1 GROUP BY state', [
    custodianId,
  ]);

/** What an organisation has in hand of one part. */
export interface PartStock {
  readonly partNumber: string;
  readonly name: Words;
  /** Labels printed and on no part yet. */
  readonly issued: number;
  readonly inStock: number;
  readonly inTransit: number;
  /** Of those in stock, units that a hold keeps from being shipped. */
  readonly held: number;
}

/** By part number, from the one after `after`; one more than `limit` where there are more. @param text in the number or a name */
export function stockByPart(
  sql: Sql,
  custodianId: OrganisationId,
  search: { readonly text: string; readonly after?: string | undefined; readonly limit: number },
): Promise<PartStock[]> {
  return sql.rows<PartStock>(
    `SELECT p.part_number AS "partNumber", json_build_object('zh', p.name_zh, 'en', p.name_en) AS name,
            count(*) FILTER (WHERE u.state = 'issued')::int AS issued,
            count(*) FILTER (WHERE u.state = 'in_stock')::int AS "inStock",
            count(*) FILTER (WHERE u.state = 'in_transit')::int AS "inTransit",
            count(*) FILTER (WHERE u.state = 'in_stock' AND EXISTS (
              SELECT FROM unit_hold h WHERE h.unit_id = u.id AND h.cleared_at IS NULL))::int AS held
       FROM unit u JOIN part p ON p.id = u.part_id
      WHERE u.custodian_id = $1 AND u.state IN ('issued', 'in_stock', 'in_transit')
        AND ($2 = '' OR position(upper($2) IN p.part_number) > 0 OR position($2 IN p.name_zh) > 0
             OR position(lower($2) IN lower(p.name_en)) > 0)
        AND ($3::text IS NULL OR p.part_number > $3)
      GROUP BY p.id ORDER BY p.part_number LIMIT $4`,
    [custodianId, search.text, search.after ?? null, search.limit + 1],
  );
}
