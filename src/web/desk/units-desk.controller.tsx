import { Body, Get, Param, Query } from '@nestjs/common';
import { HoldsService } from '../../units/holds.service.ts';
import { UnitLivesService } from '../../units/unit-lives.service.ts';
import { HoldPath, UnitPath } from '../../units/unit.dto.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { ClearanceFormDto } from './desk-form.dto.ts';
import { UnitPage } from './unit-page.tsx';
import { wayFigure } from './way-figure.tsx';

@Room('desk/units', 'analyst')
export class UnitsDeskController {
  constructor(
    private readonly lives: UnitLivesService,
    private readonly holds: HoldsService,
  ) {}

  @Get(':gtin/:serial')
  async read(@CurrentVisit() visit: Visit, @Param() path: UnitPath, @Query('done') done: unknown): Promise<string> {
    const { actor, language } = visit;
    const unit = await this.lives.tell(actor, path);
    const way = await wayFigure(unit, language);
    const children = <UnitPage unit={unit} way={way} language={language} isSaved={done !== undefined} />;
    return answerVisit(visit, { title: unit.name[language], at: '/desk', children });
  }

  @SentForm(':gtin/:serial/holds/:kind/clearance')
  async clear(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() path: HoldPath,
    @Body() why: ClearanceFormDto,
  ): Promise<void> {
    await this.holds.clear(actor, path, path.kind, why);
    seeOther(reply, `/desk/units/${path.gtin}/${path.serial}?done=clearance`);
  }
}
