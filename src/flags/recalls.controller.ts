import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { OpenRecallDto, RecallDto, RecallListDto, RecallParam } from './recall.dto.ts';
import { RecallsService } from './recalls.service.ts';

@ApiTags('recalls')
@Controller('api/recalls')
export class RecallsController {
  constructor(private readonly recalls: RecallsService) {}

  @Get()
  @Allow('analyst', 'catalogue_editor')
  @ApiOperation({ summary: 'The latest 200 campaigns and where their units are' })
  @ApiOkResponse({ type: RecallListDto })
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.recalls.list(actor), next: null };
  }

  @Get(':number')
  @Allow('analyst', 'catalogue_editor')
  @ApiOperation({ summary: 'One campaign and where its units are' })
  @ApiOkResponse({ type: RecallDto })
  get(@CurrentActor() actor: Actor, @Param() { number }: RecallParam) {
    return this.recalls.get(actor, number);
  }

  @Post()
  @Allow('analyst')
  @ApiOperation({
    summary: 'Call parts back',
    description: 'Every unit of the part and lot that still exists is held at once.',
  })
  @ApiCreatedResponse({ type: RecallDto })
  async open(@CurrentActor() actor: Actor, @Body() recall: OpenRecallDto) {
    await this.recalls.open(actor, recall);
    return this.recalls.get(actor, recall.number);
  }

  @Post(':number/closure')
  @HttpCode(200)
  @Allow('analyst')
  @ApiOperation({ summary: 'End a campaign and let go of what it held' })
  @ApiOkResponse({ type: RecallDto })
  async close(@CurrentActor() actor: Actor, @Param() { number }: RecallParam) {
    await this.recalls.close(actor, number);
    return this.recalls.get(actor, number);
  }
}
