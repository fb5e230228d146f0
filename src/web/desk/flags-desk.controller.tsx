import { Body, Get, Param, Query } from '@nestjs/common';
import { FlagInboxService } from '../../flags/flag-inbox.service.ts';
import { FlagResolutionService } from '../../flags/flag-resolution.service.ts';
import { ResolutionDto } from '../../flags/flag.dto.ts';
import { IdParam } from '../../http/id-param.dto.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { FlagFilterDto } from './desk-form.dto.ts';
import { DESK_WORDS } from './desk-words.ts';
import { FlagPage } from './flag-page.tsx';
import { FlagsPage } from './flags-page.tsx';

/** The analyst’s inbox. */
@Room('desk', 'analyst')
export class FlagsDeskController {
  constructor(
    private readonly inbox: FlagInboxService,
    private readonly resolutions: FlagResolutionService,
  ) {}

  @Get()
  async list(@CurrentVisit() visit: Visit, @Query() filter: FlagFilterDto): Promise<string> {
    const { actor, language } = visit;
    const page = await this.inbox.page(actor, filter);
    const children = <FlagsPage page={page} filter={filter} language={language} />;
    return answerVisit(visit, { title: DESK_WORDS[language].flags, at: '/desk', children });
  }

  @Get('flags/:id')
  async read(@CurrentVisit() visit: Visit, @Param() { id }: IdParam, @Query('done') done: unknown): Promise<string> {
    const { actor, language } = visit;
    const flag = await this.inbox.get(actor, id);
    const children = <FlagPage flag={flag} language={language} isSaved={done !== undefined} />;
    const title = `${flag.rule} · ${DESK_WORDS[language].flags}`;
    return answerVisit(visit, { title, at: '/desk', children });
  }

  @SentForm('flags/:id/resolution')
  async resolve(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { id }: IdParam,
    @Body() resolution: ResolutionDto,
  ): Promise<void> {
    await this.resolutions.resolve(actor, id, resolution);
    seeOther(reply, `/desk/flags/${id}?done=resolution`);
  }
}
