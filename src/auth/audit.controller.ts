import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from './access.ts';
import { type Actor, AUDIT_READERS } from './actor.ts';
import { AuditPageDto, AuditQuery } from './audit.dto.ts';
import { AuditTrailService } from './audit-trail.service.ts';

@ApiTags('people')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly trail: AuditTrailService) {}

  @Get()
  @Allow(...AUDIT_READERS)
  @ApiOperation({
    summary: 'Who did what',
    description: 'Newest first. The administrator sees every organisation, everybody else their own.',
  })
  @ApiOkResponse({ type: AuditPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<AuditPageDto> {
    return this.trail.page(actor, query);
  }
}
