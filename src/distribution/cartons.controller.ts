import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { CartonDto, CartonPath, PackingDto } from './carton.dto.ts';
import { cartonInSight } from './cartons.query.ts';
import { CartonsService } from './cartons.service.ts';
import { cartonNotFound } from './distribution.refusals.ts';

const PACKERS = ['catalogue_editor', 'operator', 'lead'] as const;

@ApiTags('distribution')
@Controller('api/cartons')
export class CartonsController {
  constructor(
    private readonly database: Database,
    private readonly cartons: CartonsService,
  ) {}

  @Post()
  @Allow(...PACKERS)
  @ApiOperation({
    summary: 'Pack units into a new carton',
    description: 'It gets an SSCC from the maker’s GS1 company prefix.',
  })
  @ApiCreatedResponse({ type: CartonDto })
  async pack(@CurrentActor() actor: Actor, @Body() { units }: PackingDto): Promise<CartonDto> {
    return this.tell(actor, { sscc: await this.cartons.pack(actor, units) });
  }

  @Get(':sscc')
  @Allow(...PACKERS, 'technician', 'parts_clerk', 'supervisor', 'analyst')
  @ApiOperation({ summary: 'A carton and what is in it' })
  @ApiOkResponse({ type: CartonDto })
  async tell(@CurrentActor() actor: Actor, @Param() { sscc }: CartonPath): Promise<CartonDto> {
    const carton = await cartonInSight(this.database, actor.organisation.id, sscc);
    if (!carton) throw cartonNotFound();
    return CartonDto.of(carton);
  }

  @Post(':sscc/units')
  @Allow(...PACKERS)
  @ApiOperation({ summary: 'Put units into an open carton' })
  @ApiCreatedResponse({ type: CartonDto })
  async add(
    @CurrentActor() actor: Actor,
    @Param() { sscc }: CartonPath,
    @Body() { units }: PackingDto,
  ): Promise<CartonDto> {
    await this.cartons.add(actor, sscc, units);
    return this.tell(actor, { sscc });
  }

  @Delete(':sscc/units')
  @Allow(...PACKERS)
  @ApiOperation({ summary: 'Take units out of an open carton' })
  @ApiOkResponse({ type: CartonDto })
  async takeOut(
    @CurrentActor() actor: Actor,
    @Param() { sscc }: CartonPath,
    @Body() { units }: PackingDto,
  ): Promise<CartonDto> {
    await this.cartons.takeOut(actor, sscc, units);
    return this.tell(actor, { sscc });
  }

  @Post(':sscc/seal')
  @Allow(...PACKERS)
  @ApiOperation({ summary: 'Seal a carton', description: 'Only a sealed one can be shipped.' })
  @ApiCreatedResponse({ type: CartonDto })
  async seal(@CurrentActor() actor: Actor, @Param() { sscc }: CartonPath): Promise<CartonDto> {
    await this.cartons.seal(actor, sscc);
    return this.tell(actor, { sscc });
  }

  @Delete(':sscc/seal')
  @Allow(...PACKERS)
  @ApiOperation({ summary: 'Break a carton’s seal, to add or take out units' })
  @ApiOkResponse({ type: CartonDto })
  async breakSeal(@CurrentActor() actor: Actor, @Param() { sscc }: CartonPath): Promise<CartonDto> {
    await this.cartons.breakSeal(actor, sscc);
    return this.tell(actor, { sscc });
  }
}
