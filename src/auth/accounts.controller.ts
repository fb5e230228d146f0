import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.dto.ts';
import { CURSOR, decodeCursor, pageOf } from '../http/paging.ts';
import { Allow, CurrentActor } from './access.ts';
import { AccountChangeDto, AccountDto, AccountPageDto, AccountQuery, NewAccountDto } from './account.dto.ts';
import { AccountsService } from './accounts.service.ts';
import type { Actor } from './actor.ts';

@ApiTags('people')
@Controller('api/accounts')
@Allow('administrator')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @ApiOperation({ summary: 'Accounts, newest first' })
  @ApiOkResponse({ type: AccountPageDto })
  async list(@Query() { organisation, limit, after }: AccountQuery): Promise<AccountPageDto> {
    const [beforeId] = decodeCursor(after, [CURSOR.uuid]) ?? [];
    const rows = await this.accounts.list(organisation, beforeId, limit);
    return pageOf(rows, limit, ({ id }) => [id], AccountDto.of);
  }

  @Post()
  @ApiOperation({ summary: 'Open an account' })
  @ApiCreatedResponse({ type: AccountDto })
  async create(@CurrentActor() actor: Actor, @Body() wanted: NewAccountDto): Promise<AccountDto> {
    return AccountDto.of(await this.accounts.create(actor, wanted));
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Disable an account, change its roles, give it a new password or take its link away',
    description: 'Its sessions end.',
  })
  @ApiOkResponse({ type: AccountDto })
  async change(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() change: AccountChangeDto,
  ): Promise<AccountDto> {
    return AccountDto.of(await this.accounts.change(actor, id, change));
  }
}
