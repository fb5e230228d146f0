import { Body, Get, Param, Query } from '@nestjs/common';
import { SatisfactionService } from '../../feedback/satisfaction.service.ts';
import { CaseParam } from '../../flags/case.dto.ts';
import { CasesService } from '../../flags/cases.service.ts';
import { CaseFilterDto, EntryFormDto } from '../desk/desk-form.dto.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { QuestionPage } from './question-page.tsx';
import { QuestionsPage } from './questions-page.tsx';
import { QUESTIONS_WORDS } from './questions-words.ts';

const AT = '/questions';

/** Whoever speaks with owners answers what they object to. */
@Room('questions', 'supervisor', 'advisor')
export class QuestionsController {
  constructor(
    private readonly cases: CasesService,
    private readonly satisfaction: SatisfactionService,
  ) {}

  @Get()
  async list(@CurrentVisit() visit: Visit, @Query() filter: CaseFilterDto): Promise<string> {
    const { actor, language } = visit;
    const [page, satisfaction] = await Promise.all([
      this.cases.page(actor, filter),
      this.satisfaction.ofWorkshop(actor, { limit: 1 }),
    ]);
    const children = <QuestionsPage {...{ at: AT, page, filter, satisfaction, language }} />;
    return answerVisit(visit, { title: QUESTIONS_WORDS[language].questions, at: AT, children });
  }

  @Get(':number')
  async read(
    @CurrentVisit() visit: Visit,
    @Param() { number }: CaseParam,
    @Query('done') done: unknown,
  ): Promise<string> {
    const { actor, language } = visit;
    const file = await this.cases.get(actor, number);
    const children = <QuestionPage at={AT} file={file} language={language} isSaved={done !== undefined} />;
    return answerVisit(visit, { title: number, at: AT, children });
  }

  @SentForm(':number/entries')
  async add(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { number }: CaseParam,
    @Body() entry: EntryFormDto,
  ): Promise<void> {
    await this.cases.add(actor, number, entry);
    seeOther(reply, `${AT}/${number}?done=entry`);
  }
}
