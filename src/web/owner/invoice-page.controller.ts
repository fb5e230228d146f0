import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/access.ts';
import { Config } from '../../config/config.ts';
import { AnswersService } from '../../feedback/answers.service.ts';
import { InvoiceLinkUnknown } from '../../feedback/feedback.refusals.ts';
import { OwnerInvoicesService } from '../../feedback/owner-invoices.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { LimitPublicChecks } from '../../http/request-throttle.guard.ts';
import { Clock } from '../../kernel/clock.ts';
import { answerPage, pageRequest } from '../design/page-request.ts';
import { AnswerFormDto } from './answer-form.dto.ts';
import { disputePage } from './dispute-page.tsx';
import { billAfter, refuseUnlessLink } from './invoice-link.ts';
import { invoicePage } from './invoice-page.tsx';

/** The owner’s invoice as a page, by its link alone. */
@ApiTags('pages')
@Controller()
@Public()
@LimitPublicChecks()
export class InvoicePageController {
  private readonly host: string;

  constructor(
    private readonly invoices: OwnerInvoicesService,
    private readonly answers: AnswersService,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.host = new URL(config.publicUrl).host;
  }

  @Get('i/:token')
  @ApiOperation({ summary: 'An invoice by its link, as a page', description: '`?lang=zh` or `?lang=en`.' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  async page(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    refuseUnlessLink(token);
    const asked = pageRequest(request);
    const view = {
      invoice: await this.invoices.byToken(token),
      request: asked,
      answersAt: `/i/${token}`,
      done: doneIn(request.query),
      now: this.clock.now(),
    };
    return answerPage(reply, asked, invoicePage(view, this.host));
  }

  /** The QR code on an invoice is all upper case: it answers at once, without a redirect. */
  @Get('I/:token')
  @ApiExcludeEndpoint()
  pageInUpperCase(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.page(token, request, reply);
  }

  @Get('i/:token/lines/:line')
  @ApiOperation({ summary: 'The page on which the owner says what is wrong with one line' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  async ask(
    @Param('token') token: string,
    @Param('line') number: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    refuseUnlessLink(token);
    const invoice = await this.invoices.byToken(token);
    const line = invoice.lines.find((each) => String(each.line) === number);
    if (!line) throw new InvoiceLinkUnknown();
    const asked = pageRequest(request);
    return answerPage(reply, asked, disputePage({ invoice, line, request: asked, answersAt: `/i/${token}` }));
  }

  /**
   * Nobody is signed in here and the link is the only key, so there is nothing that another site could borrow. What was sent
   * twice opens nothing twice: the same complaint joins its open case.
   */
  @Post('i/:token/answers')
  @HttpCode(303)
  @Consumes('application/x-www-form-urlencoded')
  @NotIdempotent()
  @ApiExcludeEndpoint()
  async answer(
    @Param('token') token: string,
    @Body() form: AnswerFormDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    refuseUnlessLink(token);
    const { kind, case: opened } = await this.answers.answer(token, form);
    void reply.header('location', billAfter(token, pageRequest(request).keep, opened?.number ?? kind));
  }
}

function doneIn(query: unknown): string | null {
  const { done } = query as { done?: unknown };
  return typeof done === 'string' ? done : null;
}
