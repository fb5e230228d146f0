import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { IdParam } from '../http/id-param.dto.ts';
import { FlagInboxService } from './flag-inbox.service.ts';
import { FlagResolutionService } from './flag-resolution.service.ts';
import { FlagDto, FlagPageDto, FlagsQuery, ResolutionDto } from './flag.dto.ts';

@ApiTags('flags')
@Controller('api/flags')
export class FlagsController {
  constructor(
    private readonly inbox: FlagInboxService,
    private readonly resolutions: FlagResolutionService,
  ) {}

  @Get()
  @Allow('analyst', 'supervisor', 'advisor')
  @ApiOperation({
    summary: 'What looks wrong',
    description: 'A maker sees its parts everywhere; a workshop its own flags.',
  })
  @ApiOkResponse({ type: FlagPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: FlagsQuery) {
    return this.inbox.page(actor, query);
  }

  @Get(':id')
  @Allow('analyst', 'supervisor', 'advisor')
  @ApiOperation({ summary: 'One flag' })
  @ApiOkResponse({ type: FlagDto })
  get(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.inbox.get(actor, id);
  }

  @Post(':id/resolution')
  @HttpCode(200)
  @Allow('analyst')
  @ApiOperation({ summary: 'Was it right to flag this, and why did it come up?' })
  @ApiOkResponse({ type: FlagDto })
  async resolve(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() resolution: ResolutionDto) {
    await this.resolutions.resolve(actor, id, resolution);
    return this.inbox.get(actor, id);
  }
}
