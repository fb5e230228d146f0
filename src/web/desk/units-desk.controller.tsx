import { Body, Get, Param, Query } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import { Database } from '../../database/database.ts';
import { CasesService } from '../../flags/cases.service.ts';
import { HoldsService } from '../../units/holds.service.ts';
import { stock } from '../../units/stock.query.ts';
import { UnitLivesService } from '../../units/unit-lives.service.ts';
import { sightOf } from '../../units/unit-sight.ts';
import { FoundDto, HoldPath, UnitPath } from '../../units/unit.dto.ts';
import { UnitsService } from '../../units/units.service.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { unitsNamed } from '../staff/units-named.ts';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { ClearanceFormDto, OpenCaseFormDto, OpenedQuery, UnitsFilterDto } from './desk-form.dto.ts';
import { UnitPage } from './unit-page.tsx';
import { UNIT_WORDS } from './unit-words.ts';
import { UnitsPage } from './units-page.tsx';
import { wayFigure } from './way-figure.tsx';

const AT = '/desk/units';
const pathOf = ({ gtin, serial }: UnitPath): string => `${AT}/${gtin}/${serial}`;
/** Units that are missing, the newest of them. */
const LISTED = 50;

@Room('desk/units', 'analyst')
export class UnitsDeskController {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly lives: UnitLivesService,
    private readonly units: UnitsService,
    private readonly holds: HoldsService,
    private readonly cases: CasesService,
  ) {}

  /** What one serial or label names is shown at once. */
  @Get()
  async find(@CurrentVisit() visit: Visit, @Query() { q: text }: UnitsFilterDto): Promise<string | undefined> {
    const { actor, language, reply } = visit;
    const units =
      text === undefined
        ? await stock(this.database, sightOf(actor), { state: 'missing', limit: LISTED })
        : await unitsNamed(this.database, actor, text, this.config.labelOrigin);
    if (text !== undefined && units.length === 1) {
      seeOther(reply, pathOf(units[0]!));
      return undefined;
    }
    const children = <UnitsPage text={text} units={units} language={language} />;
    return answerVisit(visit, { title: UNIT_WORDS[language].units, at: AT, children });
  }

  @Get(':gtin/:serial')
  async read(
    @CurrentVisit() visit: Visit,
    @Param() path: UnitPath,
    @Query() { done, opened }: OpenedQuery,
  ): Promise<string> {
    const { actor, language } = visit;
    const unit = await this.lives.tell(actor, path);
    const way = await wayFigure(unit, language);
    const children = (
      <UnitPage unit={unit} way={way} language={language} isSaved={done !== undefined} opened={opened} />
    );
    return answerVisit(visit, { title: unit.name[language], at: AT, children });
  }

  @SentForm(':gtin/:serial/found')
  async found(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() path: UnitPath,
    @Body() { note }: FoundDto,
  ): Promise<void> {
    await this.units.found(actor, path, note);
    seeOther(reply, `${pathOf(path)}?done=found`);
  }

  @SentForm(':gtin/:serial/cases')
  async open(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { gtin, serial }: UnitPath,
    @Body() wish: OpenCaseFormDto,
  ): Promise<void> {
    const unit = { gtin, serial };
    seeOther(reply, `${pathOf(unit)}?opened=${await this.cases.open(actor, { ...wish, unit })}`);
  }

  @SentForm(':gtin/:serial/holds/:kind/clearance')
  async clear(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() path: HoldPath,
    @Body() why: ClearanceFormDto,
  ): Promise<void> {
    await this.holds.clear(actor, path, path.kind, why);
    seeOther(reply, `${pathOf(path)}?done=clearance`);
  }
}
