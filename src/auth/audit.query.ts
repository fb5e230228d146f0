import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';

export interface AuditRow {
  id: string;
  at: Date;
  actor_kind: 'account' | 'apiKey' | 'system';
  actor_id: string | null;
  actor_name: string | null;
  organisation_code: string | null;
  action: string;
  subject: string;
  request_id: string | null;
  detail: Record<string, unknown>;
}

export interface AuditFilter {
  /** Absent: of every organisation, for the platform. */
  readonly organisationId?: OrganisationId | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly beforeId?: string | undefined;
  readonly limit: number;
}

/** Newest first; one row more than `limit` where there is one. */
export function auditEntries(sql: Sql, filter: AuditFilter): Promise<AuditRow[]> {
  return sql.rows<AuditRow>(
    `SELECT e.id, e.at, e.actor_kind, e.actor_id, COALESCE(a.name, k.name) AS actor_name, o.code AS organisation_code,
        e.action, e.subject, e.request_id, e.detail
     FROM audit_entry e
       LEFT JOIN organisation o ON o.id = e.organisation_id
       LEFT JOIN account a ON e.actor_kind = 'account' AND a.id = e.actor_id
       LEFT JOIN api_key k ON e.actor_kind = 'apiKey' AND k.id = e.actor_id
     WHERE ($1::uuid IS NULL OR e.organisation_id = $1)
       AND ($2::text IS NULL OR e.action = $2)
       AND ($3::text IS NULL OR e.subject = $3)
       AND ($4::bigint IS NULL OR e.id < $4)
     ORDER BY e.id DESC LIMIT $5`,
    [
      filter.organisationId ?? null,
      filter.action ?? null,
      filter.subject ?? null,
      filter.beforeId ?? null,
      filter.limit + 1,
    ],
  );
}
