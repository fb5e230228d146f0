import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { linkQrSvg } from './invoice-qr.ts';
import { InvoiceDto, IssuedInvoiceDto, SettlementDto } from './invoice.dto.ts';
import { InvoicesService } from './invoices.service.ts';
import { OrderNumberParam } from './repair-order.dto.ts';

@ApiTags('invoices')
@Controller('api/repair-orders/:number')
export class InvoicesController {
  constructor(private readonly invoices: InvoicesService) {}

  @Post('invoice')
  @Allow('advisor', 'supervisor')
  @ApiOperation({
    summary: 'Issue the invoice and its owner’s link',
    description:
      'What is billed is reconciled with what was approved and fitted. What stands in the way is told with 422; a ' +
      'supervisor may override some of it with a reason that the owner reads. Changed content makes a new version.',
  })
  @ApiCreatedResponse({ type: IssuedInvoiceDto })
  @ApiUnprocessableEntityResponse({ description: 'INVOICE_BLOCKED, with the findings' })
  async issue(@CurrentActor() actor: Actor, @Param() { number }: OrderNumberParam, @Body() invoice: InvoiceDto) {
    const issued = await this.invoices.issue(actor, number, invoice);
    return { ...issued, qr: linkQrSvg(issued.url) };
  }

  @Get('invoice')
  @Allow('advisor', 'supervisor', 'parts_clerk')
  @ApiOperation({
    summary: 'The settlement list as issued',
    description: 'Labour and material apart, and the earlier versions.',
  })
  @ApiOkResponse({ type: SettlementDto })
  async settlement(@CurrentActor() actor: Actor, @Param() { number }: OrderNumberParam) {
    const settlement = await this.invoices.settlement(actor, number);
    return { ...settlement, qr: linkQrSvg(settlement.url) };
  }
}
