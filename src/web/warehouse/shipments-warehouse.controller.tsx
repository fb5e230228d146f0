import { Body, Get, Param, Query } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import { Database } from '../../database/database.ts';
import { knownConsignees } from '../../distribution/consignees.query.ts';
import { shipmentNotFound } from '../../distribution/distribution.refusals.ts';
import { ReceiptsService } from '../../distribution/receipts.service.ts';
import { type ReceiptDto, ShipmentPath } from '../../distribution/shipment.dto.ts';
import { type Shipment, shipmentInSight, shipments } from '../../distribution/shipments.query.ts';
import { ShipmentsService } from '../../distribution/shipments.service.ts';
import { CURSOR, decodeCursor, pageOf } from '../../http/paging.ts';
import { dispatchOrders, orderProgress } from '../../issuance/dispatch-orders.query.ts';
import { registrarsMaker } from '../../issuance/issuance-roles.ts';
import { Assets } from '../design/assets.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { CurrentVisit, type Visit } from '../staff/visit.ts';
import { PackingPage, WhereToPage } from './packing-page.tsx';
import { ReceivingPage } from './receiving-page.tsx';
import {
  PackingQuery,
  ReceiptFormDto,
  ShipFormDto,
  ShipmentFilterDto,
  ShipmentPageQuery,
  VoidShipmentFormDto,
} from './shipment-form.dto.ts';
import { ShipmentPage } from './shipment-page.tsx';
import { ShipmentsPage } from './shipments-page.tsx';
import { SHIPPING_WORDS } from './shipping-words.ts';
import { answerWarehouse } from './warehouse-visit.ts';

const AT = '/warehouse/shipments';
const MOST_ORDERS = 100;

@Room('warehouse/shipments', 'operator', 'lead')
export class ShipmentsWarehouseController {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly shipping: ShipmentsService,
    private readonly receipts: ReceiptsService,
    private readonly assets: Assets,
  ) {}

  @Get()
  async list(@CurrentVisit() visit: Visit, @Query() filter: ShipmentFilterDto): Promise<string> {
    const { actor, language } = visit;
    const { after, limit, ...wanted } = filter;
    const [beforeId] = decodeCursor(after, [CURSOR.uuid]) ?? [];
    const rows = await shipments(this.database, actor.organisation.id, { ...wanted, beforeId, limit });
    const page = pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    const children = <ShipmentsPage page={page} filter={filter} own={actor.organisation.code} language={language} />;
    return answerWarehouse(visit, { title: SHIPPING_WORDS[language].shipments, at: AT, children });
  }

  @Get('new')
  async pack(@CurrentVisit() visit: Visit, @Query() { to, order }: PackingQuery): Promise<string> {
    const { actor, language } = visit;
    const makerId = registrarsMaker(actor);
    const title = SHIPPING_WORDS[language].pack;
    const consignees = await knownConsignees(this.database, actor.organisation);
    if (to === undefined) {
      const orders = await dispatchOrders(this.database, makerId, { limit: MOST_ORDERS });
      const children = <WhereToPage consignees={consignees} orders={orders} order={order} language={language} />;
      return answerWarehouse(visit, { title, at: AT, children });
    }
    const name = consignees.find(({ code }) => code === to)?.name[language] ?? to;
    const lines = order === undefined ? [] : await orderProgress(this.database, makerId, order, to);
    const children = <PackingPage to={{ code: to, name }} order={order} lines={lines} language={language} />;
    return answerWarehouse(visit, { title, at: AT, children, island: this.assets.island('warehouse-packing') });
  }

  @SentForm()
  async ship(@CurrentVisit() { actor, reply }: Visit, @Body() wish: ShipFormDto): Promise<void> {
    seeOther(reply, `${AT}/${await this.shipping.ship(actor, wish)}?done=shipped`);
  }

  @Get(':id')
  async read(
    @CurrentVisit() visit: Visit,
    @Param() { id }: ShipmentPath,
    @Query() asked: ShipmentPageQuery,
  ): Promise<string> {
    const { actor, language } = visit;
    const shipment = await this.inSight(visit, id);
    const children = (
      <ShipmentPage shipment={shipment} own={actor.organisation.code} asked={asked} language={language} />
    );
    return answerWarehouse(visit, { title: SHIPPING_WORDS[language].shipments, at: AT, children });
  }

  @Get(':id/receive')
  async count(@CurrentVisit() visit: Visit, @Param() { id }: ShipmentPath): Promise<string> {
    const { language } = visit;
    const shipment = await this.inSight(visit, id);
    const children = <ReceivingPage shipment={shipment} origin={this.config.labelOrigin} language={language} />;
    const island = this.assets.island('warehouse-receiving');
    return answerWarehouse(visit, { title: SHIPPING_WORDS[language].receive, at: AT, children, island });
  }

  @SentForm(':id/receipts')
  async receive(
    @CurrentVisit() visit: Visit,
    @Param() { id }: ShipmentPath,
    @Body() form: ReceiptFormDto,
  ): Promise<void> {
    const { kind } = await this.inSight(visit, id);
    const receipt = receiptOf(form, kind);
    const { arrived, over, short } = await this.receipts.receive(visit.actor, id, receipt);
    const counts = `received=${arrived.length}&over=${over.length}&short=${short.length}`;
    seeOther(visit.reply, `${AT}/${id}?done=received&${counts}`);
  }

  @SentForm(':id/void')
  async void(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { id }: ShipmentPath,
    @Body() { reason }: VoidShipmentFormDto,
  ): Promise<void> {
    await this.shipping.void(actor, id, reason);
    seeOther(reply, `${AT}/${id}?done=voided`);
  }

  /** @throws Refusal SHIPMENT_NOT_FOUND */
  private async inSight({ actor }: Visit, id: string): Promise<Shipment> {
    const shipment = await shipmentInSight(this.database, actor.organisation.id, id);
    if (!shipment) throw shipmentNotFound();
    return shipment;
  }
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\n|\r/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function receiptOf({ codes, notAsNew = '', note }: ReceiptFormDto, kind: Shipment['kind']): ReceiptDto {
  const [good, bad] = [linesOf(codes), linesOf(notAsNew)];
  if (kind !== 'return_new') return { codes: good, close: true };
  const inspections = [
    ...good.map((code) => ({ code, isAsNew: true })),
    ...bad.map((code) => ({ code, isAsNew: false, ...(note !== undefined && { note }) })),
  ];
  return { codes: [...good, ...bad], close: true, ...(inspections.length > 0 && { inspections }) };
}
