import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../auth/access.ts';
import { ROLES, type Actor } from '../auth/actor.ts';
import { PartBrowsingService } from './part-browsing.service.ts';
import { PartEditingService } from './part-editing.service.ts';
import {
  MakerQuery,
  PartDto,
  PartPageDto,
  PartPath,
  PartsQuery,
  PricePageDto,
  PricePath,
  PricesQuery,
  PutPartDto,
} from './part.dto.ts';
import { PutSupersessionsDto, SupersessionsDto } from './supersession.dto.ts';

/** Everybody who handles parts. The platform's administrator does not. */
const READERS = [...ROLES.maker, ...ROLES.warehouse, ...ROLES.workshop] as const;

@ApiTags('catalogue')
@Controller('api/parts')
export class PartsController {
  constructor(
    private readonly browsing: PartBrowsingService,
    private readonly editing: PartEditingService,
  ) {}

  @Get()
  @Allow(...READERS)
  @ApiOperation({
    summary: 'Search parts',
    description: 'By part number. A maker and its warehouses see all its parts, a workshop every maker’s active ones.',
  })
  @ApiOkResponse({ type: PartPageDto })
  search(@CurrentActor() actor: Actor, @Query() query: PartsQuery): Promise<PartPageDto> {
    return this.browsing.search(actor, query);
  }

  @Get(':partNumber')
  @Allow(...READERS)
  @ApiOperation({ summary: 'One part' })
  @ApiOkResponse({ type: PartDto })
  read(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Query() { maker }: MakerQuery,
  ): Promise<PartDto> {
    return this.browsing.read(actor, partNumber, maker);
  }

  @Put(':partNumber')
  @Allow('catalogue_editor')
  @ApiOperation({
    summary: 'Create or replace a part',
    description:
      'What is left out is none, but for the GTIN. A new price is in force from today, or from the day that `priceValidFrom` names.',
  })
  @ApiOkResponse({ type: PartDto, description: 'It was there, and is now as given' })
  @ApiCreatedResponse({ type: PartDto, description: 'It is new' })
  async put(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Body() given: PutPartDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PartDto> {
    const isNew = await this.editing.put(actor, partNumber, given);
    void reply.code(isNew ? 201 : 200);
    return this.browsing.read(actor, partNumber);
  }

  @Get(':partNumber/prices')
  @Allow(...READERS)
  @ApiOperation({
    summary: 'The list prices of a part, newest first',
    description: 'What was announced is told to everybody who reads the part.',
  })
  @ApiOkResponse({ type: PricePageDto })
  prices(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Query() query: PricesQuery,
  ): Promise<PricePageDto> {
    return this.browsing.prices(actor, partNumber, query);
  }

  @Delete(':partNumber/prices/:validFrom')
  @HttpCode(204)
  @Allow('catalogue_editor')
  @ApiOperation({ summary: 'Withdraw an announced price', description: 'Until the day on which it begins.' })
  @ApiNoContentResponse()
  withdrawPrice(@CurrentActor() actor: Actor, @Param() { partNumber, validFrom }: PricePath): Promise<void> {
    return this.editing.withdrawPrice(actor, partNumber, validFrom);
  }

  @Get(':partNumber/supersessions')
  @Allow(...READERS)
  @ApiOperation({ summary: 'What the part replaces, and what replaces it' })
  @ApiOkResponse({ type: SupersessionsDto })
  supersessions(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Query() { maker }: MakerQuery,
  ): Promise<SupersessionsDto> {
    return this.browsing.supersessions(actor, partNumber, maker);
  }

  @Put(':partNumber/supersessions')
  @Allow('catalogue_editor')
  @ApiOperation({
    summary: 'Say which older numbers the part replaces',
    description: 'Replaces the whole list. What replaces this part is said on the newer one. Rings are refused.',
  })
  @ApiOkResponse({ type: SupersessionsDto })
  async putSupersessions(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Body() given: PutSupersessionsDto,
  ): Promise<SupersessionsDto> {
    await this.editing.putSupersedes(actor, partNumber, given.relations());
    return this.browsing.supersessions(actor, partNumber);
  }
}
