import type { Actor } from '../auth/actor.ts';
import type { Sql } from '../database/database.ts';
import type { FlagDto } from './flag.dto.ts';

/** What speaks of a person's pace or of a house's rates is a question for an analyst, and no charge against anybody yet. */
const ANALYST_ONLY = ['B09', 'I04', 'R17', 'R18'].join(',');

export interface FlagFilter {
  readonly id?: string;
  readonly status?: string;
  readonly level?: number;
  readonly rule?: string;
  readonly workshop?: string;
  readonly part?: string;
  readonly after?: string;
  readonly limit: number;
}

/**
 * Flags that concern the caller: a maker's people see those on their parts wherever they were raised, a workshop's only
 * its own. What another workshop's order is called is nobody's business, so a maker sees it only with a case.
 */
export async function flagsFor(sql: Sql, actor: Actor, filter: FlagFilter): Promise<FlagDto[]> {
  return sql.rows<FlagDto>(
    `SELECT f.id, f.rule, f.level, f.status, f.finding, f.count,
            CASE WHEN u.id IS NOT NULL THEN json_build_object('gtin', u.gtin, 'serial', u.serial) END AS unit,
            CASE WHEN f.subject LIKE 'code:%' THEN json_build_object(
              'gtin', nullif(split_part(substr(f.subject, 6), '/', 1), ''),
              'serial', nullif(split_part(f.subject, '/', 2), '')) END AS code,
            p.part_number AS "partNumber", w.code AS workshop,
            CASE WHEN f.workshop_id = $2 OR f.case_number IS NOT NULL THEN o.number END AS "repairOrder",
            f.line, f.case_number AS "case", f.override_reason AS "overrideReason", f.first_at AS "firstAt", f.last_at AS "lastAt",
            CASE WHEN f.resolved_at IS NOT NULL
                 THEN json_build_object('cause', f.cause, 'note', f.note, 'at', f.resolved_at) END AS resolution
       FROM flag f
       LEFT JOIN unit u ON u.id = f.unit_id
       LEFT JOIN part p ON p.id = f.part_id
       LEFT JOIN organisation w ON w.id = f.workshop_id
       LEFT JOIN repair_order o ON o.id = f.order_id
      WHERE ($1 = 'maker' AND f.maker_id = $2 OR $1 = 'workshop' AND f.workshop_id = $2 AND NOT (f.rule = ANY ('{${ANALYST_ONLY}}')))
        AND ($3::uuid IS NULL OR f.id = $3) AND ($4::text IS NULL OR f.status = $4) AND ($5::text IS NULL OR f.rule = $5)
        AND ($6::text IS NULL OR w.code = $6) AND ($7::text IS NULL OR p.part_number = $7) AND ($8::uuid IS NULL OR f.id < $8)
        AND ($9::int IS NULL OR f.level = $9)
      ORDER BY f.id DESC LIMIT $10`,
    [
      actor.organisation.kind,
      actor.organisation.id,
      filter.id ?? null,
      filter.status ?? null,
      filter.rule ?? null,
      filter.workshop ?? null,
      filter.part ?? null,
      filter.after ?? null,
      filter.level ?? null,
      filter.limit,
    ],
  );
}
