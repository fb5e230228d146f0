import { Body, Get, Param, Query } from '@nestjs/common';
import { LEADING_ROLES } from '../../auth/actor.ts';
import { ApiKeyDto } from '../../auth/api-key.dto.ts';
import { ApiKeysService } from '../../auth/api-keys.service.ts';
import { IdParam } from '../../http/id-param.dto.ts';
import { CURSOR, decodeCursor, pageOf } from '../../http/paging.ts';
import { Clock } from '../../kernel/clock.ts';
import { endOf } from '../design/counter-time.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { ApiKeyFormDto, ListedDto } from './admin-form.dto.ts';
import { ADMIN_WORDS } from './admin-words.ts';
import { ApiKeysPage } from './api-keys-page.tsx';
import { SecretPage } from './secret-page.tsx';

const AT = '/admin/api-keys';

/** The keys of machines, for whoever leads the organisation that they work for. */
@Room('admin/api-keys', ...LEADING_ROLES)
export class ApiKeysAdminController {
  constructor(
    private readonly apiKeys: ApiKeysService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@CurrentVisit() visit: Visit, @Query() { limit, after, done }: ListedDto): Promise<string> {
    const { actor, language } = visit;
    const [beforeId] = decodeCursor(after, [CURSOR.uuid]) ?? [];
    const rows = await this.apiKeys.list(actor, beforeId, limit);
    const page = pageOf(rows, limit, ({ id }) => [id], ApiKeyDto.of);
    const view = { page, isLater: after !== undefined, kind: actor.organisation.kind, now: this.clock.now(), language };
    const children = <ApiKeysPage {...view} isSaved={done !== undefined} />;
    return answerVisit(visit, { title: ADMIN_WORDS[language].keys, at: AT, children });
  }

  @SentForm()
  async create(@CurrentVisit() visit: Visit, @Body() { name, scopes, expiresOn }: ApiKeyFormDto): Promise<string> {
    const { actor, language } = visit;
    const expiresAt = expiresOn === undefined ? null : new Date(endOf(expiresOn));
    const { secret } = await this.apiKeys.create(actor, { name, scopes, expiresAt });
    const words = ADMIN_WORDS[language];
    const said = { title: name, label: words.keyIs, secret, onward: { path: AT, name: words.toKeys } };
    const children = <SecretPage {...said} language={language} />;
    return answerVisit(visit, { title: name, at: AT, children });
  }

  @SentForm(':id/revocation')
  async revoke(@CurrentVisit() { actor, reply }: Visit, @Param() { id }: IdParam): Promise<void> {
    await this.apiKeys.revoke(actor, id);
    seeOther(reply, `${AT}?done=revocation`);
  }
}
