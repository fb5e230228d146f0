import { Body, Get, Query } from '@nestjs/common';
import { OrganisationDto } from '../../auth/organisation.dto.ts';
import { OrganisationsService } from '../../auth/organisations.service.ts';
import { CURSOR, decodeCursor, pageOf } from '../../http/paging.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { OrganisationFilterDto, OrganisationFormDto } from './admin-form.dto.ts';
import { ADMIN_WORDS } from './admin-words.ts';
import { OrganisationsPage } from './organisations-page.tsx';

const AT = '/admin';

@Room('admin', 'administrator')
export class OrganisationsAdminController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  async list(@CurrentVisit() visit: Visit, @Query() filter: OrganisationFilterDto): Promise<string> {
    const { language } = visit;
    const { query: text, limit, after } = filter;
    const [afterCode] = decodeCursor(after, [CURSOR.text]) ?? [];
    const rows = await this.organisations.list({ text, afterCode, limit });
    const page = pageOf(rows, limit, ({ code }) => [code], OrganisationDto.of);
    const children = <OrganisationsPage page={page} filter={filter} language={language} />;
    return answerVisit(visit, { title: ADMIN_WORDS[language].organisations, at: AT, children });
  }

  @SentForm()
  async create(@CurrentVisit() { actor, reply }: Visit, @Body() form: OrganisationFormDto): Promise<void> {
    const { code } = await this.organisations.create(actor, OrganisationFormDto.wish(form));
    seeOther(reply, `${AT}?done=${encodeURIComponent(code)}`);
  }
}
