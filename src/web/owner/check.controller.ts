import { Body, Controller, Get, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/access.ts';
import { Config } from '../../config/config.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { LimitPublicChecks } from '../../http/request-throttle.guard.ts';
import { answerPage, pageRequest } from '../design/page-request.ts';
import { CheckFormDto } from './check-form.dto.ts';
import { checkFormPage } from './check-form.tsx';
import { CheckPages } from './check-pages.service.ts';

/** A code entered by hand, for whoever trusts no QR code. */
@ApiTags('pages')
@Controller('check')
@Public()
export class CheckController {
  private readonly host: string;

  constructor(
    private readonly pages: CheckPages,
    config: Config,
  ) {
    this.host = new URL(config.publicUrl).host;
  }

  @Get()
  @ApiOperation({ summary: 'The form to enter a code' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  form(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const asked = pageRequest(request);
    return answerPage(reply, asked, checkFormPage(asked, this.host));
  }

  @Post()
  @HttpCode(200)
  @LimitPublicChecks()
  @Consumes('application/x-www-form-urlencoded')
  @NotIdempotent()
  @ApiOperation({ summary: 'Check a code that was entered', description: 'Answers with a page.' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  check(
    @Body() { code }: CheckFormDto,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.pages.answer(code, address, pageRequest(request), reply);
  }
}
