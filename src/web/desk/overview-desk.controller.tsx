import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import type { Actor } from '../../auth/actor.ts';
import { FlagTrendsService } from '../../flags/flag-trends.service.ts';
import { Clock } from '../../kernel/clock.ts';
import { answerStaff } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { PeriodDto } from './desk-form.dto.ts';
import { OverviewPage } from './overview-page.tsx';
import { OVERVIEW_WORDS } from './overview-words.ts';
import { trendFigure } from './trend-figure.tsx';
import { startOf, weeksUntil } from './weeks.ts';
import { workshopsFigure } from './workshops-figure.tsx';

const AT = '/desk/overview';

@ApiExcludeController()
@Controller('desk/overview')
@Allow('analyst')
@UseFilters(StaffTrouble)
export class OverviewDeskController {
  constructor(
    private readonly trends: FlagTrendsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async look(
    @CurrentActor() actor: Actor,
    @Query() { weeks: count }: PeriodDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const weeks = weeksUntil(this.clock.now(), count);
    const since = startOf(weeks[0]!);
    const [rows, tallies] = await Promise.all([this.trends.byRule(actor, since), this.trends.byWorkshop(actor, since)]);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const children = (
      <OverviewPage weeks={count} language={language}>
        {await trendFigure({ rows, weeks, language })}
        {await workshopsFigure(tallies, language)}
      </OverviewPage>
    );
    return answerStaff(reply, { request, actor, title: OVERVIEW_WORDS[language].overview, at: AT, children });
  }
}
