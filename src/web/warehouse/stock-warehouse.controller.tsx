import { Body, Get, Param, Query } from '@nestjs/common';
import { Allow } from '../../auth/access.ts';
import { hasRole } from '../../auth/actor.ts';
import { Database } from '../../database/database.ts';
import { CURSOR, decodeCursor, pageOf } from '../../http/paging.ts';
import { HoldsService } from '../../units/holds.service.ts';
import { stockByPart } from '../../units/stock-counts.query.ts';
import { stock } from '../../units/stock.query.ts';
import { UnitLivesService } from '../../units/unit-lives.service.ts';
import { sightOf } from '../../units/unit-sight.ts';
import { UnitPath } from '../../units/unit.dto.ts';
import { UnitsService } from '../../units/units.service.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { CurrentVisit, type Visit } from '../staff/visit.ts';
import {
  DestroyFormDto,
  MissingFormDto,
  QuarantineFormDto,
  StockFilterDto,
  UnitFilterDto,
  VoidFormDto,
} from './stock-form.dto.ts';
import { StockPage } from './stock-page.tsx';
import { STOCK_WORDS } from './stock-words.ts';
import { UnitPage } from './unit-page.tsx';
import { UnitsPage } from './units-page.tsx';
import { answerWarehouse } from './warehouse-visit.ts';

const AT = '/warehouse/stock';
const pathOf = ({ gtin, serial }: UnitPath): string => `/warehouse/units/${gtin}/${serial}`;

@Room('warehouse', 'operator', 'lead')
export class StockWarehouseController {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly lives: UnitLivesService,
    private readonly holds: HoldsService,
  ) {}

  @Get('stock')
  async stock(@CurrentVisit() visit: Visit, @Query() filter: StockFilterDto): Promise<string> {
    const { actor, language } = visit;
    const [after] = decodeCursor(filter.after, [CURSOR.text]) ?? [];
    const { id, code } = actor.organisation;
    const rows = await stockByPart(this.database, id, { text: filter.q ?? '', after, limit: filter.limit });
    const page = pageOf(
      rows,
      filter.limit,
      ({ partNumber }) => [partNumber],
      (row) => row,
    );
    const children = <StockPage page={page} filter={filter} own={code} language={language} />;
    return answerWarehouse(visit, { title: STOCK_WORDS[language].stock, at: AT, children });
  }

  @Get('units')
  async list(@CurrentVisit() visit: Visit, @Query() filter: UnitFilterDto): Promise<string> {
    const { actor, language } = visit;
    const { after, limit, ...wanted } = filter;
    const [beforeId] = decodeCursor(after, [CURSOR.id]) ?? [];
    const rows = await stock(this.database, sightOf(actor), { ...wanted, beforeId, limit });
    const page = pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    const children = <UnitsPage page={page} filter={filter} language={language} />;
    return answerWarehouse(visit, { title: STOCK_WORDS[language].units, at: AT, children });
  }

  @Get('units/:gtin/:serial')
  async read(@CurrentVisit() visit: Visit, @Param() path: UnitPath, @Query('done') done: unknown): Promise<string> {
    const { actor, language } = visit;
    const unit = await this.lives.tell(actor, path);
    const children = (
      <UnitPage
        unit={unit}
        own={actor.organisation.code}
        isLead={hasRole(actor, 'lead')}
        isSaved={done !== undefined}
        language={language}
      />
    );
    return answerWarehouse(visit, { title: unit.name[language], at: AT, children });
  }

  @SentForm('units/:gtin/:serial/void')
  async void(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() path: UnitPath,
    @Body() why: VoidFormDto,
  ): Promise<void> {
    await this.units.void(actor, path, why);
    seeOther(reply, `${pathOf(path)}?done=done`);
  }

  @SentForm('units/:gtin/:serial/missing')
  async missing(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() path: UnitPath,
    @Body() why: MissingFormDto,
  ): Promise<void> {
    await this.units.reportMissing(actor, path, why);
    seeOther(reply, `${pathOf(path)}?done=done`);
  }

  @SentForm('units/:gtin/:serial/quarantine')
  async quarantine(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() path: UnitPath,
    @Body() { reason }: QuarantineFormDto,
  ): Promise<void> {
    await this.holds.place(actor, path, { kind: 'quarantine', reason });
    seeOther(reply, `${pathOf(path)}?done=done`);
  }

  @SentForm('units/:gtin/:serial/destroy')
  @Allow('lead')
  async destroy(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() path: UnitPath,
    @Body() why: DestroyFormDto,
  ): Promise<void> {
    await this.units.destroy(actor, path, why);
    seeOther(reply, `${pathOf(path)}?done=done`);
  }
}
