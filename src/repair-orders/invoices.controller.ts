import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
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

  /** Reconciles what is billed with what was approved and fitted; issues the owner’s link, or says what stands in the way. */
  @Post('invoice')
  @Allow('advisor', 'supervisor')
  @ApiCreatedResponse({ type: IssuedInvoiceDto })
  @ApiUnprocessableEntityResponse({ description: 'INVOICE_BLOCKED, with the findings' })
  async issue(@CurrentActor() actor: Actor, @Param() { number }: OrderNumberParam, @Body() invoice: InvoiceDto) {
    const issued = await this.invoices.issue(actor, number, invoice);
    return { ...issued, qr: linkQrSvg(issued.url) };
  }

  /** The settlement list as issued, labour and material apart, and its earlier versions. */
  @Get('invoice')
  @Allow('advisor', 'supervisor', 'parts_clerk')
  @ApiOkResponse({ type: SettlementDto })
  settlement(@CurrentActor() actor: Actor, @Param() { number }: OrderNumberParam) {
    return this.invoices.settlement(actor, number);
  }
}
