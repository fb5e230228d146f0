import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import type { Actor } from '../../auth/actor.ts';
import { RecallParam } from '../../flags/recall.dto.ts';
import { RecallsService } from '../../flags/recalls.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { CURSOR, decodeCursor } from '../../http/paging.ts';
import { answerStaff, seeOther } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { ReachFilterDto, RecallFormDto } from './desk-form.dto.ts';
import { DESK_WORDS } from './desk-words.ts';
import { RecallPage } from './recall-page.tsx';
import { RecallsPage } from './recalls-page.tsx';

const AT = '/desk/recalls';

@ApiExcludeController()
@Controller('desk/recalls')
@Allow('analyst')
@UseFilters(StaffTrouble)
export class RecallsDeskController {
  constructor(private readonly recalls: RecallsService) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const recalls = await this.recalls.list(actor);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const children = <RecallsPage recalls={recalls} language={language} />;
    return answerStaff(reply, { request, actor, title: DESK_WORDS[language].recalls, at: AT, children });
  }

  @Get(':number')
  async read(
    @CurrentActor() actor: Actor,
    @Param() { number }: RecallParam,
    @Query() filter: ReachFilterDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { state, custodian, limit, after, done } = filter;
    const [afterId] = decodeCursor(after, [CURSOR.id]) ?? [];
    const reach = await this.recalls.reach(actor, number, { state, custodian, afterId, limit });
    const request = staffRequest(asked, reply);
    const { language } = request;
    const children = <RecallPage reach={reach} filter={filter} language={language} isSaved={done !== undefined} />;
    return answerStaff(reply, { request, actor, title: reach.recall.title[language], at: AT, children });
  }

  @Post()
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async open(
    @CurrentActor() actor: Actor,
    @Body() form: RecallFormDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.recalls.open(actor, RecallFormDto.wish(form));
    seeOther(reply, `${AT}/${form.number}?done=opened`);
  }

  @Post(':number/closure')
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async close(
    @CurrentActor() actor: Actor,
    @Param() { number }: RecallParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.recalls.close(actor, number);
    seeOther(reply, `${AT}/${number}?done=closed`);
  }
}
