import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { PageQuery } from '../http/paging.ts';
import { SatisfactionWorkshopPageDto, WorkshopSatisfactionDto } from './satisfaction.dto.ts';
import { SatisfactionService } from './satisfaction.service.ts';

@ApiTags('satisfaction')
@Controller('api/satisfaction')
export class SatisfactionController {
  constructor(private readonly satisfaction: SatisfactionService) {}

  @Get()
  @Allow('supervisor', 'advisor')
  @ApiOperation({ summary: 'What owners say of your repairs' })
  @ApiOkResponse({ type: WorkshopSatisfactionDto })
  own(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    return this.satisfaction.ofWorkshop(actor, query);
  }

  @Get('workshops')
  @Allow('analyst')
  @ApiOperation({
    summary: 'What owners say of workshops that fit your parts',
    description: 'Figures alone, and none of fewer than five owners.',
  })
  @ApiOkResponse({ type: SatisfactionWorkshopPageDto })
  byWorkshop(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    return this.satisfaction.byWorkshop(actor, query);
  }
}
