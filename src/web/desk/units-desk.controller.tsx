import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import type { Actor } from '../../auth/actor.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { HoldsService } from '../../units/holds.service.ts';
import { UnitLivesService } from '../../units/unit-lives.service.ts';
import { HoldPath, UnitPath } from '../../units/unit.dto.ts';
import { answerStaff, seeOther } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { ClearanceFormDto } from './desk-form.dto.ts';
import { UnitPage } from './unit-page.tsx';
import { wayFigure } from './way-figure.tsx';

@ApiExcludeController()
@Controller('desk/units')
@Allow('analyst')
@UseFilters(StaffTrouble)
export class UnitsDeskController {
  constructor(
    private readonly lives: UnitLivesService,
    private readonly holds: HoldsService,
  ) {}

  @Get(':gtin/:serial')
  async read(
    @CurrentActor() actor: Actor,
    @Param() path: UnitPath,
    @Query('done') done: unknown,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const unit = await this.lives.tell(actor, path);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const way = await wayFigure(unit, language);
    const children = <UnitPage unit={unit} way={way} language={language} isSaved={done !== undefined} />;
    return answerStaff(reply, { request, actor, title: unit.name[language], at: '/desk', children });
  }

  @Post(':gtin/:serial/holds/:kind/clearance')
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async clear(
    @CurrentActor() actor: Actor,
    @Param() path: HoldPath,
    @Body() why: ClearanceFormDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.holds.clear(actor, path, path.kind, why);
    seeOther(reply, `/desk/units/${path.gtin}/${path.serial}?done=clearance`);
  }
}
