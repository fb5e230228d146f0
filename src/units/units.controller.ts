import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { CURSOR, decodeCursor, pageOf } from '../http/paging.ts';
import { HoldsService } from './holds.service.ts';
import { stock } from './stock.query.ts';
import { UnitLivesService } from './unit-lives.service.ts';
import { sightOf } from './unit-sight.ts';
import { StockPageDto, UnitDto } from './unit-view.dto.ts';
import {
  ClearanceDto,
  DestroyDto,
  FoundDto,
  HoldDto,
  HoldPath,
  MissingDto,
  UnitPath,
  UnitsQuery,
  VoidDto,
} from './unit.dto.ts';
import { UnitsService } from './units.service.ts';

/** Whoever handles parts. The platform's administrator does not. */
const PARTS_PEOPLE = [
  'catalogue_editor',
  'key_custodian',
  'analyst',
  'operator',
  'lead',
  'technician',
  'parts_clerk',
  'advisor',
  'supervisor',
] as const;
const CUSTODIANS = [
  'catalogue_editor',
  'operator',
  'lead',
  'technician',
  'parts_clerk',
  'advisor',
  'supervisor',
] as const;

@ApiTags('units')
@Controller('api/units')
export class UnitsController {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly lives: UnitLivesService,
    private readonly holds: HoldsService,
  ) {}

  @Get()
  @Allow(...PARTS_PEOPLE)
  @ApiOperation({
    summary: 'Search units',
    description:
      'Newest first. A maker and its warehouses search all their units, a workshop its stock and what is coming.',
  })
  @ApiOkResponse({ type: StockPageDto })
  async search(@CurrentActor() actor: Actor, @Query() { limit, after, ...filter }: UnitsQuery): Promise<StockPageDto> {
    const [beforeId] = decodeCursor(after, [CURSOR.id]) ?? [];
    const rows = await stock(this.database, sightOf(actor), { ...filter, beforeId, limit });
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      ({ id: _id, issuedAt, ...unit }) => ({
        ...unit,
        issuedAt: issuedAt.toISOString(),
      }),
    );
  }

  @Get(':gtin/:serial')
  @Allow(...PARTS_PEOPLE)
  @ApiOperation({
    summary: 'The whole life of a unit',
    description:
      'A workshop sees units that it has or had in hand or is to receive, and of what others did only that it was done.',
  })
  @ApiOkResponse({ type: UnitDto })
  tell(@CurrentActor() actor: Actor, @Param() path: UnitPath): Promise<UnitDto> {
    return this.lives.tell(actor, path);
  }

  @Post(':gtin/:serial/void')
  @Allow('catalogue_editor', 'operator', 'lead')
  @ApiOperation({ summary: 'Void a label that will not be used' })
  @ApiCreatedResponse({ type: UnitDto })
  async void(@CurrentActor() actor: Actor, @Param() path: UnitPath, @Body() why: VoidDto): Promise<UnitDto> {
    await this.units.void(actor, path, why);
    return this.lives.tell(actor, path);
  }

  @Post(':gtin/:serial/missing')
  @Allow(...CUSTODIANS)
  @ApiOperation({ summary: 'Report a unit in your custody lost or stolen' })
  @ApiCreatedResponse({ type: UnitDto })
  async reportMissing(
    @CurrentActor() actor: Actor,
    @Param() path: UnitPath,
    @Body() why: MissingDto,
  ): Promise<UnitDto> {
    await this.units.reportMissing(actor, path, why);
    return this.lives.tell(actor, path);
  }

  @Post(':gtin/:serial/found')
  @Allow('analyst')
  @ApiOperation({
    summary: 'Close the report of a missing unit',
    description: 'It is stock again. One that was no stock when it went missing is quarantined.',
  })
  @ApiCreatedResponse({ type: UnitDto })
  async found(@CurrentActor() actor: Actor, @Param() path: UnitPath, @Body() { note }: FoundDto): Promise<UnitDto> {
    await this.units.found(actor, path, note);
    return this.lives.tell(actor, path);
  }

  @Post(':gtin/:serial/holds')
  @Allow('analyst', ...CUSTODIANS)
  @ApiOperation({
    summary: 'Hold a unit',
    description: 'Custodians may quarantine; an analyst may place every kind but `stolen`.',
  })
  @ApiCreatedResponse({ type: UnitDto })
  async hold(@CurrentActor() actor: Actor, @Param() path: UnitPath, @Body() hold: HoldDto): Promise<UnitDto> {
    await this.holds.place(actor, path, hold);
    return this.lives.tell(actor, path);
  }

  @Post(':gtin/:serial/holds/:kind/clearance')
  @Allow('analyst')
  @ApiOperation({
    summary: 'Clear a hold',
    description:
      '`clone_confirmed` and `key_compromised` need two people: the first call leaves the hold half cleared.',
  })
  @ApiCreatedResponse({ type: UnitDto })
  async clear(@CurrentActor() actor: Actor, @Param() path: HoldPath, @Body() why: ClearanceDto): Promise<UnitDto> {
    await this.holds.clear(actor, path, path.kind, why);
    return this.lives.tell(actor, path);
  }

  @Post(':gtin/:serial/destroy')
  @Allow('catalogue_editor', 'lead', 'supervisor')
  @ApiOperation({ summary: 'Destroy a unit before a witness' })
  @ApiCreatedResponse({ type: UnitDto })
  async destroy(@CurrentActor() actor: Actor, @Param() path: UnitPath, @Body() why: DestroyDto): Promise<UnitDto> {
    await this.units.destroy(actor, path, why);
    return this.lives.tell(actor, path);
  }
}
