import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CURSOR, decodeCursor, pageOf } from '../http/paging.ts';
import { Allow, CurrentActor } from './access.ts';
import type { Actor } from './actor.ts';
import { NewOrganisationDto, OrganisationDto, OrganisationPageDto, OrganisationsQuery } from './organisation.dto.ts';
import { OrganisationsService } from './organisations.service.ts';

@ApiTags('people')
@Controller('api/organisations')
@Allow('administrator')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @ApiOperation({ summary: 'Organisations, by code' })
  @ApiOkResponse({ type: OrganisationPageDto })
  async list(@Query() { query, limit, after }: OrganisationsQuery): Promise<OrganisationPageDto> {
    const [afterCode] = decodeCursor(after, [CURSOR.text]) ?? [];
    const rows = await this.organisations.list({ text: query, afterCode, limit });
    return pageOf(rows, limit, ({ code }) => [code], OrganisationDto.of);
  }

  @Post()
  @ApiOperation({ summary: 'Register an organisation' })
  @ApiCreatedResponse({ type: OrganisationDto })
  async create(@CurrentActor() actor: Actor, @Body() wanted: NewOrganisationDto): Promise<OrganisationDto> {
    return OrganisationDto.of(await this.organisations.create(actor, wanted));
  }
}
