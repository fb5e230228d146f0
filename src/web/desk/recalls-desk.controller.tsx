import { Body, Get, Param, Query } from '@nestjs/common';
import { RecallParam } from '../../flags/recall.dto.ts';
import { RecallsService } from '../../flags/recalls.service.ts';
import { CURSOR, decodeCursor } from '../../http/paging.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { ReachFilterDto, RecallFormDto } from './desk-form.dto.ts';
import { DESK_WORDS } from './desk-words.ts';
import { RecallPage } from './recall-page.tsx';
import { RecallsPage } from './recalls-page.tsx';

const AT = '/desk/recalls';

@Room('desk/recalls', 'analyst')
export class RecallsDeskController {
  constructor(private readonly recalls: RecallsService) {}

  @Get()
  async list(@CurrentVisit() visit: Visit): Promise<string> {
    const { actor, language } = visit;
    const recalls = await this.recalls.list(actor);
    const children = <RecallsPage recalls={recalls} language={language} />;
    return answerVisit(visit, { title: DESK_WORDS[language].recalls, at: AT, children });
  }

  @Get(':number')
  async read(
    @CurrentVisit() visit: Visit,
    @Param() { number }: RecallParam,
    @Query() filter: ReachFilterDto,
  ): Promise<string> {
    const { actor, language } = visit;
    const { state, custodian, limit, after, done } = filter;
    const [afterId] = decodeCursor(after, [CURSOR.id]) ?? [];
    const reach = await this.recalls.reach(actor, number, { state, custodian, afterId, limit });
    const children = <RecallPage reach={reach} filter={filter} language={language} isSaved={done !== undefined} />;
    return answerVisit(visit, { title: reach.recall.title[language], at: AT, children });
  }

  @SentForm()
  async open(@CurrentVisit() { actor, reply }: Visit, @Body() form: RecallFormDto): Promise<void> {
    await this.recalls.open(actor, RecallFormDto.wish(form));
    seeOther(reply, `${AT}/${form.number}?done=opened`);
  }

  @SentForm(':number/closure')
  async close(@CurrentVisit() { actor, reply }: Visit, @Param() { number }: RecallParam): Promise<void> {
    await this.recalls.close(actor, number);
    seeOther(reply, `${AT}/${number}?done=closed`);
  }
}
