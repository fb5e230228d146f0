import { Body, Controller, Get, HttpCode, Ip, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/access.ts';
import { OwnerInvoicesService } from '../../feedback/owner-invoices.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { LimitPublicChecks } from '../../http/request-throttle.guard.ts';
import { answerPage, pageRequest } from '../design/page-request.ts';
import { billLabelPage } from './bill-label.tsx';
import { CheckFormDto } from './check-form.dto.ts';
import { CheckPages } from './check-pages.service.ts';
import { refuseUnlessLink } from './invoice-link.ts';

/** The label that was handed over with an invoice: whether it is of a part on it. */
@ApiTags('pages')
@Controller()
@Public()
@LimitPublicChecks()
export class BillLabelController {
  constructor(
    private readonly invoices: OwnerInvoicesService,
    private readonly pages: CheckPages,
  ) {}

  @Get('i/:token/label')
  @ApiOperation({ summary: 'The page on which the owner checks a label beside the invoice' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  async ask(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    refuseUnlessLink(token);
    const { number } = await this.invoices.byToken(token);
    const asked = pageRequest(request);
    return answerPage(reply, asked, billLabelPage(asked, { number, at: `/i/${token}` }));
  }

  @Post('i/:token/label')
  @HttpCode(200)
  @Consumes('application/x-www-form-urlencoded')
  @NotIdempotent()
  @ApiExcludeEndpoint()
  async check(
    @Param('token') token: string,
    @Body() { code }: CheckFormDto,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    refuseUnlessLink(token);
    return this.pages.answer(code, address, pageRequest(request), reply, token);
  }
}
