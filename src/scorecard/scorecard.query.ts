import type { Sql } from '../database/database.ts';
import { DAYS_TO_ANSWER } from '../flags/case-opening.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';

/** What is counted: one maker's, or everybody's where that is `null`. */
export interface Scope {
  readonly makerId: OrganisationId | null;
  readonly from: Date;
  readonly to: Date;
}

export interface ResolvedCount {
  readonly rule: string;
  readonly status: 'confirmed' | 'dismissed';
  readonly cause: string;
  readonly flags: number;
}

export const resolvedFlags = (sql: Sql, { makerId, from, to }: Scope): Promise<ResolvedCount[]> =>
  sql.rows<ResolvedCount & Record<string, unknown>>(
    `SELECT rule, status, cause, count(*)::int AS flags FROM flag
      WHERE resolved_at >= $2 AND resolved_at < $3 AND ($1::uuid IS NULL OR maker_id = $1)
      GROUP BY rule, status, cause ORDER BY rule, flags DESC, cause`,
    [makerId, from, to],
  );

export const openFlags = (sql: Sql, { makerId }: Scope): Promise<{ rule: string; flags: number }[]> =>
  sql.rows(
    `SELECT rule, count(*)::int AS flags FROM flag
      WHERE status = 'open' AND ($1::uuid IS NULL OR maker_id = $1) GROUP BY rule`,
    [makerId],
  );

export interface DisputeCounts {
  readonly raised: number;
  readonly answered: number;
  readonly answeredInTime: number;
  readonly accepted: number;
  readonly declined: number;
  readonly escalated: number;
  readonly medianHours: number | null;
  readonly p90Hours: number | null;
  /** Workshops that they were raised with. */
  readonly houses: number;
}

/** Disputes and complaints raised in the period, by what became of them. The first answer or call-back counts. */
export async function disputes(sql: Sql, { makerId, from, to }: Scope): Promise<DisputeCounts> {
  const row = await sql.first<DisputeCounts & Record<string, unknown>>(
    `SELECT count(*)::int AS raised, count(answered_at)::int AS answered,
            (count(*) FILTER (WHERE answered_at <= opened_at + make_interval(days => ($4::jsonb ->> kind)::int)))::int
              AS "answeredInTime",
            (count(*) FILTER (WHERE is_accepted))::int AS accepted, (count(*) FILTER (WHERE is_declined))::int AS declined,
            (count(*) FILTER (WHERE is_escalated))::int AS escalated,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - opened_at) / 3600) AS "medianHours",
            percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - opened_at) / 3600) AS "p90Hours",
            count(DISTINCT workshop_id)::int AS houses
       FROM (SELECT c.kind, c.opened_at, c.workshop_id, min(e.at) FILTER (WHERE e.kind IN ('answer', 'call_back')) AS answered_at,
                    bool_or(e.kind = 'accepted') AS is_accepted, bool_or(e.kind = 'declined') AS is_declined,
                    bool_or(e.kind = 'escalated') AS is_escalated
               FROM case_file c LEFT JOIN case_entry e ON e.case_number = c.number
              WHERE c.kind <> 'investigation' AND c.opened_at >= $2 AND c.opened_at < $3
                AND ($1::uuid IS NULL OR c.maker_id = $1)
              GROUP BY c.number) d`,
    [makerId, from, to, JSON.stringify(DAYS_TO_ANSWER)],
  );
  return row!;
}

/** Sums of what owners expected and received, of repairs that put in a part of this maker. */
export async function satisfactionSums(sql: Sql, { makerId, from, to }: Scope) {
  const row = await sql.first<{ answers: number; expected: number; received: number; houses: number }>(
    `SELECT count(*)::int AS answers, coalesce(sum(s.expected), 0)::int AS expected,
            coalesce(sum(s.received), 0)::int AS received, count(DISTINCT o.workshop_id)::int AS houses
       FROM satisfaction s JOIN repair_order o ON o.id = s.order_id
      WHERE s.said_at >= $2 AND s.said_at < $3
        AND ($1::uuid IS NULL OR EXISTS (SELECT FROM fitting f JOIN part p ON p.id = f.part_id
                                          WHERE f.order_id = s.order_id AND f.undone_at IS NULL AND p.maker_id = $1))`,
    [makerId, from, to],
  );
  return row!;
}

export interface ReadCounts {
  readonly entryMode: string | null;
  readonly scans: number;
  readonly unread: number;
  /** Organisations whose people read them. */
  readonly houses: number;
}

/** Labels that were held before a scanner, and those that could not be read, by way of reading. */
export const readsByEntryMode = (sql: Sql, { from, to }: Omit<Scope, 'makerId'>): Promise<ReadCounts[]> =>
  sql.rows<ReadCounts & Record<string, unknown>>(
    `SELECT entry_mode AS "entryMode", count(*)::int AS scans,
            (count(*) FILTER (WHERE outcome = 'unreadable'))::int AS unread,
            count(DISTINCT organisation_id)::int AS houses
       FROM scan WHERE recorded_at >= $1 AND recorded_at < $2 AND organisation_id IS NOT NULL
      GROUP BY entry_mode ORDER BY entry_mode NULLS LAST`,
    [from, to],
  );

export interface ScannerCounts {
  readonly organisation: string;
  readonly device: string;
  readonly scans: number;
  readonly unread: number;
}

/** The same by device, of one organisation and, for a maker, of its warehouses. The worst first. */
export const readsByDevice = (
  sql: Sql,
  organisationId: OrganisationId,
  { from, to }: Omit<Scope, 'makerId'>,
  limit: number,
): Promise<ScannerCounts[]> =>
  sql.rows<ScannerCounts & Record<string, unknown>>(
    `SELECT o.code AS organisation, s.device, count(*)::int AS scans,
            (count(*) FILTER (WHERE s.outcome = 'unreadable'))::int AS unread
       FROM scan s JOIN organisation o ON o.id = s.organisation_id
      WHERE s.recorded_at >= $2 AND s.recorded_at < $3 AND s.device IS NOT NULL AND (o.id = $1 OR o.maker_id = $1)
      GROUP BY o.code, s.device
      ORDER BY (count(*) FILTER (WHERE s.outcome = 'unreadable'))::float8 / count(*) DESC, scans DESC, o.code, s.device
      LIMIT $4`,
    [organisationId, from, to, limit],
  );
