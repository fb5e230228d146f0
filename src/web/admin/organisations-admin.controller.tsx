import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import type { Actor } from '../../auth/actor.ts';
import { OrganisationDto } from '../../auth/organisation.dto.ts';
import { OrganisationsService } from '../../auth/organisations.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { CURSOR, decodeCursor, pageOf } from '../../http/paging.ts';
import { answerStaff, seeOther } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { OrganisationFilterDto, OrganisationFormDto } from './admin-form.dto.ts';
import { ADMIN_WORDS } from './admin-words.ts';
import { OrganisationsPage } from './organisations-page.tsx';

const AT = '/admin';

@ApiExcludeController()
@Controller('admin')
@Allow('administrator')
@UseFilters(StaffTrouble)
export class OrganisationsAdminController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() filter: OrganisationFilterDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { query: text, limit, after } = filter;
    const [afterCode] = decodeCursor(after, [CURSOR.text]) ?? [];
    const rows = await this.organisations.list({ text, afterCode, limit });
    const page = pageOf(rows, limit, ({ code }) => [code], OrganisationDto.of);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const children = <OrganisationsPage page={page} filter={filter} language={language} />;
    return answerStaff(reply, { request, actor, title: ADMIN_WORDS[language].organisations, at: AT, children });
  }

  @Post()
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async create(
    @CurrentActor() actor: Actor,
    @Body() form: OrganisationFormDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { code } = await this.organisations.create(actor, OrganisationFormDto.wish(form));
    seeOther(reply, `${AT}?done=${encodeURIComponent(code)}`);
  }
}
