import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { IdParam } from '../http/id-param.dto.ts';
import { CURSOR, decodeCursor, pageOf } from '../http/paging.ts';
import {
  BatchDto,
  BatchesQuery,
  BatchPageDto,
  CommissionedDto,
  NewBatchDto,
  RangeDto,
  ReasonDto,
  RecordedReprintDto,
  ReprintDto,
} from './batch.dto.ts';
import { BatchLabelsService } from './batch-labels.service.ts';
import { batchesOf, batchOf } from './batches.query.ts';
import { BatchesService } from './batches.service.ts';
import { ONLOOKERS, REGISTRARS } from './issuance-roles.ts';

@ApiTags('issuance')
@Controller('api/batches')
export class BatchesController {
  constructor(
    private readonly database: Database,
    private readonly batches: BatchesService,
    private readonly labels: BatchLabelsService,
  ) {}

  @Post()
  @HttpCode(202)
  @Allow(...REGISTRARS)
  @ApiOperation({
    summary: 'Mint units of one part',
    description:
      'Signing runs in the background: see `progress`. More than the dispatch order says is refused with ' +
      '`MINT_OVER_ORDER`. Without an imported order only a lead or a catalogue editor may mint.',
  })
  @ApiAcceptedResponse({ type: BatchDto })
  async create(@CurrentActor() actor: Actor, @Body() wish: NewBatchDto): Promise<BatchDto> {
    return BatchDto.of(await this.batches.create(actor, wish));
  }

  @Get()
  @Allow(...REGISTRARS, ...ONLOOKERS)
  @ApiOperation({
    summary: 'Batches',
    description: 'Newest first. A warehouse sees its own, a maker all of its parts.',
  })
  @ApiOkResponse({ type: BatchPageDto })
  async list(@CurrentActor() actor: Actor, @Query() { after, ...filter }: BatchesQuery): Promise<BatchPageDto> {
    const [beforeId] = decodeCursor(after, [CURSOR.uuid]) ?? [];
    const rows = await batchesOf(this.database, actor, { ...filter, beforeId });
    return pageOf(rows, filter.limit, (batch) => [batch.id], BatchDto.of);
  }

  @Get(':id')
  @Allow(...REGISTRARS, ...ONLOOKERS)
  @ApiOperation({ summary: 'One batch' })
  @ApiOkResponse({ type: BatchDto })
  async read(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<BatchDto> {
    return BatchDto.of(await batchOf(this.database, actor, id));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Allow(...REGISTRARS)
  @ApiOperation({
    summary: 'Cancel a batch',
    description: 'No more is minted. Labels that are on no part yet are voided; units in stock stay as they are.',
  })
  @ApiOkResponse({ type: BatchDto })
  async cancel(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { reason }: ReasonDto,
  ): Promise<BatchDto> {
    return BatchDto.of(await this.batches.cancel(actor, id, reason));
  }

  @Post(':id/retry')
  @HttpCode(202)
  @Allow(...REGISTRARS)
  @ApiOperation({
    summary: 'Go on with a batch that failed',
    description: '`failure` of the batch tells what to mend.',
  })
  @ApiAcceptedResponse({ type: BatchDto })
  async retry(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<BatchDto> {
    return BatchDto.of(await this.batches.retry(actor, id));
  }

  @Post(':id/commission')
  @HttpCode(200)
  @Allow(...REGISTRARS)
  @ApiOperation({
    summary: 'The printed labels are on the parts',
    description: 'Takes units into stock: all that were issued, or a range. Asking again does only what is left.',
  })
  @ApiOkResponse({ type: CommissionedDto })
  async commission(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() wanted: RangeDto,
  ): Promise<CommissionedDto> {
    const { range, commissioned, passedOver } = await this.labels.commission(actor, id, wanted);
    return { commissioned, passedOver, ...range };
  }

  @Post(':id/reprints')
  @Allow(...REGISTRARS)
  @ApiOperation({ summary: 'Record that labels are printed once more', description: 'Take them from `labels.pdf`.' })
  @ApiCreatedResponse({ type: RecordedReprintDto })
  async reprint(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { reason, ...range }: ReprintDto,
  ): Promise<RecordedReprintDto> {
    const reprint = await this.labels.reprint(actor, id, range, reason);
    return { ...reprint, printedAt: reprint.printedAt.toISOString() };
  }
}
