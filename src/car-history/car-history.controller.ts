import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/access.ts';
import { InvoiceTokenParam } from '../feedback/answer.dto.ts';
import { NotIdempotent, ShownOnce } from '../http/idempotency.interceptor.ts';
import { LimitPublicChecks } from '../http/request-throttle.guard.ts';
import { CarHistoryDto, HistoryTokenParam, VehicleCheckDto, VehicleCheckedDto } from './car-history.dto.ts';
import { CarHistoryService } from './car-history.service.ts';
import { HistoryLinkPageDto, HistoryLinkParam, MadeHistoryLinkDto, NewHistoryLinkDto } from './history-link.dto.ts';
import { HistoryLinksService } from './history-links.service.ts';

@ApiTags('public')
@Controller('api/public')
@Public()
@LimitPublicChecks()
export class CarHistoryController {
  constructor(
    private readonly links: HistoryLinksService,
    private readonly histories: CarHistoryService,
  ) {}

  @Post('invoices/:token/history-links')
  @ShownOnce('token', 'url')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'The owner lets others read which parts the car was given',
    description: 'By the link of the car’s latest invoice alone. What to hand on is in this answer and nowhere else.',
  })
  @ApiCreatedResponse({ type: MadeHistoryLinkDto })
  make(@Param() { token }: InvoiceTokenParam, @Body() { days }: NewHistoryLinkDto) {
    return this.links.make(token, days);
  }

  @Get('invoices/:token/history-links')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Links to the car’s part history that work' })
  @ApiOkResponse({ type: HistoryLinkPageDto })
  async list(@Param() { token }: InvoiceTokenParam): Promise<HistoryLinkPageDto> {
    return { items: await this.links.list(token), next: null };
  }

  @Delete('invoices/:token/history-links/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'The owner takes a link back, which ends it at once' })
  @ApiNoContentResponse()
  revoke(@Param() { token, id }: HistoryLinkParam) {
    return this.links.revoke(token, id);
  }

  @Get('histories/:token')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Which labelled parts a car was given',
    description: 'In every workshop, without the car’s number or anybody’s name.',
  })
  @ApiOkResponse({ type: CarHistoryDto })
  read(@Param() { token }: HistoryTokenParam) {
    return this.histories.read(token);
  }

  @Post('histories/:token/vehicle-checks')
  @HttpCode(200)
  @NotIdempotent()
  @ApiOperation({ summary: 'Whether the history is that of the car whose VIN one has read' })
  @ApiOkResponse({ type: VehicleCheckedDto })
  async check(@Param() { token }: HistoryTokenParam, @Body() { vin }: VehicleCheckDto): Promise<VehicleCheckedDto> {
    return { isMatch: await this.histories.isOf(token, vin) };
  }
}
