import { Injectable } from '@nestjs/common';
import type { Sql } from '../database/database.ts';
import { currentRequestId } from '../http/request-context.ts';
import { Clock } from '../kernel/clock.ts';
import type { Actor } from './actor.ts';
import type { AuditAction } from './audit-action.ts';

/** Work that nobody at a desk asked for: the demo loader, a background job. */
export type AuditedActor = Actor | 'system';

/** Who did what to whom, in the transaction of the deed: neither stays without the other. Never changed afterwards. */
@Injectable()
export class AuditService {
  constructor(private readonly clock: Clock) {}

  /**
   * @param subject what it was done to: an id or a number that means something to its organisation. No personal data.
   * @param detail what else matters later; no personal data and no secrets.
   */
  async record(
    sql: Sql,
    by: AuditedActor,
    action: AuditAction,
    subject: string,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const actor = by === 'system' ? undefined : by;
    await sql.run(
      `INSERT INTO audit_entry (at, actor_kind, actor_id, organisation_id, action, subject, request_id, detail)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        this.clock.now(),
        actor?.kind ?? 'system',
        actor?.id ?? null,
        actor?.organisation.id ?? null,
        action,
        subject,
        currentRequestId() ?? null,
        JSON.stringify(detail),
      ],
    );
  }
}
