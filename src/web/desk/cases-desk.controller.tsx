import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import type { Actor } from '../../auth/actor.ts';
import { CaseParam } from '../../flags/case.dto.ts';
import { CasesService } from '../../flags/cases.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { UnitLivesService } from '../../units/unit-lives.service.ts';
import { answerStaff, seeOther } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { CasePage } from './case-page.tsx';
import { CasesPage } from './cases-page.tsx';
import { CaseFilterDto, EntryFormDto } from './desk-form.dto.ts';
import { DESK_WORDS } from './desk-words.ts';

const AT = '/desk/cases';

@ApiExcludeController()
@Controller('desk/cases')
@Allow('analyst')
@UseFilters(StaffTrouble)
export class CasesDeskController {
  constructor(
    private readonly cases: CasesService,
    private readonly lives: UnitLivesService,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() filter: CaseFilterDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = await this.cases.page(actor, filter);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const children = <CasesPage page={page} filter={filter} language={language} />;
    return answerStaff(reply, { request, actor, title: DESK_WORDS[language].cases, at: AT, children });
  }

  @Get(':number')
  async read(
    @CurrentActor() actor: Actor,
    @Param() { number }: CaseParam,
    @Query('done') done: unknown,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.cases.get(actor, number);
    const unit = file.unit && (await this.lives.tell(actor, file.unit));
    const request = staffRequest(asked, reply);
    const children = <CasePage file={file} unit={unit} language={request.language} isSaved={done !== undefined} />;
    return answerStaff(reply, { request, actor, title: number, at: AT, children });
  }

  @Post(':number/entries')
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async add(
    @CurrentActor() actor: Actor,
    @Param() { number }: CaseParam,
    @Body() entry: EntryFormDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.cases.add(actor, number, entry);
    seeOther(reply, `${AT}/${number}?done=entry`);
  }
}
