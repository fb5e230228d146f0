import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import { type Actor, AUDIT_READERS } from '../../auth/actor.ts';
import { AuditTrailService } from '../../auth/audit-trail.service.ts';
import { answerStaff } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { AuditFilterDto } from './admin-form.dto.ts';
import { ADMIN_WORDS } from './admin-words.ts';
import { AuditPage } from './audit-page.tsx';

const AT = '/admin/audit';

/** Who did what: the administrator reads every organisation’s, others their own. */
@ApiExcludeController()
@Controller('admin/audit')
@Allow(...AUDIT_READERS)
@UseFilters(StaffTrouble)
export class AuditAdminController {
  constructor(private readonly trail: AuditTrailService) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() filter: AuditFilterDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = await this.trail.page(actor, filter);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const children = <AuditPage page={page} filter={filter} language={language} />;
    return answerStaff(reply, { request, actor, title: ADMIN_WORDS[language].audit, at: AT, children });
  }
}
