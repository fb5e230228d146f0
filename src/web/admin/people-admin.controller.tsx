import { Body, Get, HttpCode, Param, Query } from '@nestjs/common';
import { AccountDto } from '../../auth/account.dto.ts';
import { AccountsService } from '../../auth/accounts.service.ts';
import { OrganisationDto } from '../../auth/organisation.dto.ts';
import { OrganisationsService } from '../../auth/organisations.service.ts';
import { IdParam } from '../../http/id-param.dto.ts';
import { CURSOR, decodeCursor, pageOf } from '../../http/paging.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { PeopleFilterDto, PersonFormDto, RolesFormDto } from './admin-form.dto.ts';
import { ADMIN_WORDS } from './admin-words.ts';
import { PeoplePage } from './people-page.tsx';
import { PersonPage } from './person-page.tsx';
import { SecretPage } from './secret-page.tsx';
import { temporaryPassword } from './temporary-password.ts';

const AT = '/admin/people';

/** People of every organisation: who may sign in, and as what. */
@Room('admin/people', 'administrator')
export class PeopleAdminController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly organisations: OrganisationsService,
  ) {}

  @Get()
  async list(@CurrentVisit() visit: Visit, @Query() filter: PeopleFilterDto): Promise<string> {
    const { language } = visit;
    const { organisation: code, limit, after } = filter;
    const organisation = code === undefined ? undefined : OrganisationDto.of(await this.organisations.byCode(code));
    const [beforeId] = decodeCursor(after, [CURSOR.uuid]) ?? [];
    const rows = await this.accounts.list(code, beforeId, limit);
    const page = pageOf(rows, limit, ({ id }) => [id], AccountDto.of);
    const children = <PeoplePage page={page} filter={filter} organisation={organisation} language={language} />;
    return answerVisit(visit, { title: ADMIN_WORDS[language].people, at: AT, children });
  }

  @SentForm()
  async invite(@CurrentVisit() visit: Visit, @Body() wanted: PersonFormDto): Promise<string> {
    const { actor } = visit;
    const password = temporaryPassword();
    const account = AccountDto.of(await this.accounts.create(actor, { ...wanted, password }));
    return tell(visit, account, password);
  }

  @Get(':id')
  async read(@CurrentVisit() visit: Visit, @Param() { id }: IdParam, @Query('done') done: unknown): Promise<string> {
    const { actor, language } = visit;
    const account = AccountDto.of(await this.accounts.get(id));
    const organisation = OrganisationDto.of(await this.organisations.byCode(account.organisation));
    const view = { account, organisation, language, isSelf: actor.id === id };
    const children = <PersonPage {...view} isSaved={done !== undefined} />;
    return answerVisit(visit, { title: account.name, at: AT, children });
  }

  @SentForm(':id/roles')
  async changeRoles(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { id }: IdParam,
    @Body() { roles }: RolesFormDto,
  ): Promise<void> {
    await this.accounts.change(actor, id, { roles });
    seeOther(reply, `${AT}/${id}?done=roles`);
  }

  @SentForm(':id/disablement')
  async disable(@CurrentVisit() { actor, reply }: Visit, @Param() { id }: IdParam): Promise<void> {
    await this.accounts.change(actor, id, { isDisabled: true });
    seeOther(reply, `${AT}/${id}?done=disablement`);
  }

  @SentForm(':id/enablement')
  async enable(@CurrentVisit() { actor, reply }: Visit, @Param() { id }: IdParam): Promise<void> {
    await this.accounts.change(actor, id, { isDisabled: false });
    seeOther(reply, `${AT}/${id}?done=enablement`);
  }

  @SentForm(':id/unlinking')
  async unlink(@CurrentVisit() { actor, reply }: Visit, @Param() { id }: IdParam): Promise<void> {
    await this.accounts.change(actor, id, { isLinked: false });
    seeOther(reply, `${AT}/${id}?done=unlinking`);
  }

  @SentForm(':id/password')
  @HttpCode(200)
  async resetPassword(@CurrentVisit() visit: Visit, @Param() { id }: IdParam): Promise<string> {
    const { actor } = visit;
    const password = temporaryPassword();
    const account = AccountDto.of(await this.accounts.change(actor, id, { password }));
    return tell(visit, account, password);
  }
}

function tell(visit: Visit, account: AccountDto, secret: string): string {
  const { language } = visit;
  const words = ADMIN_WORDS[language];
  const onward = { path: `${AT}/${account.id}`, name: words.toPerson };
  const said = { title: account.name, label: words.temporary(account.name), secret, onward };
  const children = <SecretPage {...said} language={language} />;
  return answerVisit(visit, { title: account.name, at: AT, children });
}
