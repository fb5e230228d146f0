import { Body, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { auditEntries } from '../../auth/audit.query.ts';
import { Database } from '../../database/database.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { sentFile } from '../../http/sent-file.ts';
import { DispatchImportService } from '../../issuance/dispatch-import.service.ts';
import type { ChosenColumns } from '../../issuance/dispatch-order-columns.ts';
import { fileToMend, meaningsOf } from '../../issuance/dispatch-order-file.ts';
import { ordersOf } from '../../issuance/dispatch-order-plan.ts';
import { dispatchOrders, orderProgress } from '../../issuance/dispatch-orders.query.ts';
import { registrarsMaker } from '../../issuance/issuance-roles.ts';
import { orderNotFound } from '../../issuance/issuance.refusals.ts';
import { carried, uncarried } from '../staff/carried-file.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { CurrentVisit, type Visit } from '../staff/visit.ts';
import { CarriedOrderDto, OrderPath } from './order-form.dto.ts';
import { OrderPage } from './order-page.tsx';
import { OrderPreviewPage } from './order-preview-page.tsx';
import { ORDER_WORDS } from './order-words.ts';
import { OrdersPage } from './orders-page.tsx';
import { answerWarehouse } from './warehouse-visit.ts';

const AT = '/warehouse/orders';
const MOST_ORDERS = 100;
const MOST_IMPORTS = 20;

@Room('warehouse/orders', 'operator', 'lead')
export class OrdersWarehouseController {
  constructor(
    private readonly database: Database,
    private readonly imports: DispatchImportService,
  ) {}

  @Get()
  async list(@CurrentVisit() visit: Visit): Promise<string> {
    const { actor, language } = visit;
    const [orders, imports] = await Promise.all([
      dispatchOrders(this.database, registrarsMaker(actor), { limit: MOST_ORDERS }),
      auditEntries(this.database, {
        organisationId: actor.organisation.id,
        action: 'dispatch_order.imported',
        limit: MOST_IMPORTS,
      }),
    ]);
    const children = <OrdersPage orders={orders} imports={imports.slice(0, MOST_IMPORTS)} language={language} />;
    return answerWarehouse(visit, { title: ORDER_WORDS[language].orders, at: AT, children });
  }

  @Post('upload')
  @HttpCode(200)
  @NotIdempotent()
  @Consumes('multipart/form-data')
  upload(@CurrentVisit() visit: Visit, @Body() body: { step?: unknown } | undefined): Promise<string | undefined> {
    const bytes = sentFile(body);
    return body?.step === 'import' ? this.take(visit, bytes, new Map()) : this.preview(visit, bytes, new Map());
  }

  @SentForm('preview')
  @HttpCode(200)
  async previewAgain(@CurrentVisit() visit: Visit, @Body() form: CarriedOrderDto): Promise<string> {
    return this.preview(visit, await uncarried(form.file), CarriedOrderDto.chosen(form));
  }

  @SentForm('import')
  @HttpCode(200)
  async import(@CurrentVisit() visit: Visit, @Body() form: CarriedOrderDto): Promise<string | undefined> {
    return this.take(visit, await uncarried(form.file), CarriedOrderDto.chosen(form));
  }

  @SentForm('to-mend.csv')
  @HttpCode(200)
  async toMend(@CurrentVisit() { actor, language }: Visit, @Body() form: CarriedOrderDto): Promise<StreamableFile> {
    const { table, plan } = await this.imports.import(
      actor,
      await uncarried(form.file),
      true,
      CarriedOrderDto.chosen(form),
    );
    return new StreamableFile(Buffer.from(fileToMend(table, plan.faults, language)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="dispatch-order-to-mend.csv"',
    });
  }

  @Get(':number')
  async read(
    @CurrentVisit() visit: Visit,
    @Param() { number }: OrderPath,
    @Query('done') done: unknown,
  ): Promise<string> {
    const { actor, language } = visit;
    const makerId = registrarsMaker(actor);
    const [order] = await dispatchOrders(this.database, makerId, { number, limit: 1 });
    if (!order) throw orderNotFound();
    const lines = await orderProgress(this.database, makerId, number);
    const children = <OrderPage order={order} lines={lines} isSaved={done !== undefined} language={language} />;
    return answerWarehouse(visit, { title: number, at: AT, children });
  }

  private async take(visit: Visit, bytes: Uint8Array, chosen: ChosenColumns): Promise<string | undefined> {
    const { plan } = await this.imports.import(visit.actor, bytes, false, chosen);
    // Somebody else may have changed what it is judged by, since it was looked at.
    if (plan.faults.length > 0) return this.preview(visit, bytes, chosen);
    const orders = ordersOf(plan);
    seeOther(visit.reply, orders.length === 1 ? `${AT}/${encodeURIComponent(orders[0]!)}?done=done` : AT);
    return undefined;
  }

  private async preview(visit: Visit, bytes: Uint8Array, chosen: ChosenColumns): Promise<string> {
    const { actor, language } = visit;
    const found = await this.imports.import(actor, bytes, true, chosen);
    const headings = meaningsOf(found.table, chosen);
    const file = await carried(bytes);
    const children = <OrderPreviewPage found={found} headings={headings} file={file} language={language} />;
    return answerWarehouse(visit, { title: ORDER_WORDS[language].previewTitle, at: AT, children });
  }
}
