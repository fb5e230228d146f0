import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { calendarDateOf } from '../catalogue/calendar-date.ts';
import { Database } from '../database/database.ts';
import { CURSOR, decodeCursor, pageOf } from '../http/paging.ts';
import { Clock } from '../kernel/clock.ts';
import { ApprovalDto } from './approval.dto.ts';
import { ApprovalsService } from './approvals.service.ts';
import { OPEN_STATUSES, type OrderStatus } from './order-status.ts';
import { OrderListQuery, OrderNumberParam, OrderStatusDto, PushRepairOrderDto } from './repair-order.dto.ts';
import { OrderPageDto, OrderViewDto } from './repair-order-view.dto.ts';
import { listOrders, orderView, type OrderView } from './repair-order.query.ts';
import { RepairOrdersService } from './repair-orders.service.ts';

@ApiTags('repair orders')
@Controller('api/repair-orders')
export class RepairOrdersController {
  constructor(
    private readonly orders: RepairOrdersService,
    private readonly approvals: ApprovalsService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('technician', 'parts_clerk', 'advisor', 'supervisor')
  @ApiOperation({ summary: 'Repair orders of the own workshop', description: 'Newest first.' })
  @ApiOkResponse({ type: OrderPageDto })
  async list(@CurrentActor() actor: Actor, @Query() query: OrderListQuery) {
    const [after] = decodeCursor(query.after, [CURSOR.uuid]) ?? [];
    const filter = {
      statuses: statusesAskedFor(query),
      vin: query.vin ?? null,
      after: after ?? null,
      limit: query.limit + 1,
    };
    const rows = await listOrders(this.database, actor.organisation.id, filter);
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      ({ id: _, ...shown }) => shown,
    );
  }

  @Get(':number')
  @Allow('technician', 'parts_clerk', 'advisor', 'supervisor')
  @ApiOperation({ summary: 'One repair order with its lines and what was done on them' })
  @ApiOkResponse({ type: OrderViewDto })
  get(@CurrentActor() actor: Actor, @Param() { number }: OrderNumberParam) {
    return this.view(actor, number);
  }

  @Put(':number')
  @Allow('advisor', 'supervisor', 'parts_clerk')
  @ApiOperation({
    summary: 'Push an order as the workshop’s own system has it',
    description: 'Creates or updates by number and version. An older version is refused with `STALE_VERSION`.',
  })
  @ApiOkResponse({ type: OrderViewDto })
  async push(@CurrentActor() actor: Actor, @Param() { number }: OrderNumberParam, @Body() order: PushRepairOrderDto) {
    const change = await this.orders.push(actor, number, order);
    return { ...(await this.view(actor, number)), change };
  }

  @Post(':number/approvals')
  @Allow('advisor', 'supervisor')
  @ApiOperation({
    summary: 'The owner approved lines',
    description: 'Which, in which category, how many, and up to which price.',
  })
  @ApiCreatedResponse({ type: OrderViewDto })
  async approve(@CurrentActor() actor: Actor, @Param() { number }: OrderNumberParam, @Body() approval: ApprovalDto) {
    await this.approvals.approve(actor, number, approval);
    return this.view(actor, number);
  }

  @Post(':number/status')
  @HttpCode(200)
  @Allow('technician', 'advisor', 'supervisor')
  @ApiOperation({
    summary: 'Move an order on',
    description: 'There is no reopening: a comeback is a new order that names its parent.',
  })
  @ApiOkResponse({ type: OrderViewDto })
  async status(
    @CurrentActor() actor: Actor,
    @Param() { number }: OrderNumberParam,
    @Body() { status }: OrderStatusDto,
  ) {
    await this.orders.setStatus(actor, number, status);
    return this.view(actor, number);
  }

  private view(actor: Actor, number: string): Promise<OrderView> {
    return orderView(this.database, actor.organisation.id, number, calendarDateOf(this.clock.now()));
  }
}

/** @returns null where any will do. */
function statusesAskedFor({ status, open }: OrderListQuery): readonly OrderStatus[] | null {
  if (open === 'true') return OPEN_STATUSES.filter((each) => status === undefined || each === status);
  return status === undefined ? null : [status];
}
