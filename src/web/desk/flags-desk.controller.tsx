import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import type { Actor } from '../../auth/actor.ts';
import { FlagInboxService } from '../../flags/flag-inbox.service.ts';
import { FlagResolutionService } from '../../flags/flag-resolution.service.ts';
import { ResolutionDto } from '../../flags/flag.dto.ts';
import { Consumes } from '../../http/consumes.ts';
import { IdParam } from '../../http/id-param.dto.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { answerStaff, seeOther } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { FlagFilterDto } from './desk-form.dto.ts';
import { DESK_WORDS } from './desk-words.ts';
import { FlagPage } from './flag-page.tsx';
import { FlagsPage } from './flags-page.tsx';

/** The analyst’s inbox. */
@ApiExcludeController()
@Controller('desk')
@Allow('analyst')
@UseFilters(StaffTrouble)
export class FlagsDeskController {
  constructor(
    private readonly inbox: FlagInboxService,
    private readonly resolutions: FlagResolutionService,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() filter: FlagFilterDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = await this.inbox.page(actor, filter);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const children = <FlagsPage page={page} filter={filter} language={language} />;
    return answerStaff(reply, { request, actor, title: DESK_WORDS[language].flags, at: '/desk', children });
  }

  @Get('flags/:id')
  async read(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query('done') done: unknown,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const flag = await this.inbox.get(actor, id);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const children = <FlagPage flag={flag} language={language} isSaved={done !== undefined} />;
    const title = `${flag.rule} · ${DESK_WORDS[language].flags}`;
    return answerStaff(reply, { request, actor, title, at: '/desk', children });
  }

  @Post('flags/:id/resolution')
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async resolve(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() resolution: ResolutionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.resolutions.resolve(actor, id, resolution);
    seeOther(reply, `/desk/flags/${id}?done=resolution`);
  }
}
