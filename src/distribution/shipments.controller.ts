import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { NotIdempotent } from '../http/idempotency.interceptor.ts';
import { CURSOR, decodeCursor, pageOf } from '../http/paging.ts';
import { shipmentNotFound } from './distribution.refusals.ts';
import { LoadCheckDto, LoadCheckViewDto } from './load-check.dto.ts';
import { LoadChecksService } from './load-checks.service.ts';
import { ReceiptViewDto } from './receipt-view.dto.ts';
import { ReceiptsService } from './receipts.service.ts';
import { ReceiptDto, ShipmentDto, ShipmentPath, ShipmentsQuery, VoidShipmentDto } from './shipment.dto.ts';
import { ShipmentPageDto, ShipmentViewDto, summaryOf } from './shipment-view.dto.ts';
import { shipmentInSight, shipments } from './shipments.query.ts';
import { ShipmentsService } from './shipments.service.ts';

/** Makers ship where they label their parts themselves. */
const SHIPPERS = ['catalogue_editor', 'operator', 'lead', 'technician', 'parts_clerk', 'supervisor'] as const;

@ApiTags('distribution')
@Controller('api/shipments')
export class ShipmentsController {
  constructor(
    private readonly database: Database,
    private readonly shipping: ShipmentsService,
    private readonly checks: LoadChecksService,
    private readonly receipts: ReceiptsService,
  ) {}

  @Post()
  @Allow(...SHIPPERS)
  @ApiOperation({
    summary: 'Ship units, cartons, or both',
    description:
      'Whole or not at all. A warehouse supplies workshops and sister warehouses; a workshop returns to a warehouse.',
  })
  @ApiCreatedResponse({ type: ShipmentViewDto })
  async ship(@CurrentActor() actor: Actor, @Body() wish: ShipmentDto): Promise<ShipmentViewDto> {
    return this.tell(actor, { id: await this.shipping.ship(actor, wish) });
  }

  @Post('checks')
  @HttpCode(200)
  @Allow(...SHIPPERS)
  @NotIdempotent()
  @ApiOperation({
    summary: 'Whether codes can be shipped',
    description: 'For whoever loads and scans: what each code is, and what stands in its way. Changes nothing.',
  })
  @ApiOkResponse({ type: LoadCheckViewDto })
  async check(@CurrentActor() actor: Actor, @Body() wish: LoadCheckDto): Promise<LoadCheckViewDto> {
    return LoadCheckViewDto.of(await this.checks.check(actor, wish));
  }

  @Get()
  @Allow(...SHIPPERS, 'advisor', 'analyst')
  @ApiOperation({ summary: 'Shipments to you and from you', description: 'Newest first.' })
  @ApiOkResponse({ type: ShipmentPageDto })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { limit, after, ...filter }: ShipmentsQuery,
  ): Promise<ShipmentPageDto> {
    const [beforeId] = decodeCursor(after, [CURSOR.uuid]) ?? [];
    const rows = await shipments(this.database, actor.organisation.id, { ...filter, beforeId, limit });
    return pageOf(rows, limit, (row) => [row.id], summaryOf);
  }

  @Get(':id')
  @Allow(...SHIPPERS, 'advisor', 'analyst')
  @ApiOperation({ summary: 'A shipment with its units' })
  @ApiOkResponse({ type: ShipmentViewDto })
  async tell(@CurrentActor() actor: Actor, @Param() { id }: ShipmentPath): Promise<ShipmentViewDto> {
    const shipment = await shipmentInSight(this.database, actor.organisation.id, id);
    if (!shipment) throw shipmentNotFound();
    return ShipmentViewDto.whole(shipment);
  }

  @Post(':id/receipts')
  @Allow(...SHIPPERS)
  @ApiOperation({
    summary: 'Receive what arrived',
    description:
      'In as many receipts as it takes. What is not in the shipment is kept as a sighting and moves no unit; what is missing when the receipt is closed is short and may still arrive.',
  })
  @ApiCreatedResponse({ type: ReceiptViewDto })
  async receive(
    @CurrentActor() actor: Actor,
    @Param() { id }: ShipmentPath,
    @Body() receipt: ReceiptDto,
  ): Promise<ReceiptViewDto> {
    return ReceiptViewDto.of(await this.receipts.receive(actor, id, receipt));
  }

  @Post(':id/void')
  @Allow(...SHIPPERS)
  @ApiOperation({ summary: 'Take back what is still on the road' })
  @ApiCreatedResponse({ type: ShipmentViewDto })
  async void(
    @CurrentActor() actor: Actor,
    @Param() { id }: ShipmentPath,
    @Body() { reason }: VoidShipmentDto,
  ): Promise<ShipmentViewDto> {
    await this.shipping.void(actor, id, reason);
    return this.tell(actor, { id });
  }
}
