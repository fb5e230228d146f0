import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/access.ts';
import { OwnerInvoicesService } from '../../feedback/owner-invoices.service.ts';
import { SatisfactionDto } from '../../feedback/satisfaction.dto.ts';
import { SatisfactionService } from '../../feedback/satisfaction.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { LimitPublicChecks } from '../../http/request-throttle.guard.ts';
import { answerPage, pageRequest } from '../design/page-request.ts';
import { billAfter, refuseUnlessLink } from './invoice-link.ts';
import { satisfactionPage } from './satisfaction-page.tsx';

class SatisfactionFormDto extends SatisfactionDto {
  @Type(() => Number)
  declare expected: number;
  @Type(() => Number)
  declare received: number;
}

/** The owner says whether the service was what was expected. */
@ApiTags('pages')
@Controller()
@Public()
@LimitPublicChecks()
export class SatisfactionPageController {
  constructor(
    private readonly invoices: OwnerInvoicesService,
    private readonly satisfaction: SatisfactionService,
  ) {}

  @Get('i/:token/satisfaction')
  @ApiOperation({ summary: 'The page on which the owner rates the service' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  async ask(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    refuseUnlessLink(token);
    await this.invoices.byToken(token);
    const asked = pageRequest(request);
    return answerPage(reply, asked, satisfactionPage({ request: asked, answersAt: `/i/${token}` }));
  }

  @Post('i/:token/satisfaction')
  @HttpCode(303)
  @Consumes('application/x-www-form-urlencoded')
  @NotIdempotent()
  @ApiExcludeEndpoint()
  async say(
    @Param('token') token: string,
    @Body() form: SatisfactionFormDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    refuseUnlessLink(token);
    await this.satisfaction.say(token, form);
    void reply.header('location', billAfter(token, pageRequest(request).keep, 'satisfaction'));
  }
}
