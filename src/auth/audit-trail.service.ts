import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { CURSOR, decodeCursor, type Page, pageOf } from '../http/paging.ts';
import { type Actor, hasRole } from './actor.ts';
import { AuditEntryDto, type AuditQuery } from './audit.dto.ts';
import { auditEntries } from './audit.query.ts';

/** What was recorded, for whoever may read it. */
@Injectable()
export class AuditTrailService {
  constructor(private readonly database: Database) {}

  /** Newest first. The administrator sees every organisation, everybody else their own. */
  async page(actor: Actor, { action, subject, limit, after }: AuditQuery): Promise<Page<AuditEntryDto>> {
    const [beforeId] = decodeCursor(after, [CURSOR.id]) ?? [];
    const organisationId = hasRole(actor, 'administrator') ? undefined : actor.organisation.id;
    const rows = await auditEntries(this.database, { organisationId, action, subject, beforeId, limit });
    return pageOf(rows, limit, (row) => [row.id], AuditEntryDto.of);
  }
}
