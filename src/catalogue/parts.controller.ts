import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../auth/access.ts';
import { ROLES, type Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { CURSOR, decodeCursor, pageOf } from '../http/paging.ts';
import { isCalendarDate } from './calendar-date.ts';
import { PartEditingService } from './part-editing.service.ts';
import {
  MakerQuery,
  PartDto,
  PartPageDto,
  PartPath,
  PartsQuery,
  PricePageDto,
  PricesQuery,
  PutPartDto,
} from './part.dto.ts';
import { pricesOf, searchParts } from './part.query.ts';
import { partsInSightOf, PartsService } from './parts.service.ts';
import { PutSupersessionsDto, SupersessionsDto } from './supersession.dto.ts';
import { supersessionsOf } from './supersession.query.ts';

/** Everybody who handles parts. The platform's administrator does not. */
const READERS = [...ROLES.maker, ...ROLES.warehouse, ...ROLES.workshop] as const;

@ApiTags('catalogue')
@Controller('api/parts')
export class PartsController {
  constructor(
    private readonly database: Database,
    private readonly parts: PartsService,
    private readonly editing: PartEditingService,
  ) {}

  @Get()
  @Allow(...READERS)
  @ApiOperation({
    summary: 'Search parts',
    description: 'By part number. A maker and its warehouses see all its parts, a workshop every maker’s active ones.',
  })
  @ApiOkResponse({ type: PartPageDto })
  async search(@CurrentActor() actor: Actor, @Query() { query, limit, after }: PartsQuery): Promise<PartPageDto> {
    const page = { text: query ?? '', limit, after: decodeCursor(after, [CURSOR.text, CURSOR.uuid]) };
    const rows = await searchParts(this.database, partsInSightOf(actor), page);
    return pageOf(rows, limit, (part) => [part.partNumber, part.id], PartDto.of);
  }

  @Get(':partNumber')
  @Allow(...READERS)
  @ApiOperation({ summary: 'One part' })
  @ApiOkResponse({ type: PartDto })
  async read(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Query() { maker }: MakerQuery,
  ): Promise<PartDto> {
    return PartDto.of(await this.parts.inSight(this.database, actor, partNumber, maker));
  }

  @Put(':partNumber')
  @Allow('catalogue_editor')
  @ApiOperation({
    summary: 'Create or replace a part',
    description: 'What is left out is none, but for the GTIN. A new price is in force from today on.',
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
    return PartDto.of(await this.parts.inSight(this.database, actor, partNumber));
  }

  @Get(':partNumber/prices')
  @Allow(...READERS)
  @ApiOperation({ summary: 'The list prices of a part, newest first' })
  @ApiOkResponse({ type: PricePageDto })
  async prices(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Query() { maker, limit, after }: PricesQuery,
  ): Promise<PricePageDto> {
    const part = await this.parts.inSight(this.database, actor, partNumber, maker);
    const [before] = decodeCursor(after, [isCalendarDate]) ?? [];
    const rows = await pricesOf(this.database, part.id, { before, limit });
    return pageOf(
      rows,
      limit,
      (price) => [price.validFrom],
      (price) => price,
    );
  }

  @Get(':partNumber/supersessions')
  @Allow(...READERS)
  @ApiOperation({ summary: 'What the part replaces, and what replaces it' })
  @ApiOkResponse({ type: SupersessionsDto })
  async supersessions(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Query() { maker }: MakerQuery,
  ): Promise<SupersessionsDto> {
    const part = await this.parts.inSight(this.database, actor, partNumber, maker);
    return SupersessionsDto.of(part.partNumber, await supersessionsOf(this.database, part.id));
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
    return this.supersessions(actor, { partNumber }, {});
  }
}
