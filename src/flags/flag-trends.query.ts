import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';

export interface RuleWeek {
  readonly rule: string;
  /** The Monday on which the week begins, at the workshop's counter: `2026-11-23`. */
  readonly week: string;
  readonly flags: number;
}

/** How many flags each rule raised on the maker's parts in each week since. */
export const flagsByRuleAndWeek = (sql: Sql, makerId: OrganisationId, since: Date): Promise<RuleWeek[]> =>
  sql.rows(
    `SELECT rule, date_trunc('week', first_at AT TIME ZONE 'Asia/Shanghai')::date::text AS week, count(*)::int AS flags
       FROM flag WHERE maker_id = $1 AND first_at >= $2 GROUP BY rule, week ORDER BY rule, week`,
    [makerId, since],
  );

export interface WorkshopTally {
  readonly code: string;
  readonly name: Words;
  /** How often its people read a label of the maker's. */
  readonly scans: number;
  /** Flags raised there and not dismissed. */
  readonly flags: number;
}

/** What was flagged at each workshop since, beside how much it scanned: a large one has more of both. */
export const flagsByWorkshop = (sql: Sql, makerId: OrganisationId, since: Date): Promise<WorkshopTally[]> =>
  sql.rows(
    `WITH scanned AS (
       SELECT s.organisation_id AS id, count(*) AS scans
         FROM scan s JOIN unit u ON u.id = s.unit_id AND u.maker_id = $1
        WHERE s.recorded_at >= $2 AND s.organisation_id IS NOT NULL GROUP BY s.organisation_id
     ), flagged AS (
       SELECT workshop_id AS id, count(*) AS flags FROM flag
        WHERE maker_id = $1 AND first_at >= $2 AND status <> 'dismissed' AND workshop_id IS NOT NULL GROUP BY workshop_id)
     SELECT o.code, json_build_object('zh', o.name_zh, 'en', o.name_en) AS name,
            coalesce(c.scans, 0)::int AS scans, coalesce(f.flags, 0)::int AS flags
       FROM scanned c FULL JOIN flagged f USING (id) JOIN organisation o USING (id)
      WHERE o.kind = 'workshop' ORDER BY o.code`,
    [makerId, since],
  );
