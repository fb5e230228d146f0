import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, Public } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { LimitPublicChecks } from '../http/request-throttle.guard.ts';
import { PeriodQuery, PublicScorecardDto, ScannerPageDto, ScorecardDto } from './scorecard.dto.ts';
import { ScorecardService } from './scorecard.service.ts';

@ApiTags('scorecard')
@Controller('api')
export class ScorecardController {
  constructor(private readonly scorecard: ScorecardService) {}

  @Get('scorecard')
  @Allow('analyst')
  @ApiOperation({ summary: 'How well detection works on the own parts' })
  @ApiOkResponse({ type: ScorecardDto })
  ofMaker(@CurrentActor() actor: Actor, @Query() { days }: PeriodQuery) {
    return this.scorecard.ofMaker(actor, days);
  }

  @Get('scorecard/scanners')
  @Allow('analyst', 'lead', 'supervisor')
  @ApiOperation({ summary: 'Labels that could not be read, by scanner of the own house' })
  @ApiOkResponse({ type: ScannerPageDto })
  scanners(@CurrentActor() actor: Actor, @Query() { days }: PeriodQuery) {
    return this.scorecard.scanners(actor, days);
  }

  @Get('public/scorecard')
  @Public()
  @LimitPublicChecks()
  @ApiOperation({
    summary: 'How well detection works, of all together',
    description: 'The last 90 days, without names.',
  })
  @ApiOkResponse({ type: PublicScorecardDto })
  ofEverybody() {
    return this.scorecard.ofEverybody();
  }
}
