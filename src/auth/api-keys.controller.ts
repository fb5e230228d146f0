import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.dto.ts';
import { ShownOnce } from '../http/idempotency.interceptor.ts';
import { CURSOR, decodeCursor, pageOf, PageQuery } from '../http/paging.ts';
import { Allow, CurrentActor } from './access.ts';
import { type Actor, LEADING_ROLES } from './actor.ts';
import { ApiKeyDto, ApiKeyPageDto, CreatedApiKeyDto, NewApiKeyDto } from './api-key.dto.ts';
import { ApiKeysService } from './api-keys.service.ts';

@ApiTags('people')
@Controller('api/api-keys')
@Allow(...LEADING_ROLES)
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Get()
  @ApiOperation({ summary: 'API keys of the own organisation' })
  @ApiOkResponse({ type: ApiKeyPageDto })
  async list(@CurrentActor() actor: Actor, @Query() { limit, after }: PageQuery): Promise<ApiKeyPageDto> {
    const [beforeId] = decodeCursor(after, [CURSOR.uuid]) ?? [];
    const rows = await this.apiKeys.list(actor, beforeId, limit);
    return pageOf(rows, limit, ({ id }) => [id], ApiKeyDto.of);
  }

  @Post()
  @ShownOnce('secret')
  @ApiOperation({ summary: 'Make an API key', description: 'Its secret is in this answer and nowhere else.' })
  @ApiCreatedResponse({ type: CreatedApiKeyDto })
  async create(
    @CurrentActor() actor: Actor,
    @Body() { name, scopes, expiresAt }: NewApiKeyDto,
  ): Promise<CreatedApiKeyDto> {
    const until = expiresAt === undefined ? null : new Date(expiresAt);
    const { row, secret } = await this.apiKeys.create(actor, { name, scopes, expiresAt: until });
    return Object.assign(new CreatedApiKeyDto(), ApiKeyDto.of(row), { secret });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke an API key' })
  @ApiNoContentResponse()
  async revoke(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<void> {
    await this.apiKeys.revoke(actor, id);
  }
}
