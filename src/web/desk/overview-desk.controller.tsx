import { Get, Query } from '@nestjs/common';
import { FlagTrendsService } from '../../flags/flag-trends.service.ts';
import { Clock } from '../../kernel/clock.ts';
import { Room } from '../staff/room.ts';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { PeriodDto } from './desk-form.dto.ts';
import { OverviewPage } from './overview-page.tsx';
import { OVERVIEW_WORDS } from './overview-words.ts';
import { trendFigure } from './trend-figure.tsx';
import { startOf, weeksUntil } from './weeks.ts';
import { workshopsFigure } from './workshops-figure.tsx';

const AT = '/desk/overview';

@Room('desk/overview', 'analyst')
export class OverviewDeskController {
  constructor(
    private readonly trends: FlagTrendsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async look(@CurrentVisit() visit: Visit, @Query() { weeks: count }: PeriodDto): Promise<string> {
    const { actor, language } = visit;
    const weeks = weeksUntil(this.clock.now(), count);
    const since = startOf(weeks[0]!);
    const [rows, tallies] = await Promise.all([this.trends.byRule(actor, since), this.trends.byWorkshop(actor, since)]);
    const children = (
      <OverviewPage weeks={count} language={language}>
        {await trendFigure({ rows, weeks, language })}
        {await workshopsFigure(tallies, language)}
      </OverviewPage>
    );
    return answerVisit(visit, { title: OVERVIEW_WORDS[language].overview, at: AT, children });
  }
}
