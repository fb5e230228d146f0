import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { IdParam } from '../http/id-param.dto.ts';
import { CURSOR, decodeCursor, pageOf } from '../http/paging.ts';
import { FlagResolutionService } from './flag-resolution.service.ts';
import { FlagDto, FlagPageDto, FlagsQuery, ResolutionDto } from './flag.dto.ts';
import { FlagNotFound } from './flags.refusals.ts';
import { flagsFor } from './flags.query.ts';

@ApiTags('flags')
@Controller('api/flags')
export class FlagsController {
  constructor(
    private readonly database: Database,
    private readonly resolutions: FlagResolutionService,
  ) {}

  @Get()
  @Allow('analyst', 'supervisor', 'advisor')
  @ApiOperation({
    summary: 'What looks wrong',
    description: 'A maker sees its parts everywhere; a workshop its own flags.',
  })
  @ApiOkResponse({ type: FlagPageDto })
  async list(@CurrentActor() actor: Actor, @Query() query: FlagsQuery) {
    const [after] = decodeCursor(query.after, [CURSOR.uuid]) ?? [];
    const rows = await flagsFor(this.database, actor, { ...query, after, limit: query.limit + 1 });
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  @Get(':id')
  @Allow('analyst', 'supervisor', 'advisor')
  @ApiOperation({ summary: 'One flag' })
  @ApiOkResponse({ type: FlagDto })
  async get(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    const [flag] = await flagsFor(this.database, actor, { id, limit: 1 });
    if (!flag) throw new FlagNotFound();
    return flag;
  }

  @Post(':id/resolution')
  @HttpCode(200)
  @Allow('analyst')
  @ApiOperation({ summary: 'Was it right to flag this, and why did it come up?' })
  @ApiOkResponse({ type: FlagDto })
  async resolve(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() resolution: ResolutionDto) {
    await this.resolutions.resolve(actor, id, resolution);
    return this.get(actor, { id });
  }
}
