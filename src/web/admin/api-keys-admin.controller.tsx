import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import { type Actor, LEADING_ROLES } from '../../auth/actor.ts';
import { ApiKeyDto } from '../../auth/api-key.dto.ts';
import { ApiKeysService } from '../../auth/api-keys.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { IdParam } from '../../http/id-param.dto.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { CURSOR, decodeCursor, pageOf } from '../../http/paging.ts';
import { Clock } from '../../kernel/clock.ts';
import { endOf } from '../design/counter-time.ts';
import { answerStaff, seeOther } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { ApiKeyFormDto, ListedDto } from './admin-form.dto.ts';
import { ADMIN_WORDS } from './admin-words.ts';
import { ApiKeysPage } from './api-keys-page.tsx';
import { SecretPage } from './secret-page.tsx';

const AT = '/admin/api-keys';
const FORM = 'application/x-www-form-urlencoded';

/** The keys of machines, for whoever leads the organisation that they work for. */
@ApiExcludeController()
@Controller('admin/api-keys')
@Allow(...LEADING_ROLES)
@UseFilters(StaffTrouble)
export class ApiKeysAdminController {
  constructor(
    private readonly apiKeys: ApiKeysService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { limit, after, done }: ListedDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const [beforeId] = decodeCursor(after, [CURSOR.uuid]) ?? [];
    const rows = await this.apiKeys.list(actor, beforeId, limit);
    const page = pageOf(rows, limit, ({ id }) => [id], ApiKeyDto.of);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const view = { page, isLater: after !== undefined, kind: actor.organisation.kind, now: this.clock.now(), language };
    const children = <ApiKeysPage {...view} isSaved={done !== undefined} />;
    return answerStaff(reply, { request, actor, title: ADMIN_WORDS[language].keys, at: AT, children });
  }

  @Post()
  @NotIdempotent()
  @Consumes(FORM)
  async create(
    @CurrentActor() actor: Actor,
    @Body() { name, scopes, expiresOn }: ApiKeyFormDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const expiresAt = expiresOn === undefined ? null : new Date(endOf(expiresOn));
    const { secret } = await this.apiKeys.create(actor, { name, scopes, expiresAt });
    const request = staffRequest(asked, reply);
    const { language } = request;
    const words = ADMIN_WORDS[language];
    const said = { title: name, label: words.keyIs, secret, onward: { path: AT, name: words.toKeys } };
    const children = <SecretPage {...said} language={language} />;
    return answerStaff(reply, { request, actor, title: name, at: AT, children });
  }

  @Post(':id/revocation')
  @NotIdempotent()
  @Consumes(FORM)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.apiKeys.revoke(actor, id);
    seeOther(reply, `${AT}?done=revocation`);
  }
}
