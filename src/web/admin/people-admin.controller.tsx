import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import { AccountDto } from '../../auth/account.dto.ts';
import { AccountsService } from '../../auth/accounts.service.ts';
import type { Actor } from '../../auth/actor.ts';
import { OrganisationDto } from '../../auth/organisation.dto.ts';
import { OrganisationsService } from '../../auth/organisations.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { IdParam } from '../../http/id-param.dto.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { CURSOR, decodeCursor, pageOf } from '../../http/paging.ts';
import { answerStaff, seeOther } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { PeopleFilterDto, PersonFormDto, RolesFormDto } from './admin-form.dto.ts';
import { ADMIN_WORDS } from './admin-words.ts';
import { PeoplePage } from './people-page.tsx';
import { PersonPage } from './person-page.tsx';
import { SecretPage } from './secret-page.tsx';
import { temporaryPassword } from './temporary-password.ts';

const AT = '/admin/people';
const FORM = 'application/x-www-form-urlencoded';

/** People of every organisation: who may sign in, and as what. */
@ApiExcludeController()
@Controller('admin/people')
@Allow('administrator')
@UseFilters(StaffTrouble)
export class PeopleAdminController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly organisations: OrganisationsService,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() filter: PeopleFilterDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { organisation: code, limit, after } = filter;
    const organisation = code === undefined ? undefined : OrganisationDto.of(await this.organisations.byCode(code));
    const [beforeId] = decodeCursor(after, [CURSOR.uuid]) ?? [];
    const rows = await this.accounts.list(code, beforeId, limit);
    const page = pageOf(rows, limit, ({ id }) => [id], AccountDto.of);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const children = <PeoplePage page={page} filter={filter} organisation={organisation} language={language} />;
    return answerStaff(reply, { request, actor, title: ADMIN_WORDS[language].people, at: AT, children });
  }

  @Post()
  @NotIdempotent()
  @Consumes(FORM)
  async invite(
    @CurrentActor() actor: Actor,
    @Body() wanted: PersonFormDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const password = temporaryPassword();
    const account = AccountDto.of(await this.accounts.create(actor, { ...wanted, password }));
    return tell(actor, account, password, asked, reply);
  }

  @Get(':id')
  async read(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query('done') done: unknown,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const account = AccountDto.of(await this.accounts.get(id));
    const organisation = OrganisationDto.of(await this.organisations.byCode(account.organisation));
    const request = staffRequest(asked, reply);
    const view = { account, organisation, language: request.language, isSelf: actor.id === id };
    const children = <PersonPage {...view} isSaved={done !== undefined} />;
    return answerStaff(reply, { request, actor, title: account.name, at: AT, children });
  }

  @Post(':id/roles')
  @NotIdempotent()
  @Consumes(FORM)
  async changeRoles(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { roles }: RolesFormDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.accounts.change(actor, id, { roles });
    seeOther(reply, `${AT}/${id}?done=roles`);
  }

  @Post(':id/disablement')
  @NotIdempotent()
  @Consumes(FORM)
  async disable(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.accounts.change(actor, id, { isDisabled: true });
    seeOther(reply, `${AT}/${id}?done=disablement`);
  }

  @Post(':id/enablement')
  @NotIdempotent()
  @Consumes(FORM)
  async enable(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.accounts.change(actor, id, { isDisabled: false });
    seeOther(reply, `${AT}/${id}?done=enablement`);
  }

  @Post(':id/password')
  @HttpCode(200)
  @NotIdempotent()
  @Consumes(FORM)
  async resetPassword(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const password = temporaryPassword();
    const account = AccountDto.of(await this.accounts.change(actor, id, { password }));
    return tell(actor, account, password, asked, reply);
  }
}

function tell(actor: Actor, account: AccountDto, secret: string, asked: FastifyRequest, reply: FastifyReply): string {
  const request = staffRequest(asked, reply);
  const { language } = request;
  const words = ADMIN_WORDS[language];
  const onward = { path: `${AT}/${account.id}`, name: words.toPerson };
  const said = { title: account.name, label: words.temporary(account.name), secret, onward };
  const children = <SecretPage {...said} language={language} />;
  return answerStaff(reply, { request, actor, title: account.name, at: AT, children });
}
