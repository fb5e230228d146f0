import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { CaseDto, CaseEntryDto, CasePageDto, CaseParam, CasesQuery, OpenCaseDto } from './case.dto.ts';
import { CasesService } from './cases.service.ts';

@ApiTags('cases')
@Controller('api/cases')
export class CasesController {
  constructor(private readonly cases: CasesService) {}

  @Get()
  @Allow('analyst', 'supervisor', 'advisor')
  @ApiOperation({ summary: 'Investigations, disputes and complaints' })
  @ApiOkResponse({ type: CasePageDto })
  list(@CurrentActor() actor: Actor, @Query() query: CasesQuery) {
    return this.cases.page(actor, query);
  }

  @Get(':number')
  @Allow('analyst', 'supervisor', 'advisor')
  @ApiOperation({ summary: 'One case with its evidence and everything written into it' })
  @ApiOkResponse({ type: CaseDto })
  get(@CurrentActor() actor: Actor, @Param() { number }: CaseParam) {
    return this.cases.get(actor, number);
  }

  @Post()
  @Allow('analyst')
  @ApiOperation({ summary: 'Open an investigation by hand' })
  @ApiCreatedResponse({ type: CaseDto })
  async open(@CurrentActor() actor: Actor, @Body() wish: OpenCaseDto) {
    return this.cases.get(actor, await this.cases.open(actor, wish));
  }

  @Post(':number/entries')
  @Allow('analyst', 'supervisor', 'advisor')
  @ApiOperation({ summary: 'Write into a case' })
  @ApiCreatedResponse({ type: CaseDto })
  async add(@CurrentActor() actor: Actor, @Param() { number }: CaseParam, @Body() entry: CaseEntryDto) {
    await this.cases.add(actor, number, entry);
    return this.cases.get(actor, number);
  }
}
