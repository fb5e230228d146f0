import { Body, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { CaseParam } from '../../flags/case.dto.ts';
import { CasesService } from '../../flags/cases.service.ts';
import { OldPartPhotosService } from '../../repair-orders/old-part-photos.service.ts';
import { RepairOrdersService } from '../../repair-orders/repair-orders.service.ts';
import { UnitLivesService } from '../../units/unit-lives.service.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { CasePage } from './case-page.tsx';
import { CasesPage } from './cases-page.tsx';
import { CaseFilterDto, CasePhotoParam, EntryFormDto } from './desk-form.dto.ts';
import { DESK_WORDS } from './desk-words.ts';

const AT = '/desk/cases';

@Room('desk/cases', 'analyst')
export class CasesDeskController {
  constructor(
    private readonly cases: CasesService,
    private readonly lives: UnitLivesService,
    private readonly orders: RepairOrdersService,
    private readonly photos: OldPartPhotosService,
  ) {}

  @Get()
  async list(@CurrentVisit() visit: Visit, @Query() filter: CaseFilterDto): Promise<string> {
    const { actor, language } = visit;
    const page = await this.cases.page(actor, filter);
    const children = <CasesPage page={page} filter={filter} language={language} />;
    return answerVisit(visit, { title: DESK_WORDS[language].cases, at: AT, children });
  }

  @Get(':number')
  async read(
    @CurrentVisit() visit: Visit,
    @Param() { number }: CaseParam,
    @Query('done') done: unknown,
  ): Promise<string> {
    const { actor, language } = visit;
    const file = await this.cases.get(actor, number);
    const unit = file.unit && (await this.lives.tell(actor, file.unit));
    const order = await this.orders.ofCase(actor, number);
    const children = (
      <CasePage file={file} unit={unit} order={order} language={language} isSaved={done !== undefined} />
    );
    return answerVisit(visit, { title: number, at: AT, children });
  }

  @Get(':number/old-part-photos/:photo')
  @Header('cache-control', 'no-store')
  async photo(@CurrentVisit() { actor }: Visit, @Param() { number, photo }: CasePhotoParam): Promise<StreamableFile> {
    return new StreamableFile(await this.photos.pictureOfCase(actor, number, photo), { type: 'image/jpeg' });
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
