import { Body, Get, Param, Query } from '@nestjs/common';
import { searchParts } from '../../catalogue/part.query.ts';
import { PartsService, partsInSightOf } from '../../catalogue/parts.service.ts';
import { Database } from '../../database/database.ts';
import { knownConsignees } from '../../distribution/consignees.query.ts';
import { IdParam } from '../../http/id-param.dto.ts';
import { CURSOR, decodeCursor, pageOf } from '../../http/paging.ts';
import { BatchLabelsService } from '../../issuance/batch-labels.service.ts';
import { isSettled } from '../../issuance/batch.ts';
import { BatchDto, ReasonDto } from '../../issuance/batch.dto.ts';
import { batchesOf, batchOf, unusedLabels } from '../../issuance/batches.query.ts';
import { BatchesService } from '../../issuance/batches.service.ts';
import { dispatchOrders } from '../../issuance/dispatch-orders.query.ts';
import { registrarsMaker } from '../../issuance/issuance-roles.ts';
import { LabelPrintersService } from '../../issuance/label-printers.service.ts';
import { printsOf } from '../../issuance/label-prints.query.ts';
import { newId } from '../../kernel/identifiers.ts';
import { Assets } from '../design/assets.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { CurrentVisit, type Visit } from '../staff/visit.ts';
import {
  BatchFilterDto,
  BatchPageQuery,
  RangeFormDto,
  RegisterFormDto,
  RegisterQuery,
  ReprintFormDto,
} from './batch-form.dto.ts';
import { BatchPage } from './batch-page.tsx';
import { BATCH_WORDS } from './batch-words.ts';
import { BatchesPage } from './batches-page.tsx';
import { keepTemplate, lastTemplate, settingsOf } from './print-settings.ts';
import { RegisterPage } from './register-page.tsx';
import { answerWarehouse } from './warehouse-visit.ts';

const AT = '/warehouse/batches';
const MOST_PARTS = 50;
const MOST_PRINTS = 20;
const MOST_ORDERS = 100;

@Room('warehouse/batches', 'operator', 'lead')
export class BatchesWarehouseController {
  constructor(
    private readonly database: Database,
    private readonly batches: BatchesService,
    private readonly labels: BatchLabelsService,
    private readonly printers: LabelPrintersService,
    private readonly parts: PartsService,
    private readonly assets: Assets,
  ) {}

  @Get()
  async list(@CurrentVisit() visit: Visit, @Query() filter: BatchFilterDto): Promise<string> {
    const { actor, language } = visit;
    const { after, ...wanted } = filter;
    const [beforeId] = decodeCursor(after, [CURSOR.uuid]) ?? [];
    const rows = await batchesOf(this.database, actor, { ...wanted, beforeId });
    const page = pageOf(rows, filter.limit, ({ id }) => [id], BatchDto.of);
    const children = <BatchesPage page={page} filter={filter} language={language} />;
    return answerWarehouse(visit, { title: BATCH_WORDS[language].batches, at: AT, children });
  }

  @Get('new')
  async wish(@CurrentVisit() visit: Visit, @Query() { q, part }: RegisterQuery): Promise<string> {
    const { actor, language, asked } = visit;
    const chosen = part === undefined ? undefined : await this.parts.inSight(this.database, actor, part);
    const search = { text: q ?? '', limit: MOST_PARTS, after: undefined, on: this.parts.today() };
    const parts = chosen ? [] : await searchParts(this.database, partsInSightOf(actor), search);
    const orders = await dispatchOrders(this.database, registrarsMaker(actor), { limit: MOST_ORDERS });
    const children = (
      <RegisterPage
        search={q}
        parts={parts.filter(({ isActive }) => isActive).slice(0, MOST_PARTS)}
        chosen={chosen}
        id={newId()}
        orders={orders}
        consignees={await knownConsignees(this.database, actor.organisation)}
        template={lastTemplate(asked)}
        language={language}
      />
    );
    return answerWarehouse(visit, { title: BATCH_WORDS[language].registerTitle, at: AT, children });
  }

  @SentForm()
  async register(
    @CurrentVisit() { actor, reply }: Visit,
    @Body() { template, start, ...wish }: RegisterFormDto,
  ): Promise<void> {
    const { id } = await this.batches.create(actor, wish);
    keepTemplate(reply, template);
    seeOther(reply, `${AT}/${id}?open=${template}${start === undefined ? '' : `&start=${start}`}`);
  }

  @Get(':id')
  async read(@CurrentVisit() visit: Visit, @Param() { id }: IdParam, @Query() asked: BatchPageQuery): Promise<string> {
    const { actor, language } = visit;
    const batch = await batchOf(this.database, actor, id);
    const template = asked.open ?? lastTemplate(visit.asked);
    const view = {
      batch: BatchDto.of(batch),
      prints: await printsOf(this.database, actor.organisation.id, id, MOST_PRINTS),
      unused: await unusedLabels(this.database, id),
      printers: this.printers.names,
      template,
      settings: settingsOf(visit.asked, template),
    };
    const children = <BatchPage view={view} asked={asked} language={language} />;
    const isLive = !isSettled(batch.status) || asked.open !== undefined;
    return answerWarehouse(visit, {
      title: batch.partNumber,
      at: AT,
      children,
      ...(isLive && { island: this.assets.island('batch-progress') }),
      ...(!isSettled(batch.status) && {
        head: (
          <noscript>
            <meta http-equiv="refresh" content="2" />
          </noscript>
        ),
      }),
    });
  }

  @SentForm(':id/cancel')
  async cancel(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { id }: IdParam,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    await this.batches.cancel(actor, id, reason);
    seeOther(reply, `${AT}/${id}?done=cancelled`);
  }

  @SentForm(':id/retry')
  async retry(@CurrentVisit() { actor, reply }: Visit, @Param() { id }: IdParam): Promise<void> {
    await this.batches.retry(actor, id);
    seeOther(reply, `${AT}/${id}?done=retried`);
  }

  @SentForm(':id/commission')
  async commission(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { id }: IdParam,
    @Body() range: RangeFormDto,
  ): Promise<void> {
    const { commissioned } = await this.labels.commission(actor, id, range);
    seeOther(reply, `${AT}/${id}?done=commissioned&count=${commissioned}`);
  }

  @SentForm(':id/reprints')
  async reprint(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { id }: IdParam,
    @Body() { reason, ...range }: ReprintFormDto,
  ): Promise<void> {
    const { from, to } = await this.labels.reprint(actor, id, range, reason);
    seeOther(reply, `${AT}/${id}?done=reprint&from=${from}&to=${to}`);
  }
}
