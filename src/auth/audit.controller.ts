import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '../database/database.ts';
import { CURSOR, decodeCursor, pageOf } from '../http/paging.ts';
import { Allow, CurrentActor } from './access.ts';
import { type Actor, hasRole, LEADING_ROLES } from './actor.ts';
import { AuditEntryDto, AuditPageDto, AuditQuery } from './audit.dto.ts';
import { auditEntries } from './audit.query.ts';

@ApiTags('people')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly database: Database) {}

  @Get()
  @Allow(...LEADING_ROLES, 'analyst', 'key_custodian')
  @ApiOperation({
    summary: 'Who did what',
    description: 'Newest first. The administrator sees every organisation, everybody else their own.',
  })
  @ApiOkResponse({ type: AuditPageDto })
  async list(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<AuditPageDto> {
    const [beforeId] = decodeCursor(query.after, [CURSOR.id]) ?? [];
    const organisationId = hasRole(actor, 'administrator') ? undefined : actor.organisation.id;
    const { action, subject, limit } = query;
    const rows = await auditEntries(this.database, { organisationId, action, subject, beforeId, limit });
    return pageOf(rows, query.limit, (row) => [row.id], AuditEntryDto.of);
  }
}
